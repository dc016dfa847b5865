// Rows of dispatch, service, custody and hand-over as a shop has them.
import type { Insert } from './database-at.ts'
import { AT, id } from './row-ids.ts'

export const dispatchAndService: Insert = (insert) => {
  insert('branch', {
    id: id(40),
    code: 'SZ02',
    name: '南山店',
    level: 'branch',
    phone: '',
    address: '',
    serves: 1,
    technicians: '["老周"]',
    active: 1,
    created_at: AT,
  })
  insert('partner', {
    id: id(41),
    name: '华维板修',
    contact: '',
    phone: '',
    address: '',
    repair_vendor: 1,
    categories: '[]',
    remark: '',
    active: 1,
    created_at: AT,
  })
  insert('dispatch', {
    id: id(42),
    order_id: id(20),
    position: 1,
    target: 'own',
    direction: 'out',
    purpose: 'repair',
    state: 'open',
    since: AT,
    created_at: AT,
    created_by: id(2),
  })
  insert('dispatch_member', { id: id(43), dispatch_id: id(42), staff_id: id(3), part: 'primary' })
  insert('reassign_request', { id: id(44), order_id: id(20), reason: '太忙', at: AT, staff_id: id(3) })
  insert('service_record', {
    id: id(45),
    order_id: id(20),
    dispatch_id: id(42),
    fault_code: 'power',
    actual_fault: '电源坏',
    action: '换电源',
    result: 'repaired',
    minutes: 40,
    serials: '[]',
    photos: '[]',
    done_by: id(3),
    reported_by: id(2),
    at: AT,
  })
  insert('charge_line', {
    id: id(46),
    order_id: id(20),
    record_id: id(45),
    position: 1,
    kind: 'labour',
    text: '更换电源',
    payer: 'customer',
    warranty_days: 30,
    active: 1,
  })
  insert('appointment', {
    id: id(47),
    order_id: id(20),
    kind: 'nextContact',
    at: AT,
    made_at: AT,
    made_by: id(2),
  })
  insert('contact_attempt', {
    id: id(48),
    order_id: id(20),
    customer_id: id(10),
    channel: 'phone',
    outcome: 'noAnswer',
    words: '',
    at: AT,
    staff_id: id(2),
  })
  insert('urge', { id: id(49), order_id: id(20), source: 'customer', words: '急', at: AT, staff_id: id(2) })
  insert('message', {
    id: id(50),
    order_id: id(20),
    audience: 'technician',
    occasion: 'dispatched',
    phone: '13800138000',
    text: '有新工单',
    state: 'queued',
    at: AT,
    staff_id: id(2),
  })
  insert('inbox', {
    id: id(51),
    kind: 'urged',
    sender: 'HQ',
    body: '{}',
    received_at: AT,
    order_id: id(20),
    result: 'done',
  })
}

export const custodyAndHandOver: Insert = (insert) => {
  insert('place', { id: id(60), code: 'A1', name: '甲架', kind: 'shelf', active: 1, created_at: AT })
  insert('loaner', {
    id: id(61),
    code: 'L1',
    name: '备用机',
    serial: '',
    accessories: '',
    remark: '',
    active: 1,
    created_at: AT,
  })
  insert('loan', {
    id: id(62),
    loaner_id: id(61),
    order_id: id(20),
    lent_at: AT,
    lent_by: id(2),
    condition: '',
  })
  insert('custody', {
    id: id(63),
    order_id: id(20),
    item: 'machine',
    place_kind: 'shelf',
    place_id: id(60),
    since: AT,
    staff_id: id(2),
  })
  insert('custody_move', {
    id: id(64),
    order_id: id(20),
    item: 'machine',
    from_kind: 'counter',
    to_kind: 'shelf',
    to_id: id(60),
    remark: '',
    at: AT,
    staff_id: id(2),
  })
  insert('review', {
    id: id(65),
    order_id: id(20),
    decision: 'sentBack',
    sent_to: 'pendingSettlement',
    reason: '缺签名',
    alone: 0,
    at: AT,
    staff_id: id(2),
  })
  insert('solo_act', { id: id(66), duty: 'repairsAndReviews', order_id: id(20), at: AT, staff_id: id(2) })
}
