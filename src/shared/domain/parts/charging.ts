// What of the parts that were used is charged by a line of its own, and what the accepted quote has charged already
// (rules SRV-2, QUO-5). The accepted quote is a price for having the part changed: a use of that part feeds the
// quote's line, whichever payer the part was planned with, so that no part is paid for twice. What was used beyond
// the quote, or never stood in it, is charged by itself. Quantities are thousandths of the unit.
import type { Payer } from '#shared/domain/service/payers.ts'

export type UsedPart = Readonly<{
  id: string
  /** Null for a bought-in part that the catalogue does not know. */
  partId: string | null
  name: string
  payer: Payer
  used: number
}>

/** A line of the accepted quote for a part, as it stands on the order. */
export type QuotedPart = Readonly<{
  id: string
  partId: string | null
  text: string
  payer: Payer
  quantity: number
}>

export type Charging = Readonly<{
  /** By the part's line on the order: how much of its use the quote covers, and how much is charged beside it. */
  parts: ReadonlyMap<string, Readonly<{ quoted: number; charged: number }>>
  /** By the quote's line: the part that fed it first, and how much of it nobody used. */
  quoted: ReadonlyMap<string, Readonly<{ fedBy: string | null; unused: number }>>
}>

/** A line that was quoted in words is for the part of that name. */
const isFor = (quoted: QuotedPart, part: UsedPart): boolean =>
  quoted.partId === null ? quoted.text === part.name : quoted.partId === part.partId

/** Parts in the order of their lines; of several quoted lines for one part that of the same payer is fed first. */
export const chargeFor = (parts: readonly UsedPart[], quoted: readonly QuotedPart[]): Charging => {
  const left = new Map(quoted.map((line) => [line.id, line.quantity]))
  const fedBy = new Map<string, string>()
  const open = new Map(parts.map((part) => [part.id, part.used]))
  const feed = (part: UsedPart, line: QuotedPart): void => {
    const [wanted, most] = [open.get(part.id) ?? 0, left.get(line.id) ?? 0]
    const fed = Math.min(wanted, most)
    if (fed <= 0) return
    open.set(part.id, wanted - fed)
    left.set(line.id, most - fed)
    if (!fedBy.has(line.id)) fedBy.set(line.id, part.id)
  }
  for (const samePayer of [true, false])
    for (const part of parts)
      for (const line of quoted)
        if (isFor(line, part) && (line.payer === part.payer) === samePayer) feed(part, line)
  return {
    parts: new Map(
      parts.map(({ id, used }) => {
        const charged = open.get(id) ?? 0
        return [id, { quoted: used - charged, charged }]
      }),
    ),
    quoted: new Map(
      quoted.map(({ id }) => [id, { fedBy: fedBy.get(id) ?? null, unused: left.get(id) ?? 0 }]),
    ),
  }
}
