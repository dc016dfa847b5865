// The layer between the core and the C library: what it records and how it is told to fail.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('shim.c', import.meta.url))

/** Why the layer cannot be used here, or undefined. */
export const shimMissing = (): string | undefined => {
  if (process.platform !== 'linux') return 'the layer under the C library is for Linux only'
  return spawnSync('cc', ['--version']).status === 0 ? undefined : 'there is no C compiler (cc)'
}

let compiled: string | undefined

const shimFile = (): string => {
  if (compiled) return compiled
  const file = join(tmpdir(), `repair-counter-shim-${process.pid}.so`)
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-w', '-o', file, source, '-ldl', '-lpthread'])
  process.once('exit', () => rmSync(file, { force: true }))
  compiled = file
  return file
}

export const ERRNO = { EIO: 5, ENOSPC: 28, KILL: 0 } as const

export type Plan = Readonly<{
  operation: 'write' | 'fsync' | 'truncate' | 'unlink' | 'rename' | 'link' | 'any'
  error: keyof typeof ERRNO
  /** The path ends so; `*` for any file of the folder. */
  path: string
  skip?: number
  count?: number
}>

export type Shim = Readonly<{
  env: Record<string, string>
  /** From now on the operations fail as planned, until they failed `count` times. */
  plan: (plan: Plan) => void
  /** Whether a plan still waits for its operation. */
  pending: () => boolean
  /** Operations work again. */
  heal: () => void
  record: () => Operation[]
}>

export type Operation =
  | Readonly<{ op: 'W'; file: string; offset: number; data: Buffer }>
  | Readonly<{ op: 'T'; file: string; offset: number }>
  | Readonly<{ op: 'S'; file: string }>
  | Readonly<{ op: 'U'; file: string }>
  | Readonly<{ op: 'A'; text: string }>

/** For one process on the data folder; `beside` is where record and plan are kept. */
export const createShim = (dir: string, beside: string): Shim => {
  const control = join(beside, 'control')
  const log = join(beside, 'record')
  return {
    env: { LD_PRELOAD: shimFile(), FAULT_DIR: dir, FAULT_CONTROL: control, FAULT_RECORD: log },
    plan: ({ operation, error, path, skip = 0, count = 1 }) =>
      writeFileSync(control, `${operation} ${ERRNO[error]} ${path} ${skip} ${count} ${Math.random()}`),
    pending: () => existsSync(control),
    heal: () => rmSync(control, { force: true }),
    record: () => readRecord(log),
  }
}

const HEAD = 27

const readRecord = (file: string): Operation[] => {
  const bytes = readFileSync(file)
  const operations: Operation[] = []
  let at = 0
  while (at + HEAD <= bytes.length) {
    const op = String.fromCharCode(bytes[at] as number)
    const nameLength = bytes.readUInt16LE(at + 1)
    const offset = Number(bytes.readBigInt64LE(at + 3))
    const kept = Number(bytes.readBigInt64LE(at + 19))
    const name = bytes.toString('utf8', at + HEAD, at + HEAD + nameLength)
    const data = bytes.subarray(at + HEAD + nameLength, at + HEAD + nameLength + kept)
    at += HEAD + nameLength + kept
    if (op === 'W') operations.push({ op, file: name, offset, data })
    else if (op === 'T') operations.push({ op, file: name, offset })
    else if (op === 'A') operations.push({ op, text: data.toString('utf8') })
    else if (op === 'S') operations.push({ op, file: name })
    else operations.push({ op: 'U', file: name })
  }
  return operations
}
