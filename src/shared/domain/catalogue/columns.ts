// A part as a file describes it, column by column.
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { fold } from '#shared/kernel/text.ts'
import {
  isWrong,
  readFen,
  readText,
  readThousandths,
  readWhole,
  readYesNo,
  wrong,
  type Wrong,
  writeText,
} from './cells.ts'
import { barcodeText } from './codes.ts'
import { fileKind } from './file-kind.ts'
import type { Language } from './file-kind.ts'
import type { Prices } from './prices.ts'

/** A part as a file describes it. */
export type PartInFile = {
  code: string
  name: string
  spec: string
  kind: 'part' | 'consumable'
  unit: string
  decimals: number
  serialTracked: boolean
  oldReturnable: boolean
  models: readonly string[]
  barcode: string | null
  priceFen: number
  peerFen: number | null
  companyFen: number | null
  minimum: number
  warrantyDays: number | null
  repairFeeFen: number | null
  feeApart: boolean
  yieldCount: number | null
  active: boolean
}
export type ColumnKey = keyof PartInFile
const MOST_MODELS = 200
export const text = (most: number) => (cell: string) => readText(cell, most)
const WORDS = {
  'zh-CN': { yes: '是', no: '否', part: '备件', consumable: '耗材' },
  en: { yes: 'yes', no: 'no', part: 'part', consumable: 'consumable' },
} as const
export const yesNo = (value: boolean, language: Language) => WORDS[language][value ? 'yes' : 'no']
export const yuan = (fen: number | null) => (fen === null ? '' : formatYuan(fen, { grouping: false }))
export const whole = (value: number | null) => (value === null ? '' : String(value))

const KINDS: Readonly<Record<string, PartInFile['kind']>> = {
  备件: 'part',
  配件: 'part',
  part: 'part',
  'spare part': 'part',
  耗材: 'consumable',
  consumable: 'consumable',
}

const readModels = (cell: string): readonly string[] | Wrong => {
  const models: string[] = []
  for (const one of cell.split(/[;；、,，|\n]/u)) {
    const model = readText(one.trim(), 80)
    if (isWrong(model)) return model
    if (model !== '' && !models.includes(model)) models.push(model)
  }
  return models.length > MOST_MODELS ? wrong('tooManyModels', MOST_MODELS) : models
}

const readBarcode = (cell: string): string | Wrong => {
  const read = readText(cell, 60)
  return isWrong(read) ? read : barcodeText(read)
}

const keep = undefined

export const PART_FILE = fileKind<PartInFile>({
  code: {
    heads: ['编码', 'Code'],
    also: ['编号', '物料编码', '配件编码', '备件编码', '料号', '货号', 'part no', 'part number', 'sku'],
    read: text(40),
    write: writeText,
    empty: keep,
  },
  name: {
    heads: ['名称', 'Name'],
    also: ['品名', '配件名称', '备件名称', '物料名称', 'part name'],
    read: text(80),
    write: writeText,
    empty: keep,
  },
  spec: {
    heads: ['规格', 'Specification'],
    also: ['规格型号', '型号规格', 'spec'],
    read: text(120),
    write: writeText,
    empty: '',
  },
  kind: {
    heads: ['类别', 'Kind'],
    also: ['类型', '分类', 'type', 'category'],
    read: (cell) => KINDS[fold(cell)] ?? wrong('kindUnknown'),
    write: (kind, language) => WORDS[language][kind],
    empty: keep,
  },
  unit: { heads: ['单位', 'Unit'], also: ['计量单位'], read: text(10), write: writeText, empty: keep },
  decimals: {
    heads: ['小数位数', 'Decimals'],
    also: ['小数位', '数量小数位'],
    read: readWhole(0, 3),
    write: whole,
    empty: keep,
  },
  serialTracked: {
    heads: ['序列号管理', 'Serial tracked'],
    also: ['管序列号', '按序列号', 'serial'],
    read: readYesNo,
    write: yesNo,
    empty: keep,
  },
  oldReturnable: {
    heads: ['旧件返还', 'Old part returned'],
    also: ['返还旧件', '旧件需返还', 'old part'],
    read: readYesNo,
    write: yesNo,
    empty: keep,
  },
  models: {
    heads: ['适用机型', 'Fits models'],
    also: ['适用型号', '机型', 'models', 'fits'],
    read: readModels,
    write: (models) => writeText(models.join('; ')),
    empty: [],
  },
  barcode: {
    heads: ['条码', 'Barcode'],
    also: ['条形码', '商品条码', 'ean'],
    read: readBarcode,
    write: (barcode) => writeText(barcode ?? ''),
    empty: null,
  },
  priceFen: {
    heads: ['售价', 'Price'],
    also: ['价格', '零售价', '标准价', '销售价', 'sale price', 'standard price'],
    read: readFen,
    write: yuan,
    empty: keep,
  },
  peerFen: {
    heads: ['同行价', 'Trade price'],
    also: ['同行价格', 'peer price'],
    read: readFen,
    write: yuan,
    empty: null,
  },
  companyFen: {
    heads: ['单位价', 'Company price'],
    also: ['单位价格', '企业价', '单位客户价'],
    read: readFen,
    write: yuan,
    empty: null,
  },
  minimum: {
    heads: ['最低库存', 'Minimum stock'],
    also: ['库存下限', '安全库存', 'minimum'],
    read: readThousandths,
    write: (quantity) => formatQuantity(quantity).replaceAll(',', ''),
    empty: keep,
  },
  warrantyDays: {
    heads: ['保修天数', 'Warranty days'],
    also: ['质保天数', 'warranty'],
    read: readWhole(0, 3650),
    write: whole,
    empty: null,
  },
  repairFeeFen: {
    heads: ['维修费', 'Repair fee'],
    also: ['总部维修费', '返修费'],
    read: readFen,
    write: yuan,
    empty: null,
  },
  feeApart: {
    heads: ['维修费另计', 'Fee apart'],
    also: ['另计维修费'],
    read: readYesNo,
    write: yesNo,
    empty: keep,
  },
  yieldCount: {
    heads: ['可用量', 'Yield'],
    also: ['印量', '打印张数', '可打印张数', 'pages'],
    read: readWhole(1, 1_000_000_000),
    write: whole,
    empty: null,
  },
  active: {
    heads: ['在用', 'In use'],
    also: ['启用', '是否在用', 'active'],
    read: readYesNo,
    write: yesNo,
    empty: keep,
  },
})

/** The price groups of a part as their columns. */
export const groupPrices = (prices: Prices): { companyFen: number | null; peerFen: number | null } => ({
  companyFen: prices.company ?? null,
  peerFen: prices.peer ?? null,
})

/** The columns as price groups; what is empty pays the standard price. */
export const pricesOf = (part: Readonly<{ companyFen: number | null; peerFen: number | null }>): Prices => ({
  ...(part.companyFen === null ? {} : { company: part.companyFen }),
  ...(part.peerFen === null ? {} : { peer: part.peerFen }),
})
