// The page of the rules says which test proves which: it must be what the titles say now.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  namedRules,
  pageWithIndex,
  rulesInSource,
  rulesOnPage,
  rulesPage,
} from '../../scripts/lib/rules-index.mjs'

const page = readFileSync(rulesPage, 'utf8')

describe('docs/rules.md', () => {
  it('is what `node scripts/rules-index.mjs` would write now', () => {
    expect(page === pageWithIndex(page, namedRules()), 'run: node scripts/rules-index.mjs').toBe(true)
  })

  it('lists every rule that a test names, each once', () => {
    const known = rulesOnPage(page)
    const strangers = namedRules().filter(({ id }) => !known.includes(id))
    expect({ strangers, twice: known.filter((id, i) => known.indexOf(id) !== i) }).toEqual({
      strangers: [],
      twice: [],
    })
  })

  it('takes titles for what they are, and neither comments nor tests that never run', () => {
    const area = 'INT'
    const source = [
      `// ${area}-1 in a comment`,
      `const text = '${area}-2 is no title'`,
      `it('${area}-3 one title; ${area}-4 with two rules', () => {})`,
      `it.skip('${area}-5 never runs', () => {})`,
      `it.each([[1], [2]])(\n  \`${area}-6 case \${n}\`, () => {})`,
      `describe("${area}-7 isn't missed", () => {})`,
      `it('says it at the end (${area}-8)', () => {})`,
    ].join('\n')
    expect(rulesInSource('a.test.ts', source).map(({ id, title }) => `${id}: ${title}`)).toEqual([
      `${area}-3: one title; ${area}-4 with two rules`,
      `${area}-4: one title; ${area}-4 with two rules`,
      `${area}-6: case \${n}`,
      `${area}-7: isn't missed`,
      `${area}-8: says it at the end (${area}-8)`,
    ])
  })
})
