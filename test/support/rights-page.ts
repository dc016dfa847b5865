// Reads docs/rights.md as data, for the tests that compare it with the code and with a real core.
import { readFileSync } from 'node:fs'

export type Cell = '✔' | '–' | 'own'
/** By name of the right or command, then by role. */
export type Matrix = Readonly<Record<string, Readonly<Record<string, Cell>>>>

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

const code = (cell: string): string => /`([^`]+)`/.exec(cell)?.[1] ?? ''

/** Head and rows of the table under a heading. */
const tableUnder = (page: string, heading: string): readonly (readonly string[])[] => {
  const start = page.indexOf(`\n${heading}`)
  if (start < 0) throw new Error(`docs/rights.md has no "${heading}"`)
  const end = page.indexOf('\n## ', start + 1)
  return page
    .slice(start, end < 0 ? undefined : end)
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .map(cellsOf)
}

const matrixUnder = (page: string, heading: string): Matrix => {
  const [head = [], ...rows] = tableUnder(page, heading)
  const roles = head.map(code)
  return Object.fromEntries(
    rows.map((row) => [
      code(row[0] ?? ''),
      Object.fromEntries(
        roles.flatMap((role, at) => (role === '' ? [] : [[role, row[at] as Cell] as const])),
      ),
    ]),
  )
}

export type Need = 'nothing' | 'oneself' | 'a person' | Readonly<{ right: string }> | readonly string[]

const needOf = (cell: string): Need => {
  if (cell === 'nothing' || cell === 'oneself' || cell === 'a person') return cell
  const names = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
  return cell.startsWith('command') ? names : { right: names[0] ?? '' }
}

export type RightsPage = Readonly<{
  rights: Matrix
  commands: Matrix
  procedures: Readonly<Record<string, Need>>
}>

export const readRightsPage = (): RightsPage => {
  const page = readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8')
  return {
    rights: matrixUnder(page, '## 1.'),
    commands: matrixUnder(page, '## 2.'),
    procedures: Object.fromEntries(
      tableUnder(page, '## 3.')
        .slice(1)
        .map(([name = '', needs = '']) => [code(name), needOf(needs)]),
    ),
  }
}

/** The roles that may call a procedure, as the page says; undefined where no role is needed. */
export const rolesOnPage = (page: RightsPage, procedure: string): readonly string[] | undefined => {
  const need = page.procedures[procedure]
  if (need === undefined) throw new Error(`docs/rights.md does not list ${procedure}`)
  if (typeof need === 'string') return undefined
  // On other jobs the table refuses, or the answer hides what is not his: calling is allowed.
  const may = (matrix: Matrix, name: string, cells: readonly Cell[]): readonly string[] => {
    const row = matrix[name]
    if (!row) throw new Error(`docs/rights.md names ${name} for ${procedure} and has no row for it`)
    return Object.keys(row).filter((role) => cells.includes(row[role] as Cell))
  }
  if ('right' in need) return may(page.rights, need.right, ['✔', 'own'])
  return [...new Set(need.flatMap((command) => may(page.commands, command, ['✔', 'own'])))]
}
