// Rows as a shop has them, by the migration that made their tables.
import { deviceParts } from './believable-machines.ts'
import { knowledge } from './believable-knowledge.ts'
import { money } from './believable-money.ts'
import { catalogue, quotes, stock, transferRequests } from './believable-parts.ts'
import { custodyAndHandOver, dispatchAndService } from './believable-work.ts'
import type { Insert } from './database-at.ts'
import { AT, id } from './row-ids.ts'

export { id }

const bytes = (fill: number): Buffer => Buffer.alloc(32, fill)

export const shopAndPeople: Insert = (insert) => {
  insert('shop', {
    id: id(1),
    name: '华强北快修',
    branch_code: 'SZ01',
    address: '深圳市福田区',
    phone: '0755-83001234',
    area_code: '0755',
    language: 'zh-CN',
    paper_language: 'zh-CN',
    time_zone: 'Asia/Shanghai',
    created_at: AT,
  })
  insert('setting', { key: 'paperSize', value: '"a4"', updated_at: AT })
  for (const [n, name, roles] of [
    [2, '王店长', '["manager"]'],
    [3, '䶮师傅', '["technician","clerk"]'],
  ] as const) {
    insert('staff', {
      id: id(n),
      staff_no: `100${n}`,
      name,
      initials: 'x',
      roles,
      active: 1,
      password_hash: bytes(n),
      password_salt: bytes(n),
      must_change_password: 0,
      created_at: AT,
    })
  }
  insert('login_guard', { staff_id: id(2), failed: 3, locked_until: 0 })
  insert('session', { token_hash: 'a'.repeat(64), staff_id: id(2), terminal: 'SZ01-1', created_at: AT })
  insert('command_record', {
    command_id: 'c-1',
    method: 'visit.create',
    input_hash: bytes(1),
    reply: '{}',
    at: AT,
  })
  insert('service_log', {
    seq: 1,
    id: id(4),
    subject: 'workOrder',
    subject_id: id(20),
    at: AT,
    staff_id: id(2),
    terminal: 'SZ01-1',
    action: 'order.accepted',
    changes: '{"state":[null,"pendingDispatch"]}',
    remark: null,
  })
  insert('audit', {
    seq: 1,
    at: AT,
    staff_id: id(2),
    terminal: 'SZ01-1',
    action: 'session.login',
    object: 'staff',
    object_id: id(2),
    details: '{}',
    prev_hash: bytes(0),
    hash: bytes(9),
  })
  insert('sync_self', {
    id: 1,
    origin: 'SZ01-1',
    branch: 'SZ01',
    pc: 1,
    generation: 0,
    hlc: AT * 1000,
    next_seq: 2,
    chain: bytes(7),
    audit_chain: bytes(9),
  })
  insert('outbox', {
    seq: 1,
    origin: 'SZ01-1',
    hlc: AT * 1000,
    entity: 'shop',
    entity_id: id(1),
    kind: 'shop.setUp',
    sv: 1,
    fields: '{"name":"华强北快修"}',
    h: bytes(7),
  })
  insert('number_series', { date: '2026-11-22', pc: 1, generation: 0, next: 18 })
  insert('draft', {
    id: id(5),
    staff_id: id(3),
    form: 'intake',
    title: '张三',
    body: '{"customer":{"name":"张三"}}',
    schema_version: 1,
    parked: 1,
    updated_at: AT,
  })
}

export const customersAndOrders: Insert = (insert) => {
  insert('customer', {
    rowid: 7,
    id: id(10),
    name: '张三',
    name_key: '张三',
    company: '某公司',
    created_at: AT,
  })
  insert('customer_phone', {
    id: id(11),
    customer_id: id(10),
    phone_key: '13800138000',
    tail4: '8000',
    display: '138 0013 8000',
    kind: 'mobile',
    position: 0,
    active: 1,
  })
  insert('search_document', { rowid: 3, customer_rowid: 7 })
  insert('device', {
    rowid: 5,
    id: id(12),
    customer_id: id(10),
    category: '笔记本',
    brand: '联想',
    model: 'T480',
    serial: 'PF-1A2B3C',
    serial_key: 'PF1A2B3C',
    created_at: AT,
  })
  insert('refused_fee', {
    id: id(13),
    customer_id: id(10),
    at: AT,
    staff_id: id(2),
    device_text: '手机',
    fee_fen: 5000,
    remark: '',
  })
  insert('visit', {
    id: id(14),
    number: 'SZ01-261122-10002-7',
    digits: '1',
    short_code: '22-10002-7',
    customer_id: id(10),
    created_at: AT,
    created_by: id(2),
  })
  insert('work_order', {
    rowid: 9,
    id: id(20),
    number: 'SZ01-261122-10003-5',
    digits: '2',
    short_code: '22-10003-5',
    visit_id: id(14),
    position: 1,
    customer_id: id(10),
    device_id: id(12),
    state: 'pendingDispatch',
    state_stack: '[]',
    state_since: AT,
    service: 'dropOff',
    origin: 'here',
    machine_place: 'here',
    purpose: 'repair',
    return_by: 'pickUp',
    priority: 3,
    important: 1,
    reported_fault: '开不了机',
    condition: '划痕',
    accessories: '[{"name":"充电器","count":1}]',
    configuration: '[]',
    charge_kind: 'outOfWarranty',
    charge_basis: '{"because":"noPurchaseDate"}',
    limit_fen: 30000,
    t1: AT,
    created_at: AT,
    created_by: id(2),
    updated_at: AT,
  })
  insert('order_star', { staff_id: id(3), order_id: id(20), at: AT })
  insert('passcode', { order_id: id(20), cipher: bytes(5), key_id: 'k', created_at: AT })
  insert('photo', {
    id: id(21),
    order_id: id(20),
    hash: 'b'.repeat(64),
    mime: 'image/png',
    bytes: 70,
    active: 1,
    created_at: AT,
    created_by: id(2),
  })
}

export const printingAndBackups: Insert = (insert) => {
  insert('print_job', {
    id: id(30),
    paper: 'repairOrder',
    copy: 'customer',
    subject: 'workOrder',
    subject_id: id(20),
    reprint: 0,
    printer: 'HP',
    paper_size: 'a4',
    copies: 1,
    result: 'printed',
    at: AT,
    finished_at: AT,
    staff_id: id(2),
  })
  insert('backup', {
    id: id(31),
    file: '2026-11-22-100000-start.db',
    reason: 'start',
    at: AT,
    bytes: 331776,
    sha256: 'c'.repeat(64),
    orders: 1,
    outbox_seq: 1,
    chain: 'd'.repeat(64),
    audit_chain: 'e'.repeat(64),
  })
}

/** Migration 0004 added a column and an index; what fills them comes with the next intake. */
export const quickIntake: Insert = () => undefined

/** Migration 0005 changed an index. */
export const upkeep: Insert = () => undefined

/** What a shop had written before migration `n + 1`, oldest first. */
export const ROWS_OF: readonly Insert[] = [
  shopAndPeople,
  customersAndOrders,
  printingAndBackups,
  quickIntake,
  upkeep,
  dispatchAndService,
  custodyAndHandOver,
  // 0008 adds an index only.
  () => undefined,
  catalogue,
  stock,
  quotes,
  knowledge,
  transferRequests,
  deviceParts,
  // 0015 rebuilds a table only.
  () => undefined,
  money,
  // 0017 adds a column and an index only.
  () => undefined,
]

/** Everything that a shop with the first `count` migrations may have. */
export const rowsUpTo =
  (count: number): Insert =>
  (insert) => {
    for (const rows of ROWS_OF.slice(0, count)) rows(insert)
  }
