// Reads docs/transitions.md as data, for the tests that compare it with the code.

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

const section = (page: string, title: string): readonly string[] => {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => line.startsWith(title))
  if (start < 0) throw new Error(`docs/transitions.md has no section "${title}"`)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('## '))
  return end < 0 ? rest : rest.slice(0, end)
}

/** The rows of the section's table; the first is its head. */
const rowsOf = (page: string, title: string) =>
  section(page, title)
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .map(cellsOf)

export type PageRow = Readonly<{
  command: string
  zh: string
  who: string
  cells: Readonly<Record<string, string>>
}>

const unquote = (text: string) => text.replaceAll('`', '')

/** §4: one row per command with the text of each of its cells by short code. */
export const readTable = (page: string): readonly PageRow[] => {
  const [head = [], ...rows] = rowsOf(page, '## 4.')
  const columns = head.slice(3, -1)
  return rows.map(([command = '', zh = '', who = '', ...cells]) => ({
    command: unquote(command),
    zh,
    who,
    cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
  }))
}

/** §1: short code, code name and Chinese label of each state. */
export const readStates = (page: string): readonly (readonly [string, string, string])[] =>
  rowsOf(page, '## 1.')
    .slice(1)
    .map(([short = '', code = '', zh = '']) => [short, /`(\w+)`/.exec(code)?.[1] ?? '', zh])

/** §2: entry, Chinese label, first state. */
export const readEntries = (page: string): readonly (readonly [string, string, string])[] =>
  section(page, '## 2.')
    .join(' ')
    .split('·')
    .map((text) => /`(\w+)`\s+(\S+)\s+→\s+([A-Z]{2})/.exec(text))
    .map((found) => [found?.[1] ?? '', found?.[2] ?? '', found?.[3] ?? ''])

export type Walk = Readonly<{ situation: string; start: string; steps: readonly WalkStep[] }>
/** `to` is null for a step marked `=`. */
export type WalkStep = Readonly<{ command: string; to: string | null }>

/** §5: each situation with its start and steps. */
export const readWalks = (page: string): readonly Walk[] =>
  rowsOf(page, '## 5.')
    .slice(1)
    .map(([situation = '', walk = '']) => {
      const [start = '', ...steps] = walk.split(/\s+/)
      return { situation, start, steps: steps.map(readStep) }
    })

const readStep = (text: string): WalkStep => {
  const found = /^(\w+)(=|→([A-Z]{2}))$/.exec(text)
  if (found === null) throw new Error(`cannot read the step "${text}"`)
  return { command: found[1] ?? '', to: found[3] ?? null }
}
