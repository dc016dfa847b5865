// Money as a shop has it: an order settled with cash and on account, its receipt confirmed, a shift and a day closed.
import type { Insert } from './database-at.ts'
import { AT, id } from './row-ids.ts'

const DAY = '2026-11-22'

export const money: Insert = (insert) => {
  const who = { at: AT, staff_id: id(2) }
  insert('cash_drawer', { id: id(300), name: '收银台', active: 1, created_at: AT })
  insert('shift', {
    id: id(301),
    number: 'SH-1',
    drawer_id: id(300),
    position: 1,
    day: DAY,
    float_fen: 50_000,
    ...who,
  })
  insert('money_entry', { id: id(302), kind: 'settlement', day: DAY, order_id: id(20), reason: '', ...who })
  insert('money_posting', {
    id: id(303),
    entry_id: id(302),
    position: 1,
    debit: 'receivableCustomer',
    credit: 'incomeLabour',
    amount_fen: 9_070_000,
    order_id: id(20),
    customer_id: id(10),
  })
  insert('money_entry', {
    id: id(304),
    kind: 'receipt',
    day: DAY,
    order_id: id(20),
    customer_id: id(10),
    shift_id: id(301),
    reason: '',
    ...who,
  })
  insert('money_posting', {
    id: id(305),
    entry_id: id(304),
    position: 1,
    debit: 'collectedCash',
    credit: 'receivableCustomer',
    amount_fen: 70_000,
    order_id: id(20),
    customer_id: id(10),
    drawer_id: id(300),
  })
  for (const [account, debit_fen, credit_fen] of [
    ['receivableCustomer', 9_070_000, 70_000],
    ['incomeLabour', 0, 9_070_000],
    ['collectedCash', 70_000, 70_000],
    ['cash', 70_000, 70_000],
    ['safe', 70_000, 0],
  ] as const)
    insert('money_day', { day: DAY, account, debit_fen, credit_fen })
  insert('money_open', {
    account: 'receivableCustomer',
    party_id: id(10),
    order_id: id(20),
    balance_fen: 9_000_000,
    since: DAY,
  })
  insert('receipt', {
    id: id(306),
    number: 'RC-9',
    kind: 'settlement',
    customer_id: id(10),
    entry_id: id(304),
    amount_fen: 70_000,
    note: '',
    day: DAY,
    ...who,
  })
  insert('payment', {
    id: id(307),
    receipt_id: id(306),
    position: 1,
    method: 'cash',
    amount_fen: 70_000,
    tendered_fen: 100_000,
    drawer_id: id(300),
    reference: '',
  })
  insert('payment', {
    id: id(315),
    receipt_id: id(306),
    position: 2,
    method: 'wechat',
    amount_fen: 100,
    reference: '',
  })
  insert('payment_waiting', { id: id(315), day: DAY, method: 'wechat', at: AT })
  insert('money_entry', { id: id(308), kind: 'confirmation', day: DAY, reason: '', ...who })
  insert('money_posting', {
    id: id(309),
    entry_id: id(308),
    position: 1,
    debit: 'cash',
    credit: 'collectedCash',
    amount_fen: 70_000,
    drawer_id: id(300),
  })
  insert('payment_confirmation', { id: id(307), entry_id: id(308), note: '', ...who })
  insert('settlement', {
    id: id(310),
    number: 'ST-1',
    order_id: id(20),
    entry_id: id(302),
    receipt_id: id(306),
    charged_fen: 9_070_000,
    store_fee_fen: 0,
    discount_fen: 0,
    rounding_fen: 0,
    deposit_fen: 0,
    paid_fen: 70_000,
    on_account_fen: 9_000_000,
    reason: '',
    day: DAY,
    ...who,
  })
  insert('approval', {
    id: id(311),
    token_hash: 'b'.repeat(64),
    act: 'onAccount',
    object_id: id(20),
    amount_fen: 9_000_000,
    asked_by: id(3),
    approved_by: id(2),
    at: AT,
  })
  insert('drawer_opening', { id: id(312), drawer_id: id(300), receipt_id: id(306), reason: '', ...who })
  insert('debt_follow_up', {
    id: id(313),
    customer_id: id(10),
    order_id: id(20),
    follow_up_on: '2026-12-01',
    words: '月底付',
    ...who,
  })
  insert('money_entry', { id: id(316), kind: 'shiftTaken', day: DAY, shift_id: id(301), reason: '', ...who })
  insert('money_posting', {
    id: id(317),
    entry_id: id(316),
    position: 1,
    debit: 'safe',
    credit: 'cash',
    amount_fen: 70_000,
    drawer_id: id(300),
  })
  insert('shift_count', {
    id: id(315),
    shift_id: id(301),
    position: 1,
    pieces: '[{"noteFen":10000,"pieces":12}]',
    methods: '[{"method":"cash","expectedFen":120000,"countedFen":120000}]',
    expected_fen: 120_000,
    counted_fen: 120_000,
    seen: id(304),
    blind: 1,
    ...who,
  })
  insert('shift_close', {
    id: id(301),
    count_id: id(315),
    taken_fen: 70_000,
    left_fen: 50_000,
    reason: '',
    ...who,
  })
  insert('shift_confirmation', { id: id(301), alone: 0, note: '', at: AT, staff_id: id(3) })
  insert('day_close', { id: id(314), day: DAY, backup: '', ...who })
}
