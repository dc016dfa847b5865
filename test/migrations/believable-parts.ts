// Rows of the catalogue, the stock, parts on an order and quotes as a shop has them.
import type { Insert } from './database-at.ts'
import { AT, id } from './row-ids.ts'

const who = { at: AT, staff_id: id(2) }

export const catalogue: Insert = (insert) => {
  insert('part', {
    id: id(110),
    code: 'P-1001',
    name: '液晶屏 14 寸',
    spec: '1920×1080 30 针',
    kind: 'part',
    unit: '块',
    decimals: 0,
    serial_tracked: 1,
    old_returnable: 1,
    models: '["联想 ThinkPad T14"]',
    barcode: '6901234567892',
    price_fen: 68_000,
    prices: '{"peer":60000}',
    minimum: 2000,
    warranty_days: 90,
    fee_apart: 0,
    active: 1,
    created_at: AT,
    code_key: 'P-1001',
  })
  insert('service_item', {
    id: id(111),
    code: 'S-01',
    name: '换屏',
    price_fen: 12_000,
    prices: '{}',
    minutes: 60,
    commission: 'percent',
    commission_value: 2000,
    active: 1,
    created_at: AT,
    code_key: 'S-01',
    search_key: 's-01 换屏 hp',
  })
  insert('package', {
    id: id(112),
    code: 'K-01',
    name: '换屏全包',
    items: '[]',
    active: 1,
    created_at: AT,
    code_key: 'K-01',
    search_key: 'k-01 换屏全包 hpqb',
  })
}

export const stock: Insert = (insert) => {
  insert('warehouse', { id: id(120), code: 'W1', name: '店内库', active: 1, created_at: AT })
  insert('stock_place', {
    id: id(121),
    warehouse_id: id(120),
    kind: 'bin',
    code: 'W1-A1',
    name: 'A1',
    active: 1,
    created_at: AT,
  })
  insert('stock_document', { id: id(122), number: 'RC-1', kind: 'receipt', reason: '', ...who })
  insert('stock_document', {
    id: id(123),
    number: 'IS-1',
    kind: 'issue',
    order_id: id(20),
    reason: '',
    ...who,
  })
  insert('order_part', {
    id: id(124),
    order_id: id(20),
    position: 1,
    part_id: id(110),
    code: 'P-1001',
    name: '液晶屏 14 寸',
    unit: '块',
    bought_in: 0,
    old_returnable: 1,
    planned: 1000,
    issued: 1000,
    used: 0,
    returned_good: 0,
    returned_defective: 0,
    old_owed: 0,
    old_returned: 0,
    cost_fen: 42_000,
    price_fen: 68_000,
    payer: 'customer',
    warranty_days: 90,
    active: 1,
  })
  const place = { part_id: id(110), place_id: id(121), at: AT }
  insert('stock_movement', {
    ...place,
    id: id(125),
    document_id: id(122),
    position: 1,
    quantity: 3000,
    value_fen: 126_000,
    serials: '["A1","A2","A3"]',
  })
  insert('stock_movement', {
    ...place,
    id: id(126),
    document_id: id(123),
    position: 1,
    quantity: -1000,
    value_fen: -42_000,
    serials: '["A1"]',
    order_part_id: id(124),
  })
  insert('stock_balance', { part_id: id(110), place_id: id(121), quantity: 2000 })
  insert('stock_cost', { part_id: id(110), quantity: 2000, value_fen: 84_000 })
  insert('part_serial', { part_id: id(110), serial: 'A1', order_part_id: id(124) })
  insert('part_serial', { part_id: id(110), serial: 'A2', place_id: id(121) })
  const entry = { order_part_id: id(124), order_id: id(20), old_serials: '[]', reason: '', ...who }
  insert('order_part_entry', {
    ...entry,
    id: id(127),
    quantity_of: 'planned',
    quantity: 1000,
    cost_fen: 0,
    new_serials: '[]',
  })
  insert('order_part_entry', {
    ...entry,
    id: id(128),
    quantity_of: 'issued',
    quantity: 1000,
    cost_fen: 42_000,
    document_id: id(123),
    new_serials: '["A1"]',
  })
  insert('part_request', {
    id: id(129),
    number: 'RQ-1',
    order_id: id(20),
    part_id: id(110),
    quantity: 1000,
    source: 'purchase',
    expected_at: AT,
    state: 'open',
    reason: '',
    ...who,
  })
  insert('fault_tag', {
    id: id(130),
    number: 'FT-1',
    order_id: id(20),
    order_part_id: id(124),
    what: 'old',
    quantity: 1000,
    serial: 'OLD1',
    fault: '花屏',
    ...who,
  })
  insert('parts_waiver', { id: id(131), order_id: id(20), words: '旧屏客户自己留着', ...who })
  insert('meter_reading', {
    id: id(132),
    device_id: id(12),
    counter: 'total',
    value: 10_500,
    reason: '',
    ...who,
  })
}

export const quotes: Insert = (insert) => {
  insert('quote', {
    id: id(140),
    order_id: id(20),
    version: 1,
    state: 'draft',
    remark: '',
    draft_lines: '[]',
    made_at: AT,
    made_by: id(2),
  })
  insert('quote_line', {
    id: id(141),
    quote_id: id(140),
    position: 1,
    alternative: '',
    kind: 'part',
    text: '液晶屏 14 寸',
    part_id: id(110),
    quantity: 1000,
    price_fen: 68_000,
    amount_fen: 68_000,
    waived: 0,
    payer: 'customer',
    warranty_days: 90,
    cost_fen: 42_000,
  })
  insert('commission', {
    id: id(142),
    line_id: id(46),
    order_id: id(20),
    staff_id: id(3),
    share: 10_000,
    amount_fen: 2400,
    at: AT,
  })
}

/** One that was refused; the other warehouse came with the request. */
export const transferRequests: Insert = (insert) => {
  insert('warehouse', { id: id(160), code: 'W2', name: '二号库', active: 1, created_at: AT })
  insert('transfer_request', {
    id: id(161),
    number: 'TR-1',
    from_warehouse_id: id(120),
    to_warehouse_id: id(160),
    state: 'refused',
    lines: `[{"partId":"${id(110)}","quantity":2000}]`,
    reason: '客户等着',
    ...who,
    answer: '只剩一块',
    answered_at: AT + 1000,
    answered_by: id(2),
  })
}
