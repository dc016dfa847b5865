// Papers of parts: what was issued or came back in one document (PRT-1), and the tag on an old or defective part (PRT-8).
import type {
  FaultTagPaper,
  PaperIntake,
  PaperPartsLine,
  PartsSlipPaper,
} from '#shared/domain/papers/index.ts'
import type { PaperLanguage } from '#shared/domain/papers/index.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { formatLocal } from '#shared/kernel/time.ts'
import { faultsOfDocument, readTag } from '#core/order-parts/index.ts'
import { readOrderRow } from '#core/orders/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { documentHead, movementsOfDocument } from '#core/stock/index.ts'
import type { PaperAsk } from './paper-data.ts'
import { GOOD, WHAT, faultText } from './paper-words.ts'
import { reprintOf, shopOf } from './shop-on-paper.ts'

type IntakeOf = (order: OrderRow) => PaperIntake
type Movement = ReturnType<typeof movementsOfDocument>[number]

const conditionOf = (movement: Movement, faults: ReadonlyMap<string, string>, language: PaperLanguage) =>
  movement.place_kind === 'defective'
    ? faultText(faults.get(movement.part_id) ?? '', language)
    : GOOD[language]

/** An issue or return slip by the id of its document; undefined if there is no such document. */
export const partsSlip = (
  ask: PaperAsk,
  kind: 'issueSlip' | 'returnSlip',
  documentId: string,
  intakeOf: IntakeOf,
): PartsSlipPaper | undefined => {
  const head = documentHead(ask.db, { id: documentId })
  const order = head?.order_id ? readOrderRow(ask.db, head.order_id) : undefined
  if (!head || !order || head.kind !== (kind === 'issueSlip' ? 'issue' : 'return')) return undefined
  const faults = faultsOfDocument(ask.db, documentId)
  const intake = intakeOf(order)
  return {
    shop: shopOf(ask),
    order: intake.order,
    device: intake.device,
    slip: {
      number: head.number,
      dateText: formatLocal(head.at, ask.shop.timeZone, 'dateTime'),
      who: head.who,
    },
    lines: movementsOfDocument(ask.db, documentId).map((movement, index): PaperPartsLine => {
      const serials = (JSON.parse(movement.serials) as string[]).join(' ')
      return {
        n: index + 1,
        code: movement.code,
        name: movement.name,
        quantityText: formatQuantity(Math.abs(movement.quantity)),
        unit: movement.unit,
        place: movement.place,
        ...(serials === '' ? {} : { serials }),
        ...(kind === 'returnSlip' ? { conditionText: conditionOf(movement, faults, ask.language) } : {}),
      }
    }),
    ...reprintOf(ask),
  }
}

/** The label of one tag; undefined if there is no such tag. */
export const faultTag = (ask: PaperAsk, tagId: string, intakeOf: IntakeOf): FaultTagPaper[] | undefined => {
  const tag = readTag(ask.db, tagId)
  const order = tag && readOrderRow(ask.db, tag.order_id)
  if (!tag || !order) return undefined
  const { device, order: numbers } = intakeOf(order)
  const { number, codeDigits, shortCode } = numbers
  return [
    {
      shop: { name: ask.shop.name },
      order: { number, codeDigits, shortCode },
      device: { category: device.category, brand: device.brand, model: device.model },
      tag: {
        number: tag.number,
        whatText: WHAT[tag.what][ask.language],
        code: tag.code,
        name: tag.name,
        quantityText: formatQuantity(tag.quantity),
        ...(tag.serial === '' ? {} : { serial: tag.serial }),
        fault: tag.fault,
        dateText: formatLocal(tag.at, ask.shop.timeZone, 'date'),
        who: tag.who,
      },
      ...reprintOf(ask),
    },
  ]
}
