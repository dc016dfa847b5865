// Legal inputs of parts on orders.
import type { Method, Params } from '#shared/contract/index.ts'
import { START } from '#test/support/core.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type Inputs = { readonly [M in Extract<Method, `orderPart.${string}`>]: Params<M> }

const DAY = 86_400_000

export const orderPartInputs = ({ ids }: ShopInUse): Inputs => {
  const line = { orderPartId: UNKNOWN_ID, quantity: 1000 }
  return {
    'orderPart.ofOrder': { id: ids.order },
    'orderPart.ofSerial': { serial: 'MB-1' },
    'orderPart.plan': {
      id: ids.order,
      lines: [{ name: '二手键盘', unit: '个', quantity: 1000, boughtInCostFen: 4500, priceFen: 9000 }],
    },
    'orderPart.changePlan': { orderPartId: UNKNOWN_ID, by: -1000, reason: '少换一个' },
    'orderPart.issue': {
      id: ids.order,
      receivedBy: UNKNOWN_ID,
      lines: [{ partId: UNKNOWN_ID, quantity: 1000, serials: ['A1'], misfitReason: '试过' }],
    },
    'orderPart.use': {
      id: ids.order,
      lines: [{ ...line, newSerials: ['A1'], oldSerials: ['B1'], noOldPart: '' }],
    },
    'orderPart.takeBackUse': { ...line, serials: [], reason: '写错了' },
    'orderPart.giveBack': {
      id: ids.order,
      lines: [{ ...line, condition: 'defective', serials: ['A1'], fault: '花屏' }],
    },
    'orderPart.returnOld': { id: ids.order, lines: [{ ...line, serial: 'B1', fault: '碎屏' }] },
    'orderPart.waive': { id: ids.order, words: '客户要旧屏' },
    'orderPart.request': {
      orderPartId: UNKNOWN_ID,
      quantity: 1000,
      source: 'purchase',
      expectedAt: START + DAY,
      remark: '急',
    },
    'orderPart.requestLate': { requestId: UNKNOWN_ID, expectedAt: START + DAY },
    'orderPart.endRequest': { requestId: UNKNOWN_ID, end: 'unavailable', reason: '停产' },
    'orderPart.arrived': { parts: [{ partId: UNKNOWN_ID, quantity: 1000 }] },
    'orderPart.waiting': {},
    'orderPart.owed': {},
    'orderPart.sendTagged': { tags: [UNKNOWN_ID], waybill: 'SF123' },
  }
}

export const ORDER_PARTS_REFUSED: Partial<Record<Method, string>> = {
  'orderPart.changePlan': 'unknownOrderPart',
  'orderPart.issue': 'unknownPart',
  'orderPart.use': 'unknownOrderPart',
  'orderPart.takeBackUse': 'unknownOrderPart',
  'orderPart.giveBack': 'unknownOrderPart',
  'orderPart.returnOld': 'unknownOrderPart',
  'orderPart.waive': 'nothingToWaive',
  'orderPart.request': 'unknownOrderPart',
  'orderPart.requestLate': 'unknownRequest',
  'orderPart.endRequest': 'unknownRequest',
  'orderPart.sendTagged': 'unknownTag',
}
