// `npm run -s bench -- [--quick] [--only ID,…] [--out FILE]`: measures, prints a table, writes the figures as JSON.
// Each bench runs in a process of its own, so that none warms or fills the heap of another. What misses its goal
// is printed as a miss; nothing here fails a build.
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { WrongUsage, readArguments } from '#core/host/cli-arguments.ts'
import { cacheFolder } from './lib/cache.ts'
import type { Row } from './lib/row.ts'

/** Which figures each bench measures; a window bench needs Electron and a display. */
const BENCHES: Readonly<Record<string, readonly string[]>> = {
  intake: ['intake-durable-ratio'],
  search: ['search-p99-ms', 'search-ratio'],
  catalogue: ['import-ratio', 'part-find-p99-ms'],
  pdf: ['pdf-warm-ratio'],
  permission: ['permission-overhead-us'],
  board: ['board-query-p99-ms', 'board-ratio', 'board-first-paint-ms', 'board-scroll-fps'],
  stock: ['stock-p99-ms'],
  parts: ['parts-issue-ratio'],
  money: ['settle-ratio'],
  books: ['money-report-p99-ms', 'money-check-ratio'],
  window: ['cold-start-ratio', 'key-paint-p95-ms', 'memory-idle-ratio'],
}

const DEFAULT_OUT = 'test-results/bench.json'

const main = async (): Promise<void> => {
  const args = readArguments(process.argv.slice(2), ['only', 'out'], ['quick'])
  const all = Object.values(BENCHES).flat()
  const wanted = args.options.get('only')?.split(',') ?? all
  const unknown = wanted.filter((id) => !all.includes(id))
  if (unknown.length > 0) throw new WrongUsage(`unknown: ${unknown.join(', ')}; there are ${all.join(', ')}`)
  const quick = args.flags.has('quick')

  const rows: Row[] = []
  for (const [name, ids] of Object.entries(BENCHES)) {
    const asked = ids.filter((id) => wanted.includes(id))
    if (asked.length === 0) continue
    process.stderr.write(`${name} …\n`)
    rows.push(...(await measure(name, asked, quick)).filter(({ id }) => wanted.includes(id)))
  }
  process.stdout.write(`${table(rows)}\n`)
  const misses = rows.filter(({ ok }) => !ok)
  if (misses.length > 0) process.stdout.write(`\nMisses: ${misses.map(({ id }) => id).join(', ')}\n`)
  const out = args.options.get('out') ?? DEFAULT_OUT
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, `${JSON.stringify({ rows }, null, 2)}\n`)
}

/** Runs one bench; one that breaks is reported as a miss of each of its figures. */
const measure = (name: string, ids: readonly string[], quick: boolean): Promise<Row[]> => {
  mkdirSync(cacheFolder(), { recursive: true })
  const workDir = mkdtempSync(join(cacheFolder(), 'work-'))
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'lib', 'run-one.ts'), [name], {
      stdio: ['ignore', 2, 2, 'ipc'],
    })
    let rows: Row[] | undefined
    child.on('message', (message) => {
      rows = message as Row[]
    })
    child.on('exit', (code) => {
      rmSync(workDir, { recursive: true, force: true })
      const broken = ids.map((id) => ({
        id,
        value: Number.NaN,
        unit: '',
        goal: '',
        ok: false,
        detail: `the bench ended with code ${code} and no figure`,
      }))
      resolve(rows ?? broken)
    })
    child.send({ quick, workDir, ids })
  })
}

const table = (rows: readonly Row[]): string =>
  [
    '| id | value | unit | goal | | detail |',
    '|---|--:|---|---|---|---|',
    ...rows.map(
      ({ id, value, unit, goal, ok, detail }) =>
        `| ${id} | ${value} | ${unit} | ${goal} | ${ok ? 'ok' : '**miss**'} | ${words(detail)} |`,
    ),
  ].join('\n')

const words = (detail: Row['detail']): string =>
  typeof detail === 'string'
    ? detail
    : Object.entries(detail)
        .map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
        .join('; ')

try {
  await main()
} catch (error) {
  if (!(error instanceof WrongUsage)) throw error
  process.stderr.write(`${error.message}\nnpm run -s bench -- [--quick] [--only ID,…] [--out FILE]\n`)
  process.exitCode = 2
}
