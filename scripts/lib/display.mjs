// A display for machines that have none: an Xvfb of our own, gone again when we are.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { PlainError } from './shell.mjs'

/**
 * Starts Xvfb on a free display number, which it searches itself. Answers `{ display, stop }`.
 * It is kept out of our process group (Ctrl+C must let the program drain first) and dies with us even
 * when we are killed.
 */
export function startHiddenDisplay({ size = '1440x900' } = {}) {
  const server = ['Xvfb', '-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset']
  const command = existsSync('/usr/bin/setpriv')
    ? ['setpriv', '--pdeathsig', 'KILL', '--', ...server]
    : server
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let errors = ''
    let number = ''
    const stop = () => {
      process.off('exit', stop)
      child.kill('SIGKILL')
    }
    process.on('exit', stop)
    child.stderr.on('data', (text) => (errors += text))
    child.on('error', (error) => reject(new PlainError(`Xvfb did not start: ${error.message}`)))
    child.on('exit', () => reject(new PlainError(`Xvfb did not start:\n${errors}`)))
    child.stdio[3].on('data', (text) => {
      number += text
      if (!number.endsWith('\n')) return
      child.unref()
      for (const stream of [child.stderr, child.stdio[3]]) stream.unref?.()
      resolve({ display: `:${number.trim()}`, stop })
    })
  })
}
