// Legal inputs of the stock. Nothing is in it yet, so whatever names a part is refused.
import type { Method, Params } from '#shared/contract/index.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type Inputs = { readonly [M in Extract<Method, `stock.${string}` | `transfer.${string}`>]: Params<M> }

const line = { partId: UNKNOWN_ID, quantity: 2000, serials: [] }
const from = { ...line, placeId: UNKNOWN_ID }

export const stockInputs = ({ ids }: ShopInUse, n: number): Inputs => ({
  'stock.places': {},
  'stock.onHand': { text: '电源', only: 'all', after: 'P-1', limit: 10 },
  'stock.ofPart': { id: UNKNOWN_ID },
  'stock.movements': { partId: UNKNOWN_ID, placeId: UNKNOWN_ID, after: '1.1.1', limit: 10 },
  'stock.documents': { kind: 'receipt', onTheWay: false, from: 0, after: '1.1', limit: 10 },
  'stock.document': { number: 'SZ01-260102-90001-4' },
  'stock.proposal': { because: 'minimum' },
  'stock.addWarehouse': { code: `WH${n}`, name: '二号库' },
  'stock.changeWarehouse': { id: UNKNOWN_ID, changes: { name: '主库', active: true } },
  'stock.addPlace': { warehouseId: UNKNOWN_ID, kind: 'bin', code: 'A-1', name: 'A1' },
  'stock.changePlace': { id: UNKNOWN_ID, changes: { name: 'A2', active: true } },
  'stock.openBag': { staffId: ids.staff },
  'stock.receive': { partnerId: null, lines: [{ ...line, costFen: 24_000 }], reason: '送货单 88' },
  'stock.supplierReturn': { partnerId: UNKNOWN_ID, lines: [from], reason: '型号不对' },
  'stock.move': { fromPlaceId: UNKNOWN_ID, toPlaceId: UNKNOWN_ID, lines: [line], reason: '' },
  'stock.transferSend': { fromPlaceId: UNKNOWN_ID, toWarehouseId: UNKNOWN_ID, lines: [line], reason: '' },
  'stock.transferArrive': { documentId: UNKNOWN_ID, lines: [from], reason: '' },
  'stock.transferLost': { documentId: UNKNOWN_ID, reason: '快递丢件' },
  'stock.countSheet': { placeId: UNKNOWN_ID },
  'stock.count': {
    placeId: UNKNOWN_ID,
    lines: [{ partId: UNKNOWN_ID, counted: 3000, serials: [] }],
    reason: '月末盘点',
  },
  'stock.adjust': { placeId: UNKNOWN_ID, ...line, reason: '录错了' },
  'stock.scrap': { lines: [from], reason: '烧毁' },
  'stock.toHeadquarters': { partnerId: null, lines: [from], reason: '' },
  'transfer.list': { onlyOpen: true, after: '1.1', limit: 10 },
  'transfer.ask': {
    fromWarehouseId: UNKNOWN_ID,
    toWarehouseId: UNKNOWN_ID,
    lines: [{ partId: UNKNOWN_ID, quantity: 2000 }],
    reason: '客户等着',
  },
  'transfer.refuse': { requestId: UNKNOWN_ID, reason: '自己也不够' },
  'transfer.withdraw': { requestId: UNKNOWN_ID, reason: '' },
})

export const STOCK_REFUSED: Partial<Record<Method, string>> = {
  'stock.ofPart': 'unknownPart',
  'stock.movements': 'unknownPart',
  'stock.document': 'unknownDocument',
  'stock.changeWarehouse': 'unknownWarehouse',
  'stock.addPlace': 'unknownWarehouse',
  'stock.changePlace': 'unknownPlace',
  'stock.receive': 'unknownPart',
  'stock.supplierReturn': 'unknownPartner',
  'stock.move': 'unknownPlace',
  'stock.transferSend': 'unknownPlace',
  'stock.transferArrive': 'unknownDocument',
  'stock.transferLost': 'unknownDocument',
  'stock.countSheet': 'unknownPlace',
  'stock.count': 'unknownPlace',
  'stock.adjust': 'unknownPlace',
  'stock.scrap': 'unknownPlace',
  'stock.toHeadquarters': 'unknownPlace',
  'transfer.ask': 'unknownWarehouse',
  'transfer.refuse': 'unknownTransferRequest',
  'transfer.withdraw': 'unknownTransferRequest',
}
