// The mixed work of a counter: visits with one to three machines, corrections, remarks, drafts, photos.
import { randomUUID } from 'node:crypto'
import type { Sent } from './ledger.ts'
import type { Chance } from './random.ts'

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const DRAFTS = ['a', 'b', 'c'].map((last) => `0190f5fe-7c00-7a00-8000-00000000000${last}`)

export type Known = { orders: { id: string; ver: number }[]; photos: string[]; made: number }

/** The next command; what it refers to is known from acknowledged answers. */
export const nextCommand = (chance: Chance, known: Known): Sent => {
  const commandId = randomUUID()
  known.made += 1
  const n = `${known.made}-${commandId.slice(0, 8)}`
  const kind = chance.upTo(100)
  const order = known.orders.length > 0 ? chance.pick(known.orders) : undefined
  if (kind < 12) {
    const data = Buffer.concat([PNG_HEAD, Buffer.from(n)]).toString('base64')
    return { commandId, method: 'attachment.put', params: { mime: 'image/png', data } }
  }
  if (kind < 27) {
    const body = { n, customer: { name: `草稿${n}` } }
    const params = { id: chance.pick(DRAFTS), form: 'intake', title: n, body, schemaVersion: 1 }
    return { commandId, method: 'draft.save', params }
  }
  if (kind < 60 && order) {
    if (kind < 40) return { commandId, method: 'order.remark', params: { id: order.id, text: `备注 ${n}` } }
    if (kind < 52) {
      const changes = { condition: `划痕 ${n}`, limitFen: chance.upTo(100_000) }
      return { commandId, method: 'order.amend', params: { id: order.id, ver: order.ver, changes } }
    }
    const hash = known.photos.at(-1)
    if (hash) return { commandId, method: 'order.addPhoto', params: { id: order.id, hash } }
  }
  const machines = Array.from({ length: 1 + chance.upTo(3) }, (_, i) => ({
    device: { new: { category: '手机', serial: `SN-${n}-${i}` } },
    reportedFault: `碎屏 ${n}`,
    passcode: chance.upTo(2) === 0 ? '1234' : null,
    photos: chance.upTo(3) === 0 ? known.photos.slice(-1) : [],
  }))
  const phones = chance.upTo(2) === 0 ? [`139${String(10_000_000 + known.made).padStart(8, '0')}`] : []
  const params = { customer: { new: { name: `客户 ${n}`, phones } }, notADuplicate: true, machines }
  return { commandId, method: 'visit.create', params }
}

/** Takes an answer into what later commands may refer to. */
export const learn = (known: Known, { method, params, answer }: Sent): void => {
  if (method === 'visit.create') {
    for (const { id } of (answer as { orders: { id: string }[] }).orders) known.orders.push({ id, ver: 1 })
    known.orders.splice(0, known.orders.length - 200)
  } else if (method === 'attachment.put') known.photos.push((answer as { hash: string }).hash)
  else if (method === 'order.amend') {
    const order = known.orders.find((one) => one.id === params['id'])
    if (order) order.ver = Math.max(order.ver, (answer as { ver: number }).ver)
  }
}
