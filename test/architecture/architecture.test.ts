// The house rules that a tool can check: which room may import what, and a few things that must stay rare.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allowed, planted } from './layers.ts'
import { importsOf, isTest, root, sourceFiles, withoutComments } from './source-files.ts'

type Diagnostic = { message: string; help?: string; filename: string; code: string }
type Report = { diagnostics: Diagnostic[]; number_of_files: number }

function lint(folder: string): Report {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'json'], { cwd: folder, encoding: 'utf8' })
  return JSON.parse(stdout) as Report
}

const everywhere = ['src', 'db', 'test', 'bench', 'scripts']

describe('the linter', () => {
  it('reads every source file and finds every room in order', () => {
    const report = lint(root)
    const layers = report.diagnostics.filter(({ code }) => code.includes('no-restricted'))
    expect({
      readsAll: report.number_of_files >= sourceFiles(everywhere).length,
      violations: layers.map(({ filename, message, help }) => `${filename}: ${message} ${help ?? ''}`),
    }).toEqual({ readsAll: true, violations: [] })
  })

  it('catches every planted violation and says what to do instead, and lets the rest through', () => {
    const folder = mkdtempSync(join(tmpdir(), 'repair-counter-planted-'))
    try {
      cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
      for (const { path, code } of [...planted, ...allowed]) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), code)
      }
      const { diagnostics } = lint(folder)
      const answersFor = (path: string) =>
        diagnostics
          .filter(({ filename }) => filename === path)
          .map(({ message, help }) => `${message} ${help ?? ''}`)
      expect({
        missed: planted.filter(({ path, says }) => !answersFor(path).some((answer) => answer.includes(says))),
        refused: allowed
          .filter(({ path }) => answersFor(path).length > 0)
          .map(({ path }) => [path, answersFor(path)]),
      }).toEqual({ missed: [], refused: [] })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('files', () => {
  it('are never longer than 400 lines', () => {
    const long = sourceFiles(everywhere)
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('are named in kebab-case and say in their first lines why they exist', () => {
    const silent = sourceFiles(['src', 'db', 'scripts', 'bench'])
      .filter((file) => !isTest(file) && !/^(#!.*\n)?\s*(\/\/|\/\*)/.test(file.text))
      .map(({ path }) => path)
    const oddlyNamed = sourceFiles(everywhere).filter(({ path }) => !/^[a-z0-9./-]+$/.test(path))
    expect({ silent, oddlyNamed: oddlyNamed.map(({ path }) => path) }).toEqual({ silent: [], oddlyNamed: [] })
  })

  it('import relatively only inside their own room, and never past the index of another feature', () => {
    const astray = sourceFiles(['src'])
      .filter(({ path }) => !isWiring(path))
      .flatMap(({ path, text }) =>
        importsOf(withoutComments(text))
          .filter((name) => name.startsWith('.'))
          .map((name) => posix.join(posix.dirname(path), name))
          .filter((target) => target.startsWith('src/') && !mayReach(path, target))
          .map(
            (target) =>
              `${path} imports ${target}: use #${target.replace(/^src\//, '')}, a feature by its index`,
          ),
      )
    expect(astray).toEqual([])
  })
})

function mayReach(from: string, to: string): boolean {
  const room = (path: string) => path.split('/')[1]
  const feature = featureOf(to)
  return (
    room(from) === room(to) &&
    (feature === undefined || feature === featureOf(from) || /\/index\.tsx?$/.test(to))
  )
}

function featureOf(path: string): string | undefined {
  const core = /^src\/core\/(?!db\/|command\/|host\/|worker\/)([^/]+)\//.exec(path)
  const other = /^src\/(?:renderer\/features|shared\/domain)\/([^/]+)\//.exec(path)
  return core?.[1] ?? other?.[1]
}

// What puts the features together has to reach into them.
function isWiring(path: string): boolean {
  return /^src\/core\/([^/]+\.ts$|host\/|worker\/)/.test(path)
}

describe('what must stay rare', () => {
  const code = sourceFiles(['src'])
    .filter((file) => !isTest(file))
    .map(({ path, text }) => ({ path, text: withoutComments(text) }))

  it('ipcMain is touched in one place, behind the check of the sender', () => {
    const main = code.filter(({ path }) => path.startsWith('src/main/'))
    const uses = main.flatMap(({ path, text }) => [...text.matchAll(/\bipcMain\./g)].map(() => path))
    expect(uses.length).toBe(main.some(({ path }) => path === 'src/main/index.ts') ? 1 : 0)
  })

  it('onPressEnter is used in one place, which knows about the Enter that ends an input method', () => {
    const places = code.filter(({ text }) => text.includes('onPressEnter')).map(({ path }) => path)
    expect(places.filter((path) => !/^src\/renderer\/(components|lib)\//.test(path))).toEqual([])
    expect(places.length).toBeLessThanOrEqual(1)
  })

  it('texts for people stand in the locale files, not in components', () => {
    const inPlace = code
      .filter(({ path }) => path.startsWith('src/renderer/') && path.endsWith('.tsx'))
      .flatMap(({ path, text }) =>
        text.split('\n').map((line, i) => ({ at: `${path}:${i + 1}`, line: line.trim() })),
      )
      .filter(({ line }) => /\p{Script=Han}/u.test(line))
    expect(inPlace).toEqual([])
  })
})
