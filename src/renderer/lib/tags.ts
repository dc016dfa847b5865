// Which query reads which facts, so that a change in the core refreshes what shows it and nothing else.
import type { CoreEvent } from '#shared/contract/reply.ts'

export const TAG_TYPES = [
  'shop',
  'settings',
  'staff',
  'customer',
  'device',
  'visit',
  'workOrder',
  'quote',
  'draft',
  'print',
  'backup',
  'session',
  'custody',
  'message',
  'inbox',
  'review',
  'knowledge',
  'branch',
  'partner',
  'deviceWarning',
  'part',
  'serviceItem',
  'package',
  'orderParts',
  'stock',
  'money',
  'receipt',
  'shift',
  'any',
] as const
export type TagType = (typeof TAG_TYPES)[number]
export type Tag = Readonly<{ type: TagType; id: string }>

const ALL = 'all'
const every = (type: TagType): Tag => ({ type, id: ALL })

type Reads = (params: Readonly<Record<string, unknown>>) => readonly Tag[]
const one =
  (type: TagType, key: string, ...also: TagType[]): Reads =>
  (params) => [{ type, id: String(params[key]) }, ...also.map(every)]
const all =
  (...types: TagType[]): Reads =>
  () =>
    types.map(every)

const READS: Readonly<Record<string, Reads>> = {
  'shop.get': all('shop'),
  'shop.settings': all('settings'),
  'session.current': all('session'),
  'session.people': all('staff'),
  'staff.list': all('staff'),
  'order.list': all('workOrder', 'customer', 'device'),
  'order.counts': all('workOrder'),
  'board.columns': all('workOrder', 'customer', 'device', 'settings'),
  'board.column': all('workOrder', 'customer', 'device', 'settings'),
  'board.list': all('workOrder', 'customer', 'device', 'settings'),
  'board.waiting': all('workOrder', 'customer', 'device', 'settings'),
  'board.technicians': all('workOrder', 'customer', 'device', 'staff', 'settings'),
  'order.get': one('workOrder', 'id', 'customer', 'device'),
  'order.log': one('workOrder', 'id'),
  'order.allowed': one('workOrder', 'id', 'staff', 'settings', 'custody'),
  'order.comebacks': all('workOrder', 'device'),
  'dispatch.candidates': one('workOrder', 'id', 'staff', 'branch', 'partner'),
  'dispatch.forOrder': one('workOrder', 'id', 'branch', 'partner'),
  'dispatch.vendorJobs': all('workOrder', 'partner'),
  'service.records': one('workOrder', 'id'),
  'orderPart.ofOrder': one('orderParts', 'id', 'part'),
  'orderPart.waiting': all('orderParts'),
  'orderPart.owed': all('orderParts'),
  'quote.ofOrder': one('workOrder', 'id', 'settings'),
  'quote.difference': one('workOrder', 'id'),
  'quote.pastPrices': all('quote'),
  'quote.ofCustomer': all('quote', 'workOrder'),
  'contact.ofOrder': one('workOrder', 'id'),
  'contact.texts': one('workOrder', 'id', 'settings', 'customer'),
  'contact.messages': all('message', 'workOrder'),
  'inbox.list': all('inbox'),
  'handOver.panel': all('workOrder', 'customer', 'device', 'custody'),
  'handOver.ofOrder': one('workOrder', 'id'),
  'handOver.unclaimed': all('workOrder', 'settings', 'custody'),
  'review.queue': all('workOrder', 'staff', 'settings'),
  'review.soloActs': all('review'),
  'settlement.preview': all('workOrder', 'money', 'settings'),
  'settlement.ofOrder': all('workOrder', 'money'),
  'receivable.list': all('money', 'customer'),
  'receivable.ofCustomer': all('money', 'receipt', 'customer', 'workOrder'),
  'receivable.ageing': all('money', 'customer'),
  'receivable.statement': all('money', 'customer'),
  'confirmation.waiting': all('receipt', 'customer'),
  'account.summary': all('money'),
  'account.today': all('money', 'receipt'),
  'account.profit': all('money', 'workOrder', 'device', 'staff'),
  'receipt.get': all('receipt', 'customer'),
  'receipt.list': all('receipt', 'customer'),
  'receipt.export': all('receipt', 'customer'),
  'shift.current': all('shift', 'money', 'receipt', 'print', 'settings', 'staff'),
  'shift.report': all('shift', 'money', 'receipt', 'settings', 'staff'),
  'day.current': all('shift', 'money', 'receipt', 'review'),
  'knowledge.forOrder': one('workOrder', 'id', 'knowledge', 'device'),
  'knowledge.list': all('knowledge'),
  'visit.get': one('visit', 'id', 'workOrder'),
  'customer.get': one('customer', 'id', 'workOrder'),
  'customer.devices': all('device', 'workOrder'),
  'customer.deviceParts': all('device', 'workOrder'),
  'meter.ofDevice': all('device', 'workOrder'),
  'customer.refusedFees': all('customer'),
  'draft.list': all('draft'),
  'print.jobs': all('print', 'workOrder'),
  'print.preview': all('workOrder', 'customer', 'device', 'shop', 'settings'),
  'backup.list': all('backup'),
  'custody.find': all('custody', 'workOrder'),
  'custody.ofOrder': one('workOrder', 'id', 'custody'),
  'custody.places': all('custody', 'workOrder'),
  'custody.loaners': all('custody'),
  'stock.places': all('stock', 'staff'),
  'stock.onHand': all('stock'),
  'stock.ofPart': one('stock', 'id'),
  'stock.movements': one('stock', 'partId', 'partner'),
  'stock.documents': all('stock', 'partner'),
  'stock.document': all('stock', 'partner'),
  'transfer.list': all('stock'),
  'stock.proposal': all('stock', 'workOrder'),
  'stock.countSheet': all('stock'),
  'directory.branches': all('branch'),
  'directory.partners': all('partner'),
  'directory.warnings': all('deviceWarning'),
  'directory.warningsFor': all('deviceWarning'),
  'part.list': all('part'),
  'part.find': all('part'),
  'part.get': one('part', 'id'),
  'part.ofBarcode': all('part'),
  'serviceItem.list': all('serviceItem'),
  'serviceItem.find': all('serviceItem'),
  'serviceItem.get': one('serviceItem', 'id'),
  'catalogue.previewImport': all('part', 'serviceItem'),
  'catalogue.export': all('part', 'serviceItem'),
  'package.list': all('package'),
  'package.get': one('package', 'id'),
  'package.expand': one('package', 'id', 'part', 'serviceItem'),
}

const isTagType = (type: string): type is TagType => (TAG_TYPES as readonly string[]).includes(type)

/** What a query shows. One that is not listed refreshes with every change: slower, never stale. */
export const tagsOfQuery = (method: string, params: Readonly<Record<string, unknown>>): readonly Tag[] =>
  READS[method]?.(params) ?? [every('any')]

/**
 * What a change makes stale: `workOrder:ID` one thing and every list of its kind, `workOrder` every list of
 * its kind. Unknown words concern only the queries that listen to everything.
 */
export const tagsOfChange = (event: Extract<CoreEvent, { type: 'changed' }>): readonly Tag[] => {
  const stale = new Map<string, Tag>([['any', every('any')]])
  for (const word of event.tags) {
    const [type = '', id] = word.split(':')
    if (!isTagType(type)) continue
    stale.set(type, every(type))
    if (id) stale.set(word, { type, id })
  }
  return [...stale.values()]
}
