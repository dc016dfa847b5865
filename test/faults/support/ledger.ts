// What a client of the core remembers: every command it sent, what was acknowledged, and what must therefore be
// in the database. The database is read directly; the core is not asked about itself.
import { openDriver } from '#core/db/driver.ts'

export type Sent = { commandId: string; method: string; params: Record<string, unknown>; answer?: unknown }
type VisitAnswer = {
  visitId: string
  number: string
  customerId: string
  orders: { id: string; number: string; deviceId: string }[]
}
type MachineSent = { photos?: string[]; passcode?: string | null }

/** Numbers given out ever, by whom; restoring forgets orders, never numbers (rule WO-6). */
export type Numbers = Map<string, string>

export const noteNumbers = (numbers: Numbers, { commandId, answer }: Sent): string[] => {
  const { number, orders } = answer as VisitAnswer
  const problems: string[] = []
  for (const one of [number, ...orders.map((order) => order.number)]) {
    const giver = numbers.get(one)
    if (giver !== undefined && giver !== commandId) problems.push(`the number ${one} was given out twice`)
    numbers.set(one, commandId)
  }
  return problems
}

const VISIT = `select
  (select count(*) from visit where id = :visit and number = :number and customer_id = :customer) as visits,
  (select count(*) from work_order where visit_id = :visit) as orders,
  (select count(*) from work_order w
     join device d on d.id = w.device_id and d.customer_id = w.customer_id
     join service_log l on l.subject_id = w.id and l.action = 'order.accepted'
     join outbox o on o.entity_id = w.id and o.kind = 'order.accepted'
     where w.visit_id = :visit) as whole,
  (select count(*) from audit where object_id = :visit and action = 'visit.create') as audits,
  (select count(*) from photo p join work_order w on w.id = p.order_id and p.created_at = w.created_at
     where w.visit_id = :visit) as photos,
  (select count(*) from passcode p join work_order w on w.id = p.order_id where w.visit_id = :visit) as passcodes,
  (select count(*) from customer where name = :name) as customers,
  (select count(*) from customer_phone where customer_id = :customer) as phones,
  (select count(*) from command_record where command_id = :command) as records`

/** What is missing, half or double of these acknowledged commands. */
export const missing = (
  database: string,
  acknowledged: Iterable<Sent>,
  hasFile: (hash: string) => boolean,
): string[] => {
  const db = openDriver(database, { readonly: true })
  try {
    const visit = db.prepare(VISIT)
    const log = db.prepare('select count(*) from service_log where subject_id = ? and remark = ?').pluck()
    const ver = db.prepare('select ver from work_order where id = ?').pluck()
    const body = db.prepare('select body from draft where id = ?').pluck()
    const photo = db.prepare('select count(*) from photo where id = ? and hash = ?').pluck()
    const drafts = new Map<string, Sent>()
    const problems: string[] = []
    const expect = (sent: Sent, what: string, found: unknown, wanted: unknown): void => {
      if (JSON.stringify(found) === JSON.stringify(wanted)) return
      problems.push(
        `${sent.method} ${sent.commandId}: ${what} ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`,
      )
    }
    for (const sent of acknowledged) {
      const { method, params, answer } = sent
      const id = params['id'] as string
      if (method === 'visit.create') {
        const { visitId, number, customerId, orders } = answer as VisitAnswer
        const machines = params['machines'] as MachineSent[]
        const { new: customer } = params['customer'] as { new: { name: string; phones: string[] } }
        const found = visit.get({
          visit: visitId,
          number,
          customer: customerId,
          name: customer.name,
          command: sent.commandId,
        })
        expect(sent, 'rows', found, {
          visits: 1,
          orders: machines.length,
          whole: machines.length,
          audits: 1,
          photos: machines.reduce((sum, one) => sum + (one.photos?.length ?? 0), 0),
          passcodes: machines.filter((one) => one.passcode).length,
          customers: 1,
          phones: customer.phones.length,
          records: 1,
        })
        expect(sent, 'orders', orders.length, machines.length)
      } else if (method === 'order.remark') expect(sent, 'log entries', log.get(id, params['text']), 1)
      else if (method === 'order.amend') {
        const wanted = (answer as { ver: number }).ver
        expect(sent, 'version at least', Math.min(Number(ver.get(id)), wanted), wanted)
      } else if (method === 'order.addPhoto') {
        expect(sent, 'photos', photo.get((answer as { photoId: string }).photoId, params['hash']), 1)
      } else if (method === 'attachment.put') {
        expect(sent, 'file', hasFile((answer as { hash: string }).hash), true)
      } else if (method === 'draft.save') drafts.set(id, sent)
    }
    for (const [id, sent] of drafts)
      expect(sent, 'body', JSON.parse(String(body.get(id) ?? null)), sent.params['body'])
    return problems
  } finally {
    db.close()
  }
}
