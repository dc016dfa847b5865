// The process that holds the core: a child of main (plain Node) or one of Electron's utility processes. It ends
// when main says so or is gone, and for no other reason.
import { existsSync } from 'node:fs'
import { VERSION } from '#shared/version.ts'
import type { Hello } from '#shared/host/protocol.ts'
import type { HostPrinter } from '#shared/host/printer.ts'
import { dataDir } from '#core/db/data-dir.ts'
import { explainStart } from './explain-start.ts'
import { portToMain } from './ports.ts'
import { serve } from './serve.ts'

// Loads while main is still asking the system for the key. The database driver itself loads later and says
// plainly when the runtime is too old for it.
const loading = import('#core/core.ts')
loading.catch(() => undefined)

/** Enough for every screen to show something, and made in a moment. */
const DEMO_ORDERS = 400

// A core that was started anew finds the folder of its predecessor.
const fillOnce = async (folder: string): Promise<void> => {
  if (existsSync(dataDir(folder).database)) return
  const { fillDemo } = await import('#core/demo/fill-demo.ts')
  const seed = { orders: DEMO_ORDERS, years: 1, seed: 1 }
  const { staff } = await fillDemo({ dataDir: folder, ...seed, version: VERSION, now: Date.now() })
  process.stdout.write('演示数据，退出后删除。登录： / Demo data, deleted at the end. Sign in as:\n')
  for (const { staffNo, name, password } of staff)
    process.stdout.write(`  ${staffNo}  ${password}  ${name}\n`)
}

const open = async (hello: Hello, hostPrinter: HostPrinter | undefined) => {
  const { openCore } = await loading
  if (hello.demo) await fillOnce(hello.dataDir)
  return openCore({
    dataDir: hello.dataDir,
    version: hello.version,
    passcodeKey: hello.passcodeKey === null ? undefined : Buffer.from(hello.passcodeKey, 'base64'),
    hostPrinter,
    now: Date.now,
  })
}

const port = portToMain()
if (!port) {
  process.stderr.write('This file is started by the program. Without a window use: npm run -s counter\n')
  process.exit(2)
}
// Ctrl+C in a terminal reaches the whole group; main decides about the end, or nothing could be drained.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => undefined)
serve(port, { open, explain: explainStart, end: () => process.exit(0) })
