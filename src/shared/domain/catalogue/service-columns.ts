// A service item as a file describes it, column by column. The commission is one cell: `12.5%` of the charge, `20` yuan
// each time, or nothing.
import { isRefused } from '#shared/kernel/result.ts'
import { formatYuan, parseYuan } from '#shared/kernel/money.ts'
import { readFen, readWhole, readYesNo, wrong, type Wrong, writeText } from './cells.ts'
import { text, whole, yesNo, yuan } from './columns.ts'
import { type Commission, WHOLE_PERCENT } from './commission.ts'
import { fileKind } from './file-kind.ts'

export type ServiceInFile = {
  code: string
  name: string
  priceFen: number
  peerFen: number | null
  companyFen: number | null
  minutes: number | null
  commission: Commission
  warrantyDays: number | null
  active: boolean
}
export type ServiceKey = keyof ServiceInFile

const NONE: Commission = { commission: 'none', commissionValue: 0 }
const NO_COMMISSION = new Set(['无', '没有', '否', 'none', 'no', '-'])

const readCommission = (cell: string): Commission | Wrong => {
  const folded = cell.normalize('NFKC').trim().toLowerCase()
  if (NO_COMMISSION.has(folded)) return NONE
  const isPercent = folded.endsWith('%')
  // Hundredths of a percent have as many digits as fen have.
  const value = parseYuan(isPercent ? folded.slice(0, -1) : folded)
  if (isRefused(value) || value < 0) return wrong('commissionUnclear')
  if (value === 0) return NONE
  if (!isPercent) return { commission: 'amount', commissionValue: value }
  return value > WHOLE_PERCENT ? wrong('percentTooLarge') : { commission: 'percent', commissionValue: value }
}

const writeCommission = ({ commission, commissionValue }: Commission): string => {
  if (commission === 'none') return ''
  const digits = formatYuan(commissionValue, { grouping: false })
  return commission === 'percent' ? `${digits.replace(/\.?0+$/, '')}%` : digits
}

const keep = undefined

export const SERVICE_FILE = fileKind<ServiceInFile>({
  code: {
    heads: ['编码', 'Code'],
    also: ['编号', '项目编码', '服务编码', 'item code'],
    read: text(40),
    write: writeText,
    empty: keep,
  },
  name: {
    heads: ['名称', 'Name'],
    also: ['项目', '项目名称', '服务项目', 'item', 'service item'],
    read: text(80),
    write: writeText,
    empty: keep,
  },
  priceFen: {
    heads: ['售价', 'Price'],
    also: ['价格', '收费', '标准价', '工时费', 'charge'],
    read: readFen,
    write: yuan,
    empty: keep,
  },
  peerFen: {
    heads: ['同行价', 'Trade price'],
    also: ['peer price'],
    read: readFen,
    write: yuan,
    empty: null,
  },
  companyFen: {
    heads: ['单位价', 'Company price'],
    also: ['企业价', '单位客户价'],
    read: readFen,
    write: yuan,
    empty: null,
  },
  minutes: {
    heads: ['标准工时', 'Minutes'],
    also: ['工时', '分钟', '标准工时分钟', 'standard time'],
    read: readWhole(0, 60_000),
    write: whole,
    empty: null,
  },
  commission: {
    heads: ['提成', 'Commission'],
    also: ['提成规则', '提成比例'],
    read: readCommission,
    write: writeCommission,
    empty: NONE,
  },
  warrantyDays: {
    heads: ['保修天数', 'Warranty days'],
    also: ['质保天数', 'warranty'],
    read: readWhole(0, 3650),
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
