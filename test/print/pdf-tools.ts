// Reads PDFs back with the system's own tools (poppler-utils, zbar-tools), as strangers to our code.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefused } from '#shared/kernel/result.ts'
import { renderPaper } from '#core/print/index.ts'
import type { PaperRequest, RenderedPaper } from '#core/print/index.ts'

const hasProgram = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

/** Whether all programs are there; prints why the tests that need them are skipped. */
export const haveTools = (...programs: string[]): boolean => {
  const missing = programs.filter((program) => !hasProgram(program))
  if (missing.length > 0) process.stderr.write(`skipped: ${missing.join(', ')} not installed\n`)
  return missing.length === 0
}

/** Without a refusal, or the test fails with it. */
export const rendered = async (request: PaperRequest): Promise<RenderedPaper> => {
  const paper = await renderPaper(request)
  if (isRefused(paper)) throw new Error(JSON.stringify(paper))
  return paper
}

const withFolder = <T>(use: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const withFile = <T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T =>
  withFolder((folder) => {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return use(file, folder)
  })

const run = (program: string, ...args: string[]): string => {
  const end = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (/Error/.test(end.stderr)) throw new Error(`${program}: ${end.stderr}`)
  return end.stdout
}

/** All text in reading order, blanks and line ends taken out: what was wrapped is whole again. */
export const textOf = (pdf: Uint8Array, layout = '-raw'): string =>
  withFile(pdf, (file) => run('pdftotext', layout, file, '-')).replaceAll(/\s/g, '')

export type Word = { page: number; text: string; xMin: number; yMin: number; xMax: number; yMax: number }

/** Every word with its box in points from the top left. */
export const wordsOf = (pdf: Uint8Array): Word[] => {
  const xml = withFile(pdf, (file) => run('pdftotext', '-bbox', file, '-'))
  let page = 0
  return xml.split('\n').flatMap((line): Word[] => {
    if (line.includes('<page ')) page += 1
    const word = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line)
    if (!word) return []
    const [xMin, yMin, xMax, yMax] = word.slice(1, 5).map(Number) as [number, number, number, number]
    return [{ page, text: word[5]!, xMin, yMin, xMax, yMax }]
  })
}

export const infoOf = (pdf: Uint8Array): string => withFile(pdf, (file) => run('pdfinfo', file))

/** Each embedded font: name, type, embedded, subset, has a way back to Unicode. */
export const fontsOf = (pdf: Uint8Array): string[] =>
  withFile(pdf, (file) => run('pdffonts', file))
    .trim()
    .split('\n')
    .slice(2)

const pageImages = (pdf: Uint8Array, dpi: number, use: (file: string) => void): void =>
  withFile(pdf, (file, folder) => {
    run('pdftoppm', '-r', String(dpi), '-gray', file, join(folder, 'page'))
    for (const name of readdirSync(folder).sort()) if (name.endsWith('.pgm')) use(join(folder, name))
  })

/** A grey picture as pdftoppm writes it: three words of text, then one byte a pixel. */
const readGrey = (file: string): { width: number; height: number; pixels: Buffer } => {
  const bytes = readFileSync(file)
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? []
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) }
}

/** Ink of each page in millimetres from the left, top, right and bottom edge of the paper. */
export const inkMargins = (pdf: Uint8Array, dpi = 300): [number, number, number, number][] => {
  const margins: [number, number, number, number][] = []
  pageImages(pdf, dpi, (file) => {
    const { width, height, pixels } = readGrey(file)
    let [left, top, right, bottom] = [width, height, -1, -1]
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (pixels[y * width + x]! < 128) {
          left = Math.min(left, x)
          right = Math.max(right, x)
          top = Math.min(top, y)
          bottom = Math.max(bottom, y)
        }
    const mm = 25.4 / dpi
    margins.push([left * mm, top * mm, (width - 1 - right) * mm, (height - 1 - bottom) * mm])
  })
  return margins
}

/** What a scanner reads on all pages at this resolution: `CODE-128:123`, `QR-Code:123`, in sorted order. */
export const scan = (pdf: Uint8Array, dpi: number): string[] => {
  const found: string[] = []
  pageImages(pdf, dpi, (file) => {
    const end = spawnSync('zbarimg', ['-q', file], { encoding: 'utf8' })
    found.push(...end.stdout.trim().split('\n').filter(Boolean))
  })
  return found.sort()
}
