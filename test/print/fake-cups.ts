// A folder with programs named lp and lpstat that write down how they were called. First in PATH, they
// stand for CUPS: what matters is which arguments our code passes and what it makes of the answers.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type FakeCups = {
  env: Record<string, string>
  /** Arguments of each call of lp so far. */
  calls: () => string[][]
  /** The bytes that lp was given last. */
  printed: () => Buffer
  /** What a program prints, on which channel, and its exit code; `polls` answers lpstat -o in turn. */
  answer: (change: Partial<Answers>) => void
  remove: () => void
}

type Answers = {
  lp: string
  lpCode: number
  printers: string
  isRunning: boolean
  isDead: boolean
  polls: string[]
}

const lp = `#!/bin/sh
printf '%s\\n' "$LC_ALL" "$@" > "$FAKE/call-$(ls "$FAKE" | grep -c '^call-')"
for last; do :; done
cp "$last" "$FAKE/printed.pdf"
if [ "$(cat "$FAKE/lp-code")" = 0 ]; then cat "$FAKE/lp"; else cat "$FAKE/lp" >&2; fi
exit "$(cat "$FAKE/lp-code")"
`

const lpstat = `#!/bin/sh
case "$1" in
  -e) cat "$FAKE/printers" ;;
  -d) echo 'system default destination: Front' ;;
  -r) cat "$FAKE/running" ;;
  -o) [ -e "$FAKE/dead" ] && { echo 'lpstat: Connection refused' >&2; exit 1; }
      first=$(ls "$FAKE" | grep '^poll-' | sort | head -n 1)
      [ -n "$first" ] || exit 0
      cat "$FAKE/$first"
      rm "$FAKE/$first" ;;
esac
`

export const fakeCups = (): FakeCups => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-cups-'))
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  writeFileSync(join(bin, 'lp'), lp, { mode: 0o755 })
  writeFileSync(join(bin, 'lpstat'), lpstat, { mode: 0o755 })
  const answer: FakeCups['answer'] = (change) => {
    if (change.lp !== undefined) write('lp', change.lp)
    if (change.lpCode !== undefined) write('lp-code', String(change.lpCode))
    if (change.printers !== undefined) write('printers', change.printers)
    if (change.isRunning !== undefined)
      write('running', `scheduler is ${change.isRunning ? '' : 'not '}running\n`)
    if (change.isDead) write('dead', '')
    for (const [i, poll] of (change.polls ?? []).entries()) write(`poll-${String(i).padStart(3, '0')}`, poll)
  }
  answer({
    lp: 'request id is Front-12 (1 file(s))\n',
    lpCode: 0,
    printers: 'Front\nLabels\n',
    isRunning: true,
  })
  const calls = (): string[][] => {
    const all: string[][] = []
    for (;;) {
      try {
        all.push(
          readFileSync(join(folder, `call-${all.length}`), 'utf8')
            .trimEnd()
            .split('\n'),
        )
      } catch {
        return all
      }
    }
  }
  return {
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, FAKE: folder },
    calls,
    printed: () => readFileSync(join(folder, 'printed.pdf')),
    answer,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
