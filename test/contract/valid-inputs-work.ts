// Legal inputs of the procedures that move an order. Those of the table name an order that there is none of:
// what they do to a real one is told in test/scenarios, and here nothing may depend on what came before.
import type { Method, Params } from '#shared/contract/index.ts'
import { START, machine, visit } from '#test/support/core.ts'
import { RECORD } from '#test/support/shop-at-work.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type Worked = 'spot' | 'dispatch' | 'service' | 'quote' | 'contact' | 'cancel' | 'inbox'
const ANSWER = { confirmedBy: '张三', channel: 'phone', words: '可以修' } as const
type Inputs = { readonly [M in Extract<Method, `${Worked}.${string}`>]: Params<M> }

const id = UNKNOWN_ID
const on = { id, ver: 1 }
const SOON = START + 86_400_000

export const workInputs = ({ ids }: ShopInUse, n = 0): Inputs => ({
  'spot.repair': {
    ...visit({
      notADuplicate: true,
      machines: [
        machine({ device: { new: { category: '手机', brand: '小米', model: '14', serial: `SPOT-${n}` } } }),
      ],
    }),
    record: RECORD,
    taker: { by: 'customer' },
    signature: { on: 'paper', hash: null },
    paper: 'systemFailure',
  },
  'dispatch.candidates': { id: ids.order },
  'dispatch.forOrder': { id: ids.order },
  'dispatch.vendorJobs': {},
  'dispatch.assign': {
    orders: [on],
    primary: ids.staff,
    assistants: [],
    instructions: '先看电源',
    message: true,
  },
  'dispatch.toBranch': { ...on, branchId: UNKNOWN_ID, technician: '老周', waybill: 'SF1' },
  'dispatch.planVendor': { ...on, vendorId: UNKNOWN_ID, expectedReturn: '2026-11-30', costFen: 10_000 },
  'dispatch.toVendor': { ...on, waybill: 'SF1' },
  'dispatch.vendorReturn': { ...on, result: 'repaired', costFen: 20_000, scan: '22-10003-5', remark: '' },
  'dispatch.receive': { ...on, printException: 'systemFailure' },
  'dispatch.refuse': { ...on, reason: '不会修' },
  'dispatch.revoke': { ...on, reason: '派错了' },
  'dispatch.requestReassign': { ...on, reason: '太忙' },
  'dispatch.rejectReassign': { ...on, reason: '再等等' },
  'dispatch.approveReassign': { ...on, reason: '' },
  'dispatch.confirmBranch': { ...on, scan: '22-10003-5' },
  'dispatch.refuseBranch': { ...on, reason: '没有配件' },
  'service.records': { id: ids.order },
  'service.complete': { ...on, record: RECORD, printException: 'systemFailure' },
  'service.handBack': { ...on, reason: '客户不修了', faultCode: 'power', actualFault: '主板烧毁' },
  'quote.ofOrder': { id: ids.order },
  'quote.difference': { id: ids.order, from: 1, to: 2 },
  'quote.items': { id: ids.order, text: '屏' },
  'quote.pastPrices': { partId: UNKNOWN_ID, serviceItemId: UNKNOWN_ID },
  'quote.ofCustomer': { customerId: ids.customer, exceptOrder: ids.order },
  'quote.draft': {
    id: ids.order,
    validUntil: '2026-11-29',
    remark: '含税',
    lines: [
      {
        alternative: 'A',
        kind: 'labour',
        text: '更换屏幕',
        quantity: 1000,
        priceFen: 10_000,
        waived: false,
        payer: 'customer',
        warrantyDays: 30,
      },
    ],
  },
  'quote.copyVersion': { ...on, version: 1 },
  'quote.send': on,
  'quote.accept': { ...on, version: 1, ...ANSWER, confirmedAt: START, chosen: 'A' },
  'quote.reject': { ...on, version: 1, ...ANSWER, confirmedAt: START },
  'quote.void': { ...on, version: 1, reason: '写错了' },
  'service.notFixed': { ...on, nextContactBy: SOON, remark: '还要查' },
  'service.faultReturned': { ...on, nextContactBy: SOON, promiseType: 'other', promiseReason: '又死机' },
  'service.bringIn': {
    ...on,
    accessories: [{ name: '电源', count: 1 }],
    configuration: [{ kind: '内存', text: '8G', serial: 'M1' }],
    condition: '外壳完好',
  },
  'service.resolveByPhone': { ...on, phoneOutcome: 'software', words: '重启后正常' },
  'service.suspend': { ...on, reason: '客户出差' },
  'service.resume': { ...on, remark: '客户回来了' },
  'service.changeService': { ...on, service: 'onSite', remark: '' },
  'service.requestParts': { ...on, requestNo: 'R1', partCode: 'P-1', expectedDate: SOON, remark: '' },
  'service.partsLate': {
    ...on,
    nextContactBy: SOON,
    promiseReason: '缺货',
    requestNo: 'R1',
    partCode: 'P-1',
  },
  'service.partsReady': { ...on, partsResult: 'arrived', remark: '' },
  'contact.ofOrder': { id: ids.order },
  'contact.attempt': { id: ids.order, channel: 'phone', outcome: 'noAnswer', words: '' },
  'contact.appoint': { ...on, nextContactBy: SOON },
  'contact.notify': { ...on, channel: 'phone', outcome: 'reached', words: '明天来', pickUpAt: SOON },
  'contact.recordUnreachable': { ...on, words: '一直没人接' },
  'contact.urge': { ...on, source: 'customer', words: '急用' },
  'contact.texts': { id: ids.order, occasion: 'ready' },
  'contact.copied': { id: ids.order, occasion: 'ready', channel: 'wechat', text: '可以取机了' },
  'contact.messages': { id: ids.order },
  'contact.markMessage': { id: UNKNOWN_ID, state: 'dropped' },
  'cancel.cancel': { ...on, cancelReason: 'entryMistake', words: '录重了', machineBelongsTo: '1' },
  'cancel.request': { ...on, cancelReason: 'wrongPhone', words: '号码不对' },
  'cancel.withdraw': { ...on, remark: '联系上了' },
  'cancel.refuse': { ...on, reason: '不同意' },
  'cancel.approve': { ...on, remark: '' },
  'cancel.byHeadquarters': { ...on, words: '客户打热线' },
  'inbox.put': { sender: 'HQ', message: { kind: 'urged', number: 'SZ01-261122-10003-5', reason: '催' } },
  'inbox.list': { limit: 10 },
})

/** What each of them is refused for; one that is not listed is done. */
export const WORK_REFUSED: Partial<Record<Method, string>> = {
  ...Object.fromEntries(
    (
      [
        'dispatch.assign',
        'dispatch.planVendor',
        'dispatch.toVendor',
        'dispatch.receive',
        'dispatch.refuse',
        'dispatch.revoke',
        'dispatch.requestReassign',
        'dispatch.rejectReassign',
        'dispatch.approveReassign',
        'dispatch.refuseBranch',
        'service.complete',
        'service.handBack',
        'service.notFixed',
        'service.faultReturned',
        'service.bringIn',
        'service.resolveByPhone',
        'service.suspend',
        'service.resume',
        'service.changeService',
        'service.requestParts',
        'service.partsLate',
        'service.partsReady',
        'quote.copyVersion',
        'quote.send',
        'quote.accept',
        'quote.reject',
        'quote.void',
        'contact.appoint',
        'contact.notify',
        'contact.recordUnreachable',
        'contact.urge',
        'cancel.request',
        'cancel.withdraw',
        'cancel.refuse',
        'cancel.approve',
        'cancel.byHeadquarters',
      ] as const
    ).map((method) => [method, 'unknownOrder']),
  ),
  'quote.difference': 'unknownVersion',
  'dispatch.toBranch': 'branchNotForUs',
  'dispatch.vendorReturn': 'unknownOrder',
  'dispatch.confirmBranch': 'unknownOrder',
  'contact.markMessage': 'unknownMessage',
  'cancel.cancel': 'unknownNumber',
  'inbox.put': 'unknownSender',
}
