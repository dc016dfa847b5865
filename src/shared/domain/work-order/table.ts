// The one table of transitions (rule WO-1): every command × every state. A cell that is not written is a
// refusal. docs/transitions.md §4 is the same table in words, and a test compares the two cell by cell.
//
//   PD   that state                      =      allowed, no state change
//   ←    back to the remembered state    $      money gate: PC, ST, or CX if the cancel is approved
//   D    machine here → RP, else $       X      machine here → RP marked cancelApproved, else CX
//   A/B  by the guard
import type { CommandName } from './commands.ts'
import { type LiveShort, type Short, type State, toShort } from './states.ts'

export type Cell = Short | '=' | '←' | '$' | 'D' | 'X' | 'AC/RP' | 'PD/RP' | 'ST/RS'

export const TABLE = {
  acceptRequest: { PR: 'AC' },
  declineRequest: { PR: 'CX' },
  confirmBranch: { PB: 'AC/RP' },
  refuseBranch: { PB: 'PD/RP' },
  receiveDevice: { AC: 'PD' },
  appoint: { AC: 'PD', PD: '=', RC: '=', IS: '=', AP: '=', RS: '=', RP: '=' },
  recordUnreachable: { AC: '=', PD: '=', RC: '=' },
  resolveByPhone: { AC: '$', PD: '$', RC: '$', IS: '$', AP: '$', RS: '$' },
  dispatch: { AC: 'RC', PD: 'RC', IS: '=', RS: '=' },
  dispatchBranch: { AC: 'PB', PD: 'PB', IS: 'PB', RP: 'PB' },
  sendToVendor: { PD: 'AV', IS: 'AV', RS: 'AV' },
  receive: { RC: 'IS' },
  refuse: { RC: 'PD' },
  revoke: { PB: 'PD/RP', RC: 'PD' },
  requestReassign: { AC: '=', PD: '=', RC: '=', IS: '=', RS: '=' },
  rejectReassign: { AC: '=', PD: '=', RC: '=', IS: '=', RS: '=' },
  approveReassign: { AC: 'PD', PD: 'PD', RC: 'PD', IS: 'PD', RS: 'PD' },
  changeService: { AC: '=', PD: 'AC', RC: 'AC' },
  sendQuote: { AC: 'AW', PD: 'AW', IS: 'AW', AW: '=', AP: 'AW', RS: 'AW', AV: 'AW' },
  acceptQuote: { AW: '←' },
  rejectQuote: { AW: '=' },
  requestParts: { AC: 'AP', PD: 'AP', RC: 'AP', IS: 'AP', AP: '=', RS: 'AP' },
  partsLate: { AP: '=' },
  partsReady: { AP: '←' },
  notFixed: { IS: 'RS', RS: 'RS' },
  bringIn: { IS: '=', RS: '=' },
  complete: { RC: 'D', IS: 'D', RS: 'D' },
  handBack: { PD: 'D', RC: 'D', IS: 'D', AW: 'D', AP: 'D', RS: 'D' },
  vendorReturn: { AW: '=', AV: 'IS' },
  notify: { RP: '=' },
  faultReturned: { RP: 'RS', ST: 'RS' },
  failAcceptance: { RP: 'RS' },
  settle: { RP: '=', ST: 'PC' },
  reverseSettlement: { RP: '=', PC: 'ST' },
  handOver: { RP: '$' },
  deliver: { RP: '$' },
  disposeUnclaimed: { RP: '$' },
  approveClose: { PC: 'CL' },
  sendBack: { PC: 'ST/RS' },
  cancel: { AC: 'CX', PD: 'CX', RC: 'CX', IS: 'CX', AW: 'CX', AP: 'CX', RS: 'CX', SU: 'CX' },
  requestCancel: { AC: 'CR', PD: 'CR', RC: 'CR', IS: 'CR', AW: 'CR', AP: 'CR', RS: 'CR', SU: 'CR' },
  withdrawCancel: { CR: '←' },
  refuseCancel: { CR: '←' },
  approveCancel: { CR: 'X' },
  cancelByHq: {
    PR: 'X',
    PB: 'X',
    AC: 'X',
    PD: 'X',
    RC: 'X',
    IS: 'X',
    AW: 'X',
    AP: 'X',
    RS: 'X',
    AV: '=',
    SU: 'X',
    RP: '=',
    CR: 'X',
  },
  suspend: { AC: 'SU', PD: 'SU', RC: 'SU', IS: 'SU', AW: 'SU', AP: 'SU', RS: 'SU' },
  suspendByAlarm: { AC: 'SU', PD: 'SU', RC: 'SU', IS: 'SU', RS: 'SU' },
  resume: { SU: '←' },
  amend: {
    PR: '=',
    PB: '=',
    AC: '=',
    PD: '=',
    RC: '=',
    IS: '=',
    AW: '=',
    AP: '=',
    RS: '=',
    AV: '=',
    SU: '=',
    RP: '=',
    ST: '=',
    PC: '=',
    CR: '=',
  },
} as const satisfies Record<CommandName, Partial<Record<LiveShort, Cell>>>

const cells: Readonly<Record<CommandName, Partial<Record<Short, Cell>>>> = TABLE

/** The cell of a command in a state; null is a refusal. */
export const cellOf = (command: CommandName, state: State): Cell | null =>
  cells[command][toShort(state)] ?? null

/** Whether the table has any cell for it; the guard may still refuse. */
export const isInTable = (command: CommandName, state: State): boolean => cellOf(command, state) !== null

/** The short codes of the states in which the table has the command. */
export const statesOf = (command: CommandName): readonly Short[] => Object.keys(cells[command]) as Short[]
