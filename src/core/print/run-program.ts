// Runs one of the system's small programs: arguments as they are, no shell, plain English answers.
import { spawn } from 'node:child_process'
import { refuse } from '#shared/kernel/result.ts'
import type { Refused } from '#shared/kernel/result.ts'

export type ProgramEnd = { code: number | null; out: string; err: string }

const mostOutput = 256 * 1024

/** `code` is null when it did not end within `timeoutMs`. Refuses when there is no such program. */
export const runProgram = (
  program: string,
  args: readonly string[],
  { env, timeoutMs }: { env: Readonly<Record<string, string | undefined>>; timeoutMs: number },
): Promise<ProgramEnd | Refused<'noPrintProgram'>> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...env, LC_ALL: 'C', LANG: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    })
    const end = { out: '', err: '' }
    for (const [stream, key] of [
      [child.stdout, 'out'],
      [child.stderr, 'err'],
    ] as const) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => {
        if (end[key].length < mostOutput) end[key] += text
      })
    }
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve(refuse('noPrintProgram', { program }))
      else reject(error)
    })
    child.on('close', (code) => resolve({ code, ...end }))
  })
