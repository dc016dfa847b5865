// The two weights of Noto Sans SC and the PDF engine that holds them: loaded on first use, kept for
// the life of the thread. Templates are untrusted, so the engine may open no file and no address.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A node of a pdfmake document definition. */
export type PdfNode = Record<string, unknown>

/** Width of a line of text in points. */
export type Measure = (text: string, size: number, bold: boolean) => number

type EmbeddedFont = {
  widthOfString: (text: string, size: number) => number
  font: { hasGlyphForCodePoint: (codePoint: number) => boolean }
}
type PdfStream = { provideFont: (family: string, bold: boolean, italics: boolean) => EmbeddedFont }
type Engine = {
  virtualfs: { writeFileSync: (name: string, content: Buffer) => void }
  setFonts: (fonts: Record<string, Record<string, string>>) => void
  setUrlAccessPolicy: (policy: (url: string) => boolean) => void
  setLocalAccessPolicy: (policy: (path: string) => boolean) => void
  createPdf: (
    definition: PdfNode,
    options?: { fontLayoutCache?: boolean },
  ) => { getBuffer: () => Promise<Buffer>; getStream: () => Promise<PdfStream> }
}

export type Press = { engine: Engine; measure: Measure; hasGlyph: (codePoint: number) => boolean }

export const fontFamily = 'NotoSansSC'
const faces = { normal: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' }

/** The font files on disk, from the sources and from the bundle; outside the archive when packaged. */
export const fontFiles = (): { normal: string; bold: string } => {
  const require = createRequire(import.meta.url)
  const find = (face: string): string => {
    const path = require.resolve(`@expo-google-fonts/noto-sans-sc/${face}`)
    const unpacked = path.replace('app.asar', 'app.asar.unpacked')
    return existsSync(unpacked) ? unpacked : path
  }
  return { normal: find(faces.normal), bold: find(faces.bold) }
}

/** Adds up the widths of characters, each asked for once: kerning left out, so never too narrow. */
const makeMeasure = (normal: EmbeddedFont, bold: EmbeddedFont): Measure => {
  const unit = 1000
  const caches = { normal: new Map<string, number>(), bold: new Map<string, number>() }
  return (text, size, isBold) => {
    const cache = isBold ? caches.bold : caches.normal
    let width = 0
    for (const character of text) {
      let own = cache.get(character)
      if (own === undefined) {
        own = (isBold ? bold : normal).widthOfString(character, unit)
        cache.set(character, own)
      }
      width += own
    }
    return (width / unit) * size
  }
}

const makePress = async (): Promise<Press> => {
  const engine = (await import('pdfmake')).default as unknown as Engine
  const files = fontFiles()
  // Held as bytes: reading 21 MB anew for every paper took as long as laying it out.
  engine.virtualfs.writeFileSync('normal.ttf', readFileSync(files.normal))
  engine.virtualfs.writeFileSync('bold.ttf', readFileSync(files.bold))
  engine.setFonts({
    [fontFamily]: { normal: 'normal.ttf', bold: 'bold.ttf', italics: 'normal.ttf', bolditalics: 'bold.ttf' },
  })
  engine.setUrlAccessPolicy(() => false)
  engine.setLocalAccessPolicy(() => false)
  const sample = engine.createPdf(
    { content: ' ', defaultStyle: { font: fontFamily } },
    { fontLayoutCache: false },
  )
  const stream = await sample.getStream()
  const normal = stream.provideFont(fontFamily, false, false)
  const bold = stream.provideFont(fontFamily, true, false)
  return {
    engine,
    measure: makeMeasure(normal, bold),
    hasGlyph: (codePoint) => normal.font.hasGlyphForCodePoint(codePoint),
  }
}

let press: Promise<Press> | undefined

/** The engine with its fonts, the same for every paper of this thread. */
export const loadPress = (): Promise<Press> => {
  press ??= makePress().catch((error: unknown) => {
    press = undefined
    throw error
  })
  return press
}
