// Which test proves which rule of the business: read from the titles of the tests, written into docs/rules.md.
// The hand-written list of that page is the list of all rules; what no title names is not yet proven.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from './shell.mjs'

export const rulesPage = join(root, 'docs', 'rules.md')

const mark = '<!-- index: what follows is written by `node scripts/rules-index.mjs` -->'
const ruleId = /\b(?:AFT|CAN|CLK|CLS|CON|DSP|INT|PHN|PRN|PRT|QUO|REP|SET|SRV|STF|WO)-\d+\b/g
// The title is the first text behind `it(`, `test(`, `describe(` or the second bracket of `it.each(…)(`.
// A test that never runs (`it.skip`, `it.todo`) proves nothing.
const titled =
  /(?:\b(?:it|test|describe)(?:\.(?:only|concurrent|sequential|serial))*\(|\)\()\s*(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`)/g

/** The ids of the hand-written list, in its order. */
export function rulesOnPage(page) {
  return [...page.split(mark)[0].matchAll(/^- \*\*([A-Z]+-\d+)\*\* /gm)].map((match) => match[1])
}

/** Every rule that a title of this test file names. */
export function rulesInSource(file, source) {
  return [...source.matchAll(titled)].flatMap((match) => {
    const text = (match[1] ?? match[2] ?? match[3]).replaceAll(/\\(.)/g, '$1').replaceAll(/\s+/g, ' ').trim()
    const ids = [...new Set(text.match(ruleId) ?? [])]
    const [first] = ids
    const title = first !== undefined && text.startsWith(`${first} `) ? text.slice(first.length + 1) : text
    return ids.map((id) => ({ id, title, file }))
  })
}

/** The same for all test files of the tree, in the order of their paths. */
export function namedRules() {
  return ['src', 'test']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
    .map((path) => relative(root, join(root, path)).split(sep).join('/'))
    .sort()
    .flatMap((file) => rulesInSource(file, readFileSync(join(root, file), 'utf8')))
}

/** The page as it should be: the hand-written half as it is, the index anew. */
export function pageWithIndex(page, named) {
  const [byHand] = page.split(mark)
  const all = rulesOnPage(page)
  const proven = all.filter((id) => named.some((one) => one.id === id))
  const lines = proven.flatMap((id) => [
    `- **${id}**`,
    ...named.filter((one) => one.id === id).map(({ title, file }) => `  - ${plain(title)} (\`${file}\`)`),
  ])
  const open = all.filter((id) => !proven.includes(id))
  return [
    `${byHand.trimEnd()}\n`,
    `${mark}\n`,
    `## Proven by a test (${proven.length} of ${all.length})\n`,
    `${lines.join('\n')}\n`,
    `## Not yet proven (${open.length})\n`,
    `${byArea(open)}\n`,
  ].join('\n')
}

function byArea(ids) {
  const areas = [...new Set(ids.map((id) => id.split('-')[0]))]
  return areas.map((area) => `- ${ids.filter((id) => id.startsWith(`${area}-`)).join(', ')}`).join('\n')
}

// Signs that Markdown would take for its own.
function plain(title) {
  return title.replaceAll(/[\\`*_<>[\]]/g, '\\$&')
}
