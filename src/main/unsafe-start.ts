// Whether the program was started in a way that opens its walls.
import { app } from 'electron'
import { refusedArguments } from './launch-options.ts'

/** Words for the person when the start is refused; undefined when it is fine. */
export const unsafeStart = (): string | undefined => {
  // Tests drive the unpackaged program through a debugging port; REPAIR_COUNTER_STRICT makes it strict too.
  const strict = app.isPackaged || process.env.REPAIR_COUNTER_STRICT === '1'
  const refused = refusedArguments(process.argv.slice(1))
  const bad = strict ? refused : refused.filter((arg) => arg.includes('no-sandbox') && !runsAsRoot())
  if (bad.length === 0) return undefined
  return (
    `为保护数据，程序不接受这些启动参数：${bad.join('、')}。请去掉后重新启动。 / ` +
    `To protect the data the program does not start with ${bad.join(', ')}. Start it without.`
  )
}

// As root Chromium cannot make its sandbox; that is for development in containers only.
export const runsAsRoot = (): boolean =>
  !app.isPackaged && process.platform === 'linux' && process.getuid?.() === 0
