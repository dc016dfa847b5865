// Every contract of the counter, and the types that the window and scripts call it with.
import type { z } from 'zod'
import { accounts } from './account.ts'
import { approvals } from './approvals.ts'
import { attachments } from './attachments.ts'
import { backups } from './backups.ts'
import { boards } from './board.ts'
import { packages, parts, serviceItems } from './catalogue.ts'
import { catalogues } from './catalogue-import.ts'
import { confirmations } from './confirmation.ts'
import { contacts } from './contact.ts'
import { customers } from './customers.ts'
import type { Procedure } from './define.ts'
import { dispatches } from './dispatch.ts'
import { custodies } from './custody.ts'
import { directories } from './directory.ts'
import { drafts } from './drafts.ts'
import { handOvers } from './hand-over.ts'
import { inboxes } from './inbox.ts'
import { knowledge } from './knowledge.ts'
import { meters } from './meters.ts'
import { spots } from './on-the-spot.ts'
import { orderParts } from './order-parts.ts'
import { orders } from './orders.ts'
import { printing } from './printing.ts'
import { quotes } from './quote.ts'
import { receipts } from './receipt.ts'
import { receivables } from './receivable.ts'
import { cancels, reviews } from './review.ts'
import { searches } from './search.ts'
import { services } from './service.ts'
import { sessions } from './session.ts'
import { deposits, settlements } from './settlement.ts'
import { days, shifts } from './shift.ts'
import { shops } from './shop.ts'
import { staff } from './staff.ts'
import { stocks } from './stock.ts'
import { transfers } from './transfer.ts'
import { system } from './system.ts'
import { visits } from './visits.ts'

export const CONTRACTS = [
  shops,
  sessions,
  staff,
  customers,
  visits,
  orderParts,
  orders,
  spots,
  dispatches,
  services,
  quotes,
  contacts,
  custodies,
  stocks,
  transfers,
  handOvers,
  reviews,
  cancels,
  approvals,
  settlements,
  deposits,
  receivables,
  confirmations,
  accounts,
  receipts,
  shifts,
  days,
  knowledge,
  meters,
  boards,
  inboxes,
  directories,
  parts,
  serviceItems,
  packages,
  catalogues,
  searches,
  drafts,
  attachments,
  printing,
  backups,
  system,
] as const

type Groups = (typeof CONTRACTS)[number]
type MethodsOf<C> = C extends { name: infer N extends string; procedures: infer P }
  ? { [K in keyof P & string as `${N}.${K}`]: P[K] }
  : never
type Join<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void ? I : never

/** Wire name → procedure: `Methods['visit.create']`. */
export type Methods = Join<MethodsOf<Groups>>
export type Method = keyof Methods & string
/** What a caller gives (defaults may be left out). */
export type Params<M extends Method> = Methods[M] extends Procedure ? z.input<Methods[M]['input']> : never
/** What a caller gets. */
export type Value<M extends Method> = Methods[M] extends Procedure ? z.output<Methods[M]['output']> : never

/** Every procedure by its wire name. */
export const procedures: ReadonlyMap<string, Procedure> = new Map(
  CONTRACTS.flatMap((group) =>
    Object.entries(group.procedures).map(([name, p]) => [`${group.name}.${name}`, p as Procedure] as const),
  ),
)
