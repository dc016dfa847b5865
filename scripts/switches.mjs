// `npm run switches [-- RULE …]`: switches rules off one at a time in a copy of the sources and looks whether their
// tests notice. A whole run writes what it saw to docs/rule-switches.md.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlainError, node24, projectEnv, root, runMain, say } from './lib/shell.mjs'

const list = JSON.parse(readFileSync(join(root, 'test/switches/switches.json'), 'utf8'))
const page = join(root, 'docs/rule-switches.md')

/** With a rule off a test may well run round in circles. */
const LONGEST_MS = 15 * 60_000

runMain(async () => {
  const wanted = process.argv.slice(2)
  const switches = wanted.length === 0 ? list : list.filter(({ rule }) => wanted.includes(rule))
  const copy = mkdtempSync(join(tmpdir(), 'repair-counter-switches-'))
  try {
    for (const part of [
      'src',
      'db',
      'test',
      'templates',
      'scripts',
      'docs',
      'package.json',
      'vitest.config.ts',
      'tsconfig.base.json',
      'tsconfig.json',
    ])
      cpSync(join(root, part), join(copy, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    const on = failures(copy, [...new Set(switches.map(({ test }) => test))], undefined)
    if (on.failed > 0) throw new PlainError(`With every rule on these fail already:\n${on.titles.join('\n')}`)
    const missed = switches.filter((one) => !notices(copy, one))
    if (missed.length > 0)
      throw new PlainError(`Nobody noticed: ${missed.map(({ rule, off }) => `${rule} (${off})`).join('; ')}`)
    if (wanted.length === 0) writeFileSync(page, words(switches))
    say(`${switches.length} switches, each noticed by a test of its rule`)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  return 0
})

/** Whether a test that names the rule fails while it is off. */
function notices(copy, { rule, off, file, from, to, test }) {
  const path = join(copy, file)
  const on = readFileSync(path, 'utf8')
  if (on.split(from).length !== 2) throw new PlainError(`${rule}: ${file} must hold this once:\n${from}`)
  writeFileSync(
    path,
    on.replace(from, () => to),
  )
  try {
    const { failed } = failures(copy, [test], `${rule}\\b`)
    say(`${failed > 0 ? 'noticed' : 'MISSED '} ${rule} ${off}${failed > 0 ? ` (${failed} failed)` : ''}`)
    return failed > 0
  } finally {
    writeFileSync(path, on)
  }
}

function failures(cwd, tests, title) {
  const report = join(cwd, 'report.json')
  rmSync(report, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile.json=${report}`]
  spawnSync(node24, [...args, ...(title === undefined ? [] : ['-t', title]), ...tests], {
    cwd,
    env: projectEnv({ NO_COLOR: '1' }),
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  })
  if (!existsSync(report))
    throw new PlainError(`no end within ${LONGEST_MS / 60_000} minutes: ${tests} ${title ?? ''}`)
  const { numFailedTests, numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  if (numFailedTests + numPassedTests === 0) throw new PlainError(`no test ran: ${tests} ${title ?? ''}`)
  const titles = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map((one) => one.fullName),
  )
  return { failed: numFailedTests, titles }
}

function words(switches) {
  const rows = switches.map(({ rule, off, file }) => `| ${rule} | ${off} | \`${file}\` |`)
  return `# Rules switched off

A test that proves a rule fails when the rule is switched off. \`npm run switches\` tries it: each line below was
changed in a copy of the sources (\`test/switches/switches.json\` says how), and a test with the rule's id in its title
failed. The tests of the window are not among them.

| Rule | Switched off | In |
| --- | --- | --- |
${rows.join('\n')}
`
}
