// The courses that repairs take, as commands of the transition table with the opening hours that pass before
// each. Where they lead is not written here: `decide` says it.
import type { CommandFields, CommandName } from '#shared/domain/work-order/index.ts'
import type { Chance } from './random.ts'
import { weighted } from './random.ts'

/** A command of the table, or the repair order leaving the printer; minutes of opening hours before it. */
export type Step = readonly [command: CommandName | 'print', least: number, most: number]
export type Course = readonly Step[]

const IN: Course = [
  ['print', 1, 4],
  ['dispatch', 5, 600],
  ['receive', 5, 900],
]
const OUT: Course = [
  ['notify', 5, 240],
  ['settle', 30, 12000],
  ['handOver', 1, 6],
  ['approveClose', 30, 900],
]

const NORMAL: Course = [...IN, ['complete', 30, 5000], ...OUT]
const ON_THE_SPOT: Course = [
  ['print', 1, 3],
  ['dispatch', 1, 5],
  ['receive', 1, 5],
  ['complete', 10, 60],
  ['settle', 2, 10],
  ['handOver', 1, 5],
  ['approveClose', 30, 900],
]
const QUOTED: Course = [
  ...IN,
  ['sendQuote', 60, 900],
  ['acceptQuote', 20, 3600],
  ['complete', 60, 4000],
  ...OUT,
]
const QUOTE_REJECTED: Course = [
  ...IN,
  ['sendQuote', 60, 900],
  ['rejectQuote', 20, 3600],
  ['handBack', 5, 240],
  ['notify', 5, 240],
  ['handOver', 60, 9000],
  ['approveClose', 30, 900],
]
const PARTS: Course = [
  ...IN,
  ['requestParts', 60, 900],
  ['partsReady', 600, 9600],
  ['complete', 60, 900],
  ...OUT,
]
const VENDOR: Course = [
  ...IN,
  ['sendToVendor', 60, 900],
  ['vendorReturn', 2400, 9600],
  ['complete', 30, 600],
  ...OUT,
]
const NOT_AT_ONCE: Course = [...IN, ['notFixed', 120, 1500], ['complete', 300, 3000], ...OUT]
const CAME_BACK: Course = [
  ...IN,
  ['complete', 30, 5000],
  ['faultReturned', 20, 300],
  ['complete', 120, 1800],
  ...OUT,
]
const SUSPENDED: Course = [
  ...IN,
  ['suspend', 60, 900],
  ['resume', 1800, 12000],
  ['complete', 60, 1200],
  ...OUT,
]
const FORGOTTEN: Course = [
  ...IN,
  ['complete', 60, 4000],
  ['notify', 5, 240],
  ['settle', 15000, 60000],
  ['handOver', 1, 6],
  ['approveClose', 30, 900],
]
const MISTAKE: Course = [
  ['print', 1, 4],
  ['cancel', 2, 9],
]

const drawn = weighted<Course>([
  [NORMAL, 46],
  [ON_THE_SPOT, 12],
  [QUOTED, 13],
  [QUOTE_REJECTED, 5],
  [PARTS, 9],
  [VENDOR, 4],
  [NOT_AT_ONCE, 4],
  [CAME_BACK, 2],
  [SUSPENDED, 2],
  [FORGOTTEN, 2],
  [MISTAKE, 1],
])

/** Where nothing is due nobody quotes or settles: the table leads from the hand-over to the review. */
export const courseOf = (chance: Chance, due: number): Course => {
  const course = drawn(chance)
  if (due > 0) return course
  const asks = course.some(([command]) => command === 'sendQuote')
  return (asks ? NORMAL : course).filter(([command]) => command !== 'settle')
}

export type Situation = Readonly<{
  now: number
  promise: number
  due: number
  number: string
  customer: string
}>

const ACTIONS = [
  '更换配件后正常',
  '清洁除尘，重新涂硅脂',
  '重装系统',
  '补焊接口',
  '更换电池',
  '更换屏幕总成',
  '调整机械部件',
  '检测无异常，重新插拔',
]
const REASONS = ['客户出差，暂停处理', '等客户找购机发票', '客户要求先不修', '等厂家答复保修']

/** The fields of each command, and what the clerk would have written beside it. */
export const fieldsOf = (
  chance: Chance,
  command: CommandName,
  of: Situation,
): { fields: CommandFields; remark?: string } => {
  const yuan = `${of.due / 100} 元`
  const promise: CommandFields = { nextContactBy: of.promise, promiseType: 'other', reason: '已与客户说明' }
  switch (command) {
    case 'dispatch':
      return { fields: { primary: 'technician' } }
    case 'sendQuote':
      return { fields: { quoteVersion: `${of.number}/1` }, remark: `报价 ${yuan}` }
    case 'acceptQuote':
      return {
        fields: { confirmedBy: of.customer, confirmedAt: of.now, channel: 'phone', words: '同意维修' },
        remark: `客户电话同意 ${yuan}`,
      }
    case 'rejectQuote':
      return { fields: {}, remark: '客户嫌贵，不修了' }
    case 'requestParts':
      return {
        fields: { requestNo: `R-${of.number}`, partCode: 'P-1', expectedDate: of.promise },
        remark: '缺件，已申领',
      }
    case 'partsReady':
      return { fields: { partsResult: 'arrived' } }
    case 'sendToVendor':
      return { fields: { vendor: '华强维修中心', expectedReturn: of.promise }, remark: '送华强维修中心' }
    case 'vendorReturn':
      return { fields: { vendorResult: 'repaired', cost: Math.floor(of.due / 2) + 100, scan: of.number } }
    case 'notFixed':
      return { fields: promise, remark: '一次未修好，继续检测' }
    case 'faultReturned':
      return { fields: promise, remark: '通电测试时故障再现' }
    case 'complete': {
      const action = chance.pick(ACTIONS)
      const outcome = chance.happens(0.06) ? 'software' : chance.happens(0.03) ? 'noFault' : 'repaired'
      return { fields: { actualFault: '见检测', action, outcome }, remark: action }
    }
    case 'notify':
      return { fields: { contactOutcome: 'reached' }, remark: '已电话通知取机' }
    case 'suspend': {
      const reason = chance.pick(REASONS)
      return { fields: { reason }, remark: reason }
    }
    case 'settle':
      return { fields: { paidNow: of.due }, remark: '' }
    case 'handOver':
      return { fields: { slip: of.number, signature: { by: 'customer' } } }
    case 'cancel':
      return {
        fields: { cancelReason: 'entryMistake', machineBelongsTo: of.number, words: '重复登记' },
        remark: '重复登记',
      }
    default:
      return { fields: {} }
  }
}
