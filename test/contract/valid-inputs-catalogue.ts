// Legal inputs of the catalogue.
import type { Method, Params } from '#shared/contract/index.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'

type Of = 'part' | 'serviceItem' | 'package' | 'catalogue'
type Inputs = { readonly [M in Extract<Method, `${Of}.${string}`>]: Params<M> }

export const catalogueInputs = (n: number): Inputs => ({
  'part.list': { limit: 50, kind: 'part', active: true },
  'part.find': { text: '屏', limit: 10, inactive: true },
  'part.get': { id: UNKNOWN_ID },
  'part.ofBarcode': { barcode: '6901234567892' },
  'part.add': {
    code: `P-${n}`,
    name: '液晶屏 14 寸',
    spec: '1920×1080',
    kind: 'part',
    unit: '块',
    decimals: 0,
    serialTracked: true,
    oldReturnable: true,
    models: ['联想 ThinkPad T14'],
    barcode: `690${n}`,
    priceFen: 68_000,
    prices: { company: 65_000, peer: 60_000 },
    minimum: 2000,
    warrantyDays: 90,
    repairFeeFen: null,
    feeApart: false,
    yieldCount: null,
  },
  'part.change': { id: UNKNOWN_ID, changes: { name: '液晶屏', active: false, barcode: null } },
  'serviceItem.list': {},
  'serviceItem.find': { text: 'hp', limit: 10 },
  'serviceItem.get': { id: UNKNOWN_ID },
  'serviceItem.add': {
    code: `S-${n}`,
    name: '换屏',
    priceFen: 12_000,
    prices: {},
    minutes: 60,
    commission: 'percent',
    commissionValue: 2000,
    warrantyDays: 90,
  },
  'serviceItem.change': { id: UNKNOWN_ID, changes: { priceFen: 10_000, active: true } },
  'package.list': {},
  'package.get': { id: UNKNOWN_ID },
  'package.expand': { id: UNKNOWN_ID, group: 'peer', times: 2 },
  'package.add': {
    code: `K-${n}`,
    name: '换屏全包',
    items: [{ kind: 'part', id: UNKNOWN_ID, quantity: 1000, priceFen: null }],
  },
  'package.change': { id: UNKNOWN_ID, changes: { name: '换屏全包', active: false } },
  'catalogue.putFile': { data: Buffer.from('编码,名称\nP-1,屏\n').toString('base64') },
  'catalogue.previewImport': { file: 'parts.csv' },
  'catalogue.import': { file: 'parts.csv' },
  'catalogue.export': { format: 'csv', language: 'zh-CN' },
})

export const CATALOGUE_REFUSED: Partial<Record<Method, string>> = {
  'part.get': 'unknownPart',
  'part.change': 'unknownPart',
  'serviceItem.get': 'unknownServiceItem',
  'serviceItem.change': 'unknownServiceItem',
  'package.get': 'unknownPackage',
  'package.expand': 'unknownPackage',
  'package.add': 'unknownPart',
  'package.change': 'unknownPackage',
  'catalogue.previewImport': 'unknownImportFile',
  'catalogue.import': 'unknownImportFile',
}
