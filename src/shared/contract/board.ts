// The board: every unfinished order under whoever must act next (rule WO-5; docs/user-guide, board).
import { z } from 'zod'
import { BOARD_COLUMNS, WORK_LISTS } from '#shared/domain/work-order/states.ts'
import { contract, query } from './define.ts'
import { cursor, id, instant } from './fields.ts'
import { orderState } from './order-command.ts'

export const boardCard = z.strictObject({
  id,
  number: z.string(),
  shortCode: z.string(),
  state: orderState,
  /** The one label that lists and cards show (`stateLabel`). */
  label: z.string(),
  ver: z.int(),
  customerName: z.string(),
  company: z.string(),
  device: z.string(),
  reportedFault: z.string(),
  service: z.enum(['dropOff', 'onSite']),
  primary: z.string(),
  /** What somebody was promised: pick-up, visit, or the next call; null without any. */
  dueAt: instant.nullable(),
  late: z.boolean(),
  /** When a vendor or a part should be here. */
  backBy: instant.nullable(),
  urges: z.int(),
  important: z.boolean(),
  starred: z.boolean(),
  reassignRequested: z.boolean(),
  suspendReason: z.string(),
  stateSince: instant,
})
export type BoardCard = z.infer<typeof boardCard>

export const BOARD_VIEWS = ['all', 'mine', 'starred', 'important', 'overdue', 'urged'] as const
export type BoardView = (typeof BOARD_VIEWS)[number]

const view = z.enum(BOARD_VIEWS).default('all')

export const boards = contract('board', {
  columns: query({
    summary:
      'The columns by who must act, each with its count and its first cards: urged first, then the longest overdue.',
    input: z.strictObject({ view, perColumn: z.int().min(1).max(200).default(50) }),
    output: z.strictObject({
      columns: z.array(
        z.strictObject({
          column: z.enum(BOARD_COLUMNS),
          count: z.int(),
          late: z.int(),
          cards: z.array(boardCard),
          next: cursor.nullable(),
        }),
      ),
      lists: z.array(z.strictObject({ list: z.enum(WORK_LISTS), count: z.int() })),
    }),
  }),
  column: query({
    summary: 'More cards of one column.',
    input: z.strictObject({
      column: z.enum(BOARD_COLUMNS),
      view,
      after: cursor.optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ cards: z.array(boardCard), next: cursor.nullable() }),
  }),
  list: query({
    summary: 'The orders of a work list that is no column: today, settlement, review, cancel requests.',
    input: z.strictObject({
      list: z.enum(WORK_LISTS),
      view,
      after: cursor.optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ cards: z.array(boardCard), next: cursor.nullable() }),
  }),
  waiting: query({
    summary:
      'What the home screen shows of all unfinished orders: who waits longest, the urged first, and what was promised until a moment.',
    input: z.strictObject({
      /** Promises before this moment: the end of today. */
      until: instant,
      waiting: z.int().min(1).max(50).default(9),
      promised: z.int().min(1).max(50).default(6),
    }),
    output: z.strictObject({
      open: z.int(),
      waiting: z.array(boardCard),
      promised: z.strictObject({ count: z.int(), late: z.int(), cards: z.array(boardCard) }),
    }),
  }),
  technicians: query({
    summary:
      'What nobody has yet, then one row per technician with what is in his hands, the most loaded first.',
    input: z.strictObject({ perRow: z.int().min(1).max(200).default(50) }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          staffId: id.nullable(),
          name: z.string(),
          active: z.boolean(),
          count: z.int(),
          late: z.int(),
          cards: z.array(boardCard),
        }),
      ),
    }),
  }),
})
