// What the program was started with. Only the first start's own arguments count: those that a second start
// hands over are somebody else's and are never read.
import { resolve } from 'node:path'

export type LaunchOptions = Readonly<{
  /** Where the shop's data lives; undefined: the usual place. */
  dataDir: string | undefined
  /** A throw-away folder filled with demo data. */
  demo: boolean
  /** Set by the program itself when it starts anew after the window died three times. */
  gpuOff: boolean
}>

/** Reads `--data DIR`, `--data=DIR`, `--demo`, `--gpu-off` and REPAIR_COUNTER_DATA. */
export const readLaunchOptions = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): LaunchOptions => {
  const at = argv.findIndex((arg) => arg === '--data' || arg.startsWith('--data='))
  const named = at < 0 ? undefined : argv[at]?.slice('--data='.length) || argv[at + 1]
  const dataDir = (named?.startsWith('-') ? undefined : named) ?? env.REPAIR_COUNTER_DATA
  return {
    dataDir: dataDir ? resolve(cwd, dataDir) : undefined,
    demo: argv.includes('--demo'),
    gpuOff: argv.includes('--gpu-off'),
  }
}

// Each of these lets somebody at the keyboard read or change what the program protects.
const DANGEROUS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'allow-running-insecure-content',
  'js-flags',
  'load-extension',
  'inspect',
  'inspect-brk',
  'inspect-port',
]

/** The arguments for which a packaged program refuses to start; Chromium takes them with one or two dashes. */
export const refusedArguments = (argv: readonly string[]): string[] =>
  argv.filter((arg) => {
    const name = /^(?:--?|\/)([^=]+)/.exec(arg)?.[1]?.toLowerCase()
    return name !== undefined && DANGEROUS.includes(name)
  })
