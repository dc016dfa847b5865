// The 49 commands of a work order: label, who gives it, and the fields it always needs. What else a command
// needs depends on the order and stands with its guard. The order is that of docs/transitions.md §4.
import type { Actor } from './actors.ts'
import type { FieldName } from './fields.ts'

type CommandInfo = Readonly<{
  zh: string
  en: string
  who: readonly Actor[]
  needs: readonly FieldName[]
}>

const info = (
  zh: string,
  en: string,
  who: readonly Actor[],
  needs: readonly FieldName[] = [],
): CommandInfo => ({ zh, en, who, needs })

const WORK: readonly Actor[] = ['technician', 'clerk']
/** The upper unit, or the dispatcher within one shop. */
const UPPER: readonly Actor[] = ['region', 'hq', 'dispatcher']

export const COMMAND_INFO = {
  acceptRequest: info('受理报修', 'accept request', ['clerk']),
  declineRequest: info('取消报修', 'decline request', ['clerk'], ['reason']),
  confirmBranch: info('网点接单确认', 'confirm branch dispatch', ['receivingBranch']),
  refuseBranch: info('网点拒单', 'refuse branch dispatch', ['receivingBranch'], ['reason']),
  receiveDevice: info('收机', 'receive machine', ['clerk'], ['accessories', 'configuration', 'condition']),
  appoint: info('预约/改约', 'appoint', ['clerk']),
  recordUnreachable: info('登记联系不上', 'record unreachable', ['clerk']),
  resolveByPhone: info('电话解决', 'resolve by phone', ['clerk', 'technician'], ['phoneOutcome']),
  dispatch: info('派工（内部）', 'dispatch to technician', ['dispatcher'], ['primary']),
  dispatchBranch: info('派给网点', 'dispatch to branch', ['dispatcher'], ['branch']),
  sendToVendor: info('委外送修', 'send to vendor', ['dispatcher'], ['vendor', 'expectedReturn']),
  receive: info('接收', 'receive job', WORK),
  refuse: info('拒绝', 'refuse job', WORK, ['reason']),
  revoke: info('撤销派工', 'revoke dispatch', ['dispatcher']),
  requestReassign: info('申请改派', 'request reassignment', ['technician', 'receivingBranch'], ['reason']),
  rejectReassign: info('驳回改派', 'reject reassignment', UPPER, ['reason']),
  approveReassign: info('同意改派', 'approve reassignment', UPPER),
  changeService: info('改送修/改上门', 'change service', ['clerk'], ['service']),
  sendQuote: info('报价（发出版本）', 'send quote version', ['clerk'], ['quoteVersion']),
  acceptQuote: info(
    '客户同意报价',
    'customer accepts quote',
    ['clerk'],
    ['confirmedBy', 'confirmedAt', 'channel', 'words'],
  ),
  rejectQuote: info('客户拒绝报价', 'customer rejects quote', ['clerk']),
  requestParts: info(
    '备件申领/采购',
    'request parts',
    ['clerk', 'technician'],
    ['requestNo', 'partCode', 'expectedDate'],
  ),
  partsLate: info('备件延期', 'parts late', ['clerk'], ['reason', 'requestNo', 'partCode']),
  partsReady: info('到料/无货改方案', 'parts arrived or unavailable', ['warehouse'], ['partsResult']),
  notFixed: info('一次未修好', 'not fixed at once', ['technician']),
  bringIn: info(
    '拉修（带回店内）',
    'bring in from site',
    ['technician', 'clerk'],
    ['accessories', 'configuration', 'condition'],
  ),
  complete: info('报完工', 'report completion', WORK, ['actualFault', 'action', 'outcome']),
  handBack: info('退修（未修退机）', 'hand back unrepaired', ['clerk']),
  vendorReturn: info('委外返回', 'return from vendor', ['clerk'], ['vendorResult', 'cost', 'scan']),
  notify: info('通知取机（T2）', 'notify for pick-up', ['clerk'], ['contactOutcome']),
  faultReturned: info('故障复现', 'fault returned', ['technician']),
  failAcceptance: info('验机未通过', 'failed acceptance', ['clerk'], ['customerPresent']),
  settle: info('结算（含挂账）', 'settle', ['cashier'], ['paidNow']),
  reverseSettlement: info('冲销结算', 'reverse settlement', ['cashier'], ['approval']),
  handOver: info('取机/交机', 'hand over', ['clerk'], ['signature']),
  deliver: info('送回', 'deliver', ['clerk', 'technician']),
  disposeUnclaimed: info('无人认领处置', 'dispose of unclaimed', ['manager'], ['approval', 'disposalFile']),
  approveClose: info('审核关闭', 'approve and close', ['reviewer']),
  sendBack: info('驳回', 'send back', ['reviewer'], ['reason']),
  cancel: info('撤单（本店）', 'cancel own order', ['clerk', 'manager'], ['cancelReason', 'words']),
  requestCancel: info('申请撤单', 'request cancel', ['clerk'], ['cancelReason', 'words']),
  withdrawCancel: info('撤回撤单申请', 'withdraw cancel request', ['clerk']),
  refuseCancel: info('不同意撤单', 'refuse cancel', ['region', 'hq']),
  approveCancel: info('同意撤单/改派', 'approve cancel or reissue', ['region', 'hq']),
  cancelByHq: info('总部撤单（客户向座席要求）', 'cancel by headquarters', ['hq']),
  suspend: info('挂起', 'suspend', ['clerk', 'technician'], ['reason']),
  suspendByAlarm: info('五次告警挂起', 'suspend by five alarms', ['system']),
  resume: info('恢复', 'resume', ['clerk', 'manager', 'region', 'hq']),
  amend: info('更正登记', 'amend registration', ['clerk'], ['changes']),
} as const satisfies Record<string, CommandInfo>

export type CommandName = keyof typeof COMMAND_INFO
export const COMMANDS = Object.keys(COMMAND_INFO) as readonly CommandName[]

/** Several commands in one transaction, each by its own cell of the table; `print` is an action. */
export const COMPOSITES = {
  onTheSpot: ['acceptWalkIn', 'print', 'dispatch', 'receive', 'complete', 'settle', 'handOver'],
  payAndPickUp: ['settle', 'handOver'],
  completeOnBehalf: ['receive', 'complete'],
} as const
