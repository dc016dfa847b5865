// `npm run notices`: writes THIRD-PARTY-NOTICES.md; refuses when a package may not be shipped.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceProblems, noticesText, shippedPackages } from './lib/notices.mjs'
import { PlainError, root, runMain, say } from './lib/shell.mjs'

runMain(async () => {
  const packages = shippedPackages()
  const problems = licenceProblems(packages)
  if (problems.length > 0) throw new PlainError(`These licences are not allowed:\n${problems.join('\n')}`)
  writeFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), noticesText(packages))
  say(`THIRD-PARTY-NOTICES.md: ${packages.length} packages`)
})
