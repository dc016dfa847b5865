// One real CUPS: its scheduler run by hand in a folder of its own, with a queue to a socket of ours.
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCupsPrinters } from '#core/print/index.ts'
import { rendered } from './pdf-tools.ts'
import { slipOfOne } from './sample-papers.ts'

const cupsd = [process.env['CUPSD'] ?? '', '/usr/sbin/cupsd'].find((path) => path !== '' && existsSync(path))
const hasClients = spawnSync('lp', ['--help']).error === undefined
const canRun = cupsd !== undefined && hasClients && process.getuid?.() === 0
if (!canRun)
  process.stderr.write('skipped: a real CUPS queue needs cupsd (Debian package cups), lp and root\n')

let folder = ''
let scheduler: ChildProcess | undefined
let sink: Server
let received: Buffer = Buffer.alloc(0)
let env: Record<string, string | undefined> = {}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const freePort = async (): Promise<number> => {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

const configure = (port: number, sinkPort: number, deadPort: number): void => {
  const server = join(dirname(dirname(cupsd!)), 'lib/cups')
  for (const name of ['spool/tmp', 'cache', 'run', 'log', 'etc/ppd'])
    mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(
    join(folder, 'files.conf'),
    [
      `ServerRoot ${folder}/etc`,
      `ServerBin ${server}`,
      `RequestRoot ${folder}/spool`,
      `TempDir ${folder}/spool/tmp`,
      `CacheDir ${folder}/cache`,
      `StateDir ${folder}/run`,
      `AccessLog ${folder}/log/access`,
      `ErrorLog ${folder}/log/error`,
      `PageLog ${folder}/log/page`,
      'SystemGroup root',
      'User lp',
      'Group lp',
      '',
    ].join('\n'),
  )
  writeFileSync(
    join(folder, 'cupsd.conf'),
    [
      `Listen 127.0.0.1:${port}`,
      'Browsing Off',
      'WebInterface No',
      'DefaultAuthType None',
      '<Location />',
      'Order allow,deny',
      'Allow all',
      '</Location>',
      '<Policy default>',
      '<Limit All>',
      'Order allow,deny',
      'Allow all',
      '</Limit>',
      '</Policy>',
      '',
    ].join('\n'),
  )
  const queue = (name: string, target: number): string =>
    `<Printer ${name}>\nInfo ${name}\nDeviceURI socket://127.0.0.1:${target}\nState Idle\nAccepting Yes\nShared No\nJobSheets none none\nOpPolicy default\nErrorPolicy retry-job\n</Printer>\n`
  writeFileSync(join(folder, 'etc/printers.conf'), queue('Counter', sinkPort) + queue('Unplugged', deadPort))
}

beforeAll(async () => {
  if (!canRun) return
  folder = mkdtempSync(join(tmpdir(), 'cups-'))
  // The scheduler hands the jobs to a user of lower rank, who must reach them.
  chmodSync(folder, 0o755)
  sink = createServer((socket) => {
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes])
    })
  })
  const port = await freePort()
  configure(port, await listen(sink), await freePort())
  env = { ...process.env, CUPS_SERVER: `127.0.0.1:${port}` }
  scheduler = spawn(cupsd!, ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'files.conf')], {
    stdio: 'ignore',
  })
  await vi.waitFor(
    () => {
      const { stdout } = spawnSync('lpstat', ['-r'], { env, encoding: 'utf8' })
      if (!stdout.includes('is running')) throw new Error(stdout)
    },
    { timeout: 20_000, interval: 100 },
  )
})

afterAll(async () => {
  if (!canRun) return
  scheduler?.kill('SIGKILL')
  await new Promise((resolve) => sink.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

it.skipIf(!canRun)(
  'PRN-3 a real queue: the paper arrives byte for byte, and then the job counts as printed',
  async () => {
    const { pdf, paperSize } = await rendered({ kind: 'pickupSlip', data: slipOfOne, language: 'zh-CN' })
    const cups = createCupsPrinters({ env, pollMs: 50 })
    const listed = await cups.list()
    const outcome = await cups.print({
      pdf,
      paperSize,
      printer: 'Counter',
      copies: 1,
      title: '取机凭证 22-10018-2',
    })
    expect([listed, outcome, Buffer.compare(received, pdf)]).toEqual([
      [
        { name: 'Counter', isDefault: false },
        { name: 'Unplugged', isDefault: false },
      ],
      { result: 'printed', jobId: 'Counter-1' },
      0,
    ])
  },
)

it.skipIf(!canRun)(
  'PRN-3 a printer that is unplugged: the queue takes the job, and its end is unknown',
  async () => {
    const cups = createCupsPrinters({ env, pollMs: 50, followMs: 500 })
    const outcome = await cups.print({
      pdf: Buffer.from('%PDF-1.3'),
      paperSize: 'a4',
      printer: 'Unplugged',
      copies: 1,
      title: 'x',
    })
    expect(outcome).toMatchObject({ result: 'unknown', reason: 'still in the queue' })
  },
)
