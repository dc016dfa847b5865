// The only file that names the table hand_over.
import type { Proof } from '#shared/domain/work-order/proofs.ts'
import { hasReached } from '#core/contact/index.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

export type HandOverRow = {
  id: string
  order_id: string
  way: 'slip' | 'lostSlip' | 'delivery' | 'courier' | 'disposal'
  slip: string
  taken_by: 'customer' | 'proxy' | 'nobody'
  proxy_name: string
  proxy_phone: string
  identity: string
  second_person: string | null
  photo: string | null
  signature: string | null
  signed_on: 'pad' | 'paper' | null
  waybill: string
  delivery_proof: string
  disposal_file: string
  approval: string
  configuration: string
  differences: string
  at: number
  staff_id: string
  undone_at: number | null
}

export const handOversOf = (db: ReadDb, orderId: string): HandOverRow[] =>
  db.all<HandOverRow>(text('select * from hand_over where order_id = ? order by at, id', orderId))

/** The hand-over that counts: the newest that was not taken back. */
export const lastHandOver = (db: ReadDb, orderId: string): HandOverRow | undefined =>
  db.get<HandOverRow>(
    text(
      'select * from hand_over where order_id = ? and undone_at is null order by at desc, id desc limit 1',
      orderId,
    ),
  )

/** What is on file for the review (docs/transitions.md §6). */
export const proofsOf = (db: ReadDb, orderId: string): Proof[] => {
  const proofs: Proof[] = []
  if (hasReached(db, orderId)) proofs.push('callRecord')
  const last = lastHandOver(db, orderId)
  if (!last) return proofs
  if (last.signature !== null && last.taken_by === 'customer') proofs.push('customerSignature')
  if (
    last.signature !== null &&
    last.taken_by === 'proxy' &&
    last.proxy_name !== '' &&
    last.proxy_phone !== ''
  )
    proofs.push('proxySignature')
  if (last.waybill !== '') proofs.push('waybill')
  if (last.delivery_proof !== '') proofs.push('deliveryProof')
  if (last.disposal_file !== '') proofs.push('disposalFile')
  if (last.approval !== '') proofs.push('disposalApproval')
  return proofs
}
