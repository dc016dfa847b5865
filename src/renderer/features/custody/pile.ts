// The things in somebody's hands: each once, the latest first; and how each goes back where it was. Pure.
import type { HeldItem } from '#shared/contract/custody.ts'
import type { Params } from '#shared/contract/index.ts'

export const keyOf = ({ orderId, item }: Pick<HeldItem, 'orderId' | 'item'>): string => `${orderId}/${item}`

/** With what was scanned at the top; a thing that was there already is told anew, not twice. */
export const joined = (pile: readonly HeldItem[], scanned: readonly HeldItem[]): readonly HeldItem[] => {
  const keys = new Set(scanned.map(keyOf))
  return [...scanned, ...pile.filter((held) => !keys.has(keyOf(held)))]
}

type Move = Params<'custody.move'>
const MOVABLE = ['shelf', 'bench', 'technician', 'branch'] as const

/** One move for each place that things came from; things that came from outside do not go back by a scan. */
export const waysBack = (moved: readonly HeldItem[]): readonly Pick<Move, 'codes' | 'to'>[] => {
  const ways = new Map<string, { codes: string[]; to: Move['to'] }>()
  for (const { code, place } of moved) {
    const kind = MOVABLE.find((one) => one === place.kind)
    const to: Move['to'] | null =
      kind !== undefined && place.id !== null
        ? { kind, id: place.id }
        : place.kind === 'counter'
          ? { kind: 'counter' }
          : null
    if (to === null) continue
    const key = `${place.kind}/${place.id ?? ''}`
    const way = ways.get(key) ?? { codes: [], to }
    way.codes.push(code)
    ways.set(key, way)
  }
  return [...ways.values()]
}
