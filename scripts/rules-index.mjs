// `node scripts/rules-index.mjs`: writes the index of docs/rules.md anew from the titles of the tests.
import { readFileSync, writeFileSync } from 'node:fs'
import { namedRules, pageWithIndex, rulesOnPage, rulesPage } from './lib/rules-index.mjs'
import { PlainError, runMain, say } from './lib/shell.mjs'

runMain(async () => {
  const page = readFileSync(rulesPage, 'utf8')
  const named = namedRules()
  const known = rulesOnPage(page)
  const strangers = named.filter(({ id }) => !known.includes(id))
  if (strangers.length > 0) {
    const list = strangers.map(({ id, file }) => `${id} in ${file}`).join('\n')
    throw new PlainError(`These titles name rules that are not in docs/rules.md:\n${list}`)
  }
  writeFileSync(rulesPage, pageWithIndex(page, named))
  say(`docs/rules.md: ${new Set(named.map(({ id }) => id)).size} of ${known.length} rules named by a test`)
})
