// From records to papers: what a sheet carries, read fresh when it is printed.
import type { ChargeBasis } from '#shared/domain/charge/charge.ts'
import { maskPhone } from '#shared/domain/papers/index.ts'
import type {
  AccessoryLabelPaper,
  DeviceLabelPaper,
  FaultTagPaper,
  PaperIntake,
  PaperKind,
  PaperLanguage,
  PartsSlipPaper,
  PickupSlipPaper,
  QuotePaper,
  ReceiptPaper,
  RepairOrderPaper,
  VendorSlipPaper,
} from '#shared/domain/papers/index.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import type { Shop } from '#shared/contract/shop.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatLocal } from '#shared/kernel/time.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { labelDigits, ordersOfVisit, readOrderRow } from '#core/orders/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { readPartner } from '#core/directory/index.ts'
import { plannedVendor, vendorDispatch } from '#core/dispatch/index.ts'
import { readVisitRow } from '#core/visits/index.ts'
import { faultTag, partsSlip } from './parts-papers.ts'
import { quotePaper } from './quote-paper.ts'
import { receiptPaper } from './receipt-paper.ts'
import { DROP_OFF, basisText, chargeText, contactText, limitText, noSerialText } from './paper-words.ts'
import { reprintOf, shopOf } from './shop-on-paper.ts'

export type PaperAsk = Readonly<{
  db: ReadDb
  shop: Shop
  language: PaperLanguage
  terms: readonly string[]
  staffName: (id: string) => string
  /** 0 is the first print. */
  reprint: number
}>

type AnyPaper =
  | RepairOrderPaper
  | PickupSlipPaper
  | readonly DeviceLabelPaper[]
  | readonly AccessoryLabelPaper[]
  | VendorSlipPaper
  | QuotePaper
  | ReceiptPaper
  | PartsSlipPaper
  | readonly FaultTagPaper[]

/** The data of a sheet; undefined if there is nothing with this id. */
export const paperOf = (ask: PaperAsk, kind: PaperKind, subjectId: string): AnyPaper | undefined => {
  if (kind === 'pickupSlip') return slip(ask, subjectId)
  if (kind === 'issueSlip' || kind === 'returnSlip')
    return partsSlip(ask, kind, subjectId, (order) => intakeOf(ask, order))
  if (kind === 'faultTag') return faultTag(ask, subjectId, (order) => intakeOf(ask, order))
  if (kind === 'receipt') return receiptPaper(ask, subjectId)
  const order = readOrderRow(ask.db, subjectId)
  if (!order) return undefined
  switch (kind) {
    case 'repairOrder':
      return repairOrder(ask, order)
    case 'deviceLabel':
      return [deviceLabel(ask, order)]
    case 'accessoryLabel':
      return accessoryLabels(ask, order)
    case 'vendorSlip':
      return vendorSlip(ask, order)
    case 'quote':
      return quotePaper(ask, order, () => {
        const { order: numbers, device, reportedFault } = intakeOf(ask, order)
        return {
          shop: shopOf(ask),
          order: numbers,
          device,
          customer: customerOf(ask, order.customer_id),
          reportedFault,
          ...reprintOf(ask),
        }
      })
  }
}

const customerOf = (ask: PaperAsk, customerId: string) => {
  const customer = readCustomer(ask.db, customerId)
  if (!customer) throw new Error(`no customer ${customerId}`)
  const phone = customer.phones[0]?.display ?? ''
  return {
    name: customer.name,
    phoneMasked: maskPhone(phone),
    phone,
    ...(customer.company === '' ? {} : { company: customer.company }),
  }
}

const intakeOf = (ask: PaperAsk, order: OrderRow): PaperIntake => {
  const device = readDevice(ask.db, order.device_id)
  if (!device) throw new Error(`no machine ${order.device_id}`)
  const { language, shop } = ask
  const configuration = JSON.parse(order.configuration) as { kind: string; text: string; serial: string }[]
  return {
    order: {
      number: order.number,
      codeDigits: order.digits,
      shortCode: order.short_code,
      createdAtText: formatLocal(order.created_at, shop.timeZone, 'dateTime'),
    },
    device: {
      category: device.category,
      brand: device.brand,
      model: device.model,
      ...(device.serial === ''
        ? { serialAbsentText: noSerialText(device.noSerialReason, language) }
        : { serialNo: device.serial }),
      configuration: configuration.map(({ kind, text, serial }) => ({
        kind,
        text,
        ...(serial === '' ? {} : { serial }),
      })),
    },
    reportedFault: order.reported_fault,
    condition: order.condition,
    accessories: JSON.parse(order.accessories) as PaperIntake['accessories'],
    warranty: {
      verdictText: chargeText(order.charge_kind, language),
      basisText: basisText(JSON.parse(order.charge_basis) as ChargeBasis, language),
    },
    ...(order.limit_fen === null ? {} : { agreedLimitText: limitText(order.limit_fen, language) }),
    ...(order.next_contact_by === null
      ? {}
      : {
          nextContactText: contactText(
            formatLocal(order.next_contact_by, shop.timeZone, 'dateTime'),
            language,
          ),
        }),
    serviceWayText: DROP_OFF[language],
  }
}

const visitOf = (ask: PaperAsk, visitId: string) => {
  const visit = readVisitRow(ask.db, visitId)
  if (!visit) return undefined
  return {
    row: visit,
    paper: {
      number: visit.number,
      codeDigits: visit.digits,
      shortCode: visit.short_code,
      dateText: formatLocal(visit.created_at, ask.shop.timeZone, 'dateTime'),
    },
  }
}

const repairOrder = (ask: PaperAsk, order: OrderRow): RepairOrderPaper | undefined => {
  const visit = visitOf(ask, order.visit_id)
  return (
    visit && {
      ...intakeOf(ask, order),
      shop: shopOf(ask),
      visit: visit.paper,
      customer: customerOf(ask, order.customer_id),
      takenBy: ask.staffName(order.created_by),
      terms: [...ask.terms],
      ...reprintOf(ask),
    }
  )
}

const wentHome = ({ service, machine_place }: OrderRow): boolean =>
  service === 'dropOff' && machine_place === 'withCustomer'

/** Neither handed over nor closed nor cancelled. */
const isStillWaitedFor = (order: OrderRow): boolean =>
  !isFinal(order.state) && !wentHome(order) && order.machine_place !== 'disposed'

const slip = (ask: PaperAsk, visitId: string): PickupSlipPaper | undefined => {
  const visit = visitOf(ask, visitId)
  const all = ordersOfVisit(ask.db, visitId)
  // After a partial pick-up the slip is good for the rest alone (INT-2). One for a visit that is over lists all.
  const here = all.filter(isStillWaitedFor)
  const listed = here.length === 0 ? all : here
  const collected = all.filter(wentHome).length
  return (
    visit && {
      shop: shopOf(ask),
      visit: visit.paper,
      customer: customerOf(ask, visit.row.customer_id),
      devices: listed.map((order) => intakeOf(ask, order)),
      ...(collected === 0 ? {} : { collected }),
      takenBy: ask.staffName(visit.row.created_by),
      terms: [...ask.terms],
      ...reprintOf(ask),
    }
  )
}

const deviceLabel = (ask: PaperAsk, order: OrderRow): DeviceLabelPaper => {
  const intake = intakeOf(ask, order)
  const { name, phoneMasked } = customerOf(ask, order.customer_id)
  const { category, brand, model } = intake.device
  return {
    shop: { name: ask.shop.name },
    order: { number: order.number, codeDigits: labelDigits(order, 'device'), shortCode: order.short_code },
    customer: { name, phoneMasked },
    device: { category, brand, model },
    dateText: formatLocal(order.created_at, ask.shop.timeZone, 'date'),
    n: order.position,
    of: ordersOfVisit(ask.db, order.visit_id).length,
    ...reprintOf(ask),
  }
}

/** One label for each thing left with the machine, however many of one kind. */
const accessoryLabels = (ask: PaperAsk, order: OrderRow): AccessoryLabelPaper[] => {
  const { accessories } = intakeOf(ask, order)
  const { name } = customerOf(ask, order.customer_id)
  const things = accessories.flatMap((item) =>
    Array.from({ length: item.count }, () => ({ name: item.name, count: 1 })),
  )
  return things.slice(0, 99).map((item, index) => ({
    shop: { name: ask.shop.name },
    order: {
      number: order.number,
      codeDigits: labelDigits(order, 'accessory', index + 1),
      shortCode: order.short_code,
    },
    customer: { name },
    item,
    dateText: formatLocal(order.created_at, ask.shop.timeZone, 'date'),
    n: index + 1,
    of: things.length,
    ...reprintOf(ask),
  }))
}

/** Who the planned or present vendor is; undefined while no vendor was chosen. The customer is not on it. */
const vendorSlip = (ask: PaperAsk, order: OrderRow): VendorSlipPaper | undefined => {
  const plan = plannedVendor(ask.db, order.id) ?? vendorDispatch(ask.db, order.id)
  const vendor = plan?.vendor_id ? readPartner(ask.db, plan.vendor_id) : undefined
  if (!plan || !vendor || plan.expected_return === null) return undefined
  const intake = intakeOf(ask, order)
  const optional = Object.entries({
    costText: plan.cost_fen === null ? '' : formatYuan(plan.cost_fen, { sign: '¥' }),
    waybill: plan.waybill ?? '',
    instructions: plan.instructions ?? '',
  }).filter(([, value]) => value !== '')
  const particulars = Object.entries({
    contact: vendor.contact,
    phone: vendor.phone,
    address: vendor.address,
  }).filter(([, value]) => value !== '')
  return {
    shop: shopOf(ask),
    order: intake.order,
    device: intake.device,
    reportedFault: intake.reportedFault,
    condition: intake.condition,
    accessories: intake.accessories,
    vendor: { name: vendor.name, ...Object.fromEntries(particulars) },
    dateText: formatLocal(plan.since, ask.shop.timeZone, 'dateTime'),
    expectedReturnText: formatLocal(plan.expected_return, ask.shop.timeZone, 'date'),
    ...Object.fromEntries(optional),
    ...reprintOf(ask),
  }
}
