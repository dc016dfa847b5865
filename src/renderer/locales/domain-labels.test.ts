// Every code of the domain has its word in both languages: one list of the domain, one table of labels.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BOARD_VIEWS } from '#shared/contract/board.ts'
import { CHANNELS, CONTACT_OUTCOMES, OCCASIONS } from '#shared/contract/contact.ts'
import { inboxMessage } from '#shared/contract/inbox.ts'
import { ORDER_VIEWS } from '#shared/contract/orders.ts'
import { PAPER_SIZES } from '#shared/contract/printing.ts'
import { DUTIES } from '#shared/contract/review.ts'
import { CHARGE_KINDS } from '#shared/domain/charge/charge.ts'
import { ITEM_KINDS, PLACE_KINDS } from '#shared/domain/custody/index.ts'
import { BRANCH_LEVELS, DISPATCH_STATES, REASONS, TARGETS } from '#shared/domain/dispatch/index.ts'
import { paperCopies, paperKinds } from '#shared/domain/papers/index.ts'
import { ANSWER_CHANNELS, QUOTE_STATES } from '#shared/domain/quote/index.ts'
import { FAULT_CODES, LINE_KINDS, PAYERS, RESULTS } from '#shared/domain/service/index.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import { ACTORS } from '#shared/domain/work-order/actors.ts'
import { ACTIONS } from '#shared/domain/work-order/any-state.ts'
import { CANCEL_EVIDENCE, CANCEL_REASONS, CLOSE_NORMALLY } from '#shared/domain/work-order/cancel-reasons.ts'
import { COMMANDS, COMMAND_INFO } from '#shared/domain/work-order/commands.ts'
import { ENTRIES, ENTRY_NAMES } from '#shared/domain/work-order/entries.ts'
import { EVENT_NAMES } from '#shared/domain/work-order/event-names.ts'
import { FIELDS } from '#shared/domain/work-order/fields.ts'
import { STATE_LABELS } from '#shared/domain/work-order/labels.ts'
import { MACHINE_PLACES, ORIGINS, OUTCOMES, SERVICES } from '#shared/domain/work-order/order.ts'
import { PROOFS } from '#shared/domain/work-order/proofs.ts'
import { TASKS } from '#shared/domain/work-order/refusals.ts'
import { BOARD_COLUMNS, STATES, STATE_INFO, WORK_LISTS } from '#shared/domain/work-order/states.ts'
import { en, zhCN } from './index.ts'

const LISTS: Readonly<Record<string, readonly string[]>> = {
  state: STATES,
  role: ROLES,
  view: ORDER_VIEWS,
  chargeKind: CHARGE_KINDS,
  paper: paperKinds,
  copy: paperCopies,
  paperSize: PAPER_SIZES,
  command: COMMANDS,
  entry: ENTRY_NAMES,
  actor: ACTORS,
  task: TASKS,
  action: ACTIONS,
  stateLabel: [...STATES, ...Object.keys(STATE_LABELS)],
  boardColumn: BOARD_COLUMNS,
  boardView: BOARD_VIEWS,
  workList: WORK_LISTS,
  result: RESULTS,
  outcome: OUTCOMES,
  faultCode: FAULT_CODES,
  payer: PAYERS,
  lineKind: LINE_KINDS,
  quoteState: QUOTE_STATES,
  answerChannel: ANSWER_CHANNELS,
  dispatchState: DISPATCH_STATES,
  dispatchTarget: TARGETS,
  branchLevel: BRANCH_LEVELS,
  rankReason: REASONS,
  placeKind: PLACE_KINDS,
  itemKind: ITEM_KINDS,
  channel: CHANNELS,
  contactOutcome: CONTACT_OUTCOMES,
  occasion: OCCASIONS,
  cancelReason: [...new Set([...CANCEL_REASONS, ...CLOSE_NORMALLY])],
  evidence: CANCEL_EVIDENCE,
  proof: PROOFS,
  duty: DUTIES,
  machinePlace: MACHINE_PLACES,
  service: SERVICES,
  origin: ORIGINS,
  inboxKind: inboxMessage.options.map((option) => option.shape.kind.value),
}

/** What is logged beside the commands of the table. */
const OTHER_FACTS = [
  'order.contactAttempted',
  'order.urged',
  'order.messageCopied',
  'order.messageQueued',
  'order.itemMoved',
  'order.itemLost',
  'order.loanerLent',
  'order.loanerReturned',
  'order.handOverUndone',
  'order.vendorPlanned',
  'order.signedPaperAttached',
  'order.slipOutdated',
  'order.phoneRevealed',
  'order.quoteVoided',
  'visit.batchProblem',
]

const byName = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b))
const keysOf = (labels: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.keys(LISTS).map((name) => [name, byName(Object.keys(labels[name] ?? {}))]))

/** The table writes more than a button says: `派工（内部）`, `通知取机（T2）`. */
const withoutNote = (words: string) => words.replace(/（.*）$/, '')

describe('the labels', () => {
  it('name every code of the domain in both languages, and no other', () => {
    const wanted = Object.fromEntries(Object.entries(LISTS).map(([name, codes]) => [name, byName(codes)]))
    expect([keysOf(zhCN.labels), keysOf(en.labels)]).toEqual([wanted, wanted])
  })

  it('say in Chinese what the transition table says', () => {
    const { labels } = zhCN
    expect({
      command: labels.command,
      entry: labels.entry,
      state: labels.state,
      stateLabel: labels.stateLabel,
    }).toEqual({
      command: Object.fromEntries(COMMANDS.map((name) => [name, withoutNote(COMMAND_INFO[name].zh)])),
      entry: Object.fromEntries(ENTRY_NAMES.map((name) => [name, ENTRIES[name].zh])),
      state: Object.fromEntries(STATES.map((state) => [state, STATE_INFO[state].zh])),
      stateLabel: Object.fromEntries([
        ...STATES.map((state) => [state, STATE_INFO[state].zh]),
        ...Object.entries(STATE_LABELS).map(([name, { zh }]) => [name, zh]),
      ]),
    })
  })

  it('name every field of a command, and fit on a button', () => {
    const unnamed = [zhCN, en].map(({ labels }) => FIELDS.filter((field) => !(field in labels.field)))
    const long = [
      ...Object.values(zhCN.labels.command).filter((words) => words.length > 9),
      ...Object.values(en.labels.command).filter((words) => words.length > 28),
    ]
    expect({ unnamed, long }).toEqual({ unnamed: [[], []], long: [] })
  })

  it('name whatever a guard of the table can find missing', () => {
    const folder = join(import.meta.dirname, '../../shared/domain/work-order')
    const guards = readdirSync(folder).filter((file) => /^(?:guard.*|decide|entries)\.ts$/.test(file))
    const lists = guards.flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/problem\(\s*'\w+',\s*\[(?<names>[^\]]*)\]/g),
    ])
    const names = lists.flatMap((list) => [...(list.groups?.['names'] ?? '').matchAll(/'(?<one>\w+)'/g)])
    const missing = [...new Set(names.map((name) => name.groups?.['one'] ?? ''))]
    const unnamed = [zhCN, en].map(({ labels }) => missing.filter((name) => !(name in labels.field)))
    expect({ unnamed, many: missing.length > 20 }).toEqual({ unnamed: [[], []], many: true })
  })

  it('start with a capital in English, tasks alone go on within a sentence', () => {
    const { task: _, language: __, paperSize: ___, ...tables } = en.labels
    const small = Object.entries(tables).flatMap(([table, labels]) =>
      Object.entries(labels).flatMap(([name, words]) => (/^[A-Z]/.test(words) ? [] : [`${table}.${name}`])),
    )
    expect(small).toEqual([])
  })
})

describe('the service log', () => {
  it('has words for the fact of every command and for what is done beside them, in both languages', () => {
    const unnamed = [zhCN, en].map(({ orders }) =>
      [...Object.values(EVENT_NAMES), ...OTHER_FACTS].filter(
        (event) => !(event.replace('.', '_') in orders.log.action),
      ),
    )
    expect(unnamed).toEqual([[], []])
  })
})
