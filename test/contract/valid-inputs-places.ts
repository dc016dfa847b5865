// Legal inputs of custody and the directories.
import type { Method, Params } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/kernel/document-number.ts'
import { UNKNOWN_ID } from './shop-in-use.ts'
import type { ShopInUse } from './shop-in-use.ts'

type Placed = 'custody' | 'directory'
type Inputs = { readonly [M in Extract<Method, `${Placed}.${string}`>]: Params<M> }

/** Written as one of ours, of this shop, given to nobody. */
const UNKNOWN_NUMBER = formatNumber({
  branch: 'SZ01',
  date: '2026-01-02',
  pc: 9,
  generation: 0,
  sequence: 1,
}).number

export const placeInputs = ({ ids }: ShopInUse, n: number): Inputs => ({
  'custody.find': { code: UNKNOWN_NUMBER },
  'custody.ofOrder': { id: ids.order },
  'custody.move': { codes: [UNKNOWN_NUMBER], to: { kind: 'counter' }, remark: '柜台' },
  'custody.declareLost': { orderId: UNKNOWN_ID, item: 'machine', words: '搬家时丢了，赔 500 元' },
  'custody.places': {},
  'custody.addPlace': { name: `货架 ${n}`, kind: 'shelf' },
  'custody.changePlace': { id: UNKNOWN_ID, changes: { name: '货架', kind: 'bench', active: true } },
  'custody.loaners': {},
  'custody.addLoaner': {
    name: '备用机',
    serial: 'SN-1',
    accessories: '充电器',
    remark: '',
    code: `LOAN-${n}`,
  },
  'custody.changeLoaner': {
    id: UNKNOWN_ID,
    changes: { name: '备用机', serial: '', accessories: '', remark: '', active: true },
  },
  'custody.lend': { orderId: UNKNOWN_ID, loaner: 'L1', backBy: '2026-12-01', condition: '完好' },
  'custody.takeBack': { loaner: 'L1', condition: '完好' },
  'directory.branches': {},
  'directory.addBranch': {
    code: `BR${n}`,
    name: '广州站',
    level: 'branch',
    phone: '020-83001234',
    address: '',
    serves: true,
    technicians: ['老陈'],
  },
  'directory.changeBranch': { id: UNKNOWN_ID, changes: { name: '广州站', serves: false, active: true } },
  'directory.partners': {},
  'directory.addPartner': {
    name: `天河芯片 ${n}`,
    contact: '陈工',
    phone: '13900139000',
    address: '',
    repairVendor: true,
    categories: ['手机'],
    usualDays: 5,
    remark: '',
  },
  'directory.changePartner': {
    id: UNKNOWN_ID,
    changes: { name: '天河芯片', repairVendor: true, active: true },
  },
  'directory.warnings': {},
  'directory.warningsFor': { brand: '联想', model: 'ThinkPad T480' },
  'directory.addWarning': { brand: '联想', model: 'T480', text: '屏轴易断，先拍照' },
  'directory.changeWarning': { id: UNKNOWN_ID, changes: { brand: '联想', text: '先拍照', active: false } },
})
