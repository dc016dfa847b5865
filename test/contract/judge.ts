// What any answer to any input has to be: a value, a refusal or bad input that names the field; never a fault,
// and nothing written unless it was a value.
import type { Method } from '#shared/contract/index.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { TestConnection } from '#test/support/core.ts'
import type { ShopInUse } from './shop-in-use.ts'

/** Wrong passwords are counted before they are looked at: the only writes of a refused call. */
const COUNTS_TRIES: ReadonlySet<Method> = new Set([
  'session.login',
  'session.changePassword',
  'session.loginWithPin',
  'session.setPin',
])

export type Asked = Readonly<{ reply: Reply; problem: string | undefined }>

/** Asks and judges; `path` is the field that was spoilt, if one was. */
export const askAndJudge = async (
  shop: ShopInUse,
  who: TestConnection,
  method: Method,
  params: unknown,
  path?: Path,
): Promise<Asked> => {
  const before = shop.version()
  const reply = (await who.ask(method, params as never)) as Reply
  const said = JSON.stringify(reply).slice(0, 300)
  const judge = (): string | undefined => {
    if ('executed' in globalThis || 'isAdmin' in {}) return 'something of the input was executed'
    if (reply.ok) return undefined
    if (reply.kind === 'fault') return `answered a fault: ${said}`
    if (shop.version() !== before && !COUNTS_TRIES.has(method)) return `wrote something and answered ${said}`
    if (reply.kind === 'badInput' && path && !reply.issues.some((issue) => names(issue, path.join('.')))) {
      return `did not name ${path.join('.')}: ${said}`
    }
    return undefined
  }
  const problem = judge()
  return { reply, problem: problem && `${method} ${problem}` }
}

const names = (issue: { path: string; message: string }, path: string): boolean =>
  issue.path !== ''
    ? path.startsWith(issue.path) || issue.path.startsWith(path)
    : issue.message.includes(path.split('.')[0] as string) || issue.message.includes('nested')

/** The keys that lead to a field. */
export type Path = readonly string[]

/** Every field of a value, outer ones before inner ones: `machines`, `machines 0`, `machines 0 condition` … */
export const pathsOf = (value: unknown, at: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])])
    : []

/** A copy with another value at the path; `remove` takes the field out. */
export const changedAt = (
  params: unknown,
  path: Path,
  value: unknown,
  how: 'set' | 'remove' = 'set',
): unknown => {
  const copy = structuredClone(params) as Record<string, unknown>
  let inner = copy
  for (const key of path.slice(0, -1)) inner = inner[key] as Record<string, unknown>
  const last = path.at(-1) as string
  if (how === 'remove') delete inner[last]
  else inner[last] = value
  return copy
}
