// What every start asks, sent while the screens are still being loaded.
import type { Bridge } from './bridge.ts'

/** Nobody who asks later than this gets an answer of the start. */
const KEPT_MS = 5_000

/** Asks these queries (without params) now and gives each answer to the first who asks the same. */
export const askAhead = (bridge: Bridge, methods: readonly string[]): Bridge => {
  const answers = new Map(methods.map((method) => [method, bridge.call(method)]))
  const forget = (): void => answers.clear()
  setTimeout(forget, KEPT_MS)
  // Whatever the core says may have made them old.
  bridge.listen(forget)
  return {
    ...bridge,
    call: (method, params, commandId) => {
      const answer = answers.get(method)
      answers.delete(method)
      return answer ?? bridge.call(method, params, commandId)
    },
  }
}
