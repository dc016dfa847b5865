// Who sees telephone numbers in full (rule STF-4): clerks and dispatchers, and a technician those of his own
// jobs. Everybody else reads them masked, in every answer that carries them, and can ask for one with a reason.
import type { LogLine } from '#shared/contract/orders.ts'
import { maskPhone } from '#shared/domain/papers/mask-phone.ts'
import { ON_OWN_JOBS, RIGHTS } from '#shared/domain/staff/rights.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import type { QueryContext } from '#core/command/context.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { isOnJobOfCustomer, isOnTheJob } from './repository.ts'

type Looking = Readonly<{ db: ReadDb; actor: QueryContext['actor'] }>

const MAY_SEE: readonly Role[] = RIGHTS.seePhone
const MAY_SEE_OWN: readonly Role[] = ON_OWN_JOBS.seePhone

/** By role alone, without asking the database: enough for lists and search. */
export const seesPhones = (actor: QueryContext['actor']): boolean =>
  actor.roles.some((role) => MAY_SEE.includes(role))

/** The fact `onTheJob` of a person: only a technician has own jobs, all others are asked by role alone. */
export const hasJob = ({ db, actor }: Looking, orderId: string): boolean =>
  actor.roles.includes('technician') && isOnTheJob(db, orderId, actor.staffId)

const seesOwn = (actor: QueryContext['actor']): boolean =>
  actor.roles.some((role) => MAY_SEE_OWN.includes(role))

/** Whether the numbers of this order's customer are shown to the person. */
export const seesPhonesOfOrder = ({ db, actor }: Looking, orderId: string): boolean =>
  seesPhones(actor) || (seesOwn(actor) && isOnTheJob(db, orderId, actor.staffId))

/** The same for a customer as such: a technician while he has an unfinished job of his. */
export const seesPhonesOfCustomer = ({ db, actor }: Looking, customerId: string): boolean =>
  seesPhones(actor) || (seesOwn(actor) && isOnJobOfCustomer(db, customerId, actor.staffId))

/** A number as it is shown. */
export const phoneAsSeen = (sees: boolean, phone: string): string => (sees ? phone : maskPhone(phone))

type Phones = Readonly<{
  phones: readonly Readonly<{ id: string; display: string; key: string; kind: string }>[]
}>

/** A customer as the person may see him. */
export const customerAsSeen = <C extends Phones>(sees: boolean, customer: C) => ({
  ...customer,
  phones: customer.phones.map((phone) =>
    sees ? phone : { ...phone, display: maskPhone(phone.display), key: '' },
  ),
  phonesMasked: !sees && customer.phones.length > 0,
})

/** Fields of a log entry that hold numbers. */
const PHONE_FIELDS = new Set(['phone', 'phones', 'broughtByPhone', 'proxyPhone'])

type Changes = NonNullable<LogLine['changes']>
type Value = Changes[string][0]

const masked = (value: Value): Value =>
  typeof value === 'string' ? maskPhone(value) : Array.isArray(value) ? value.map(masked) : value

/** A line of the service log as the person may see it: corrections of numbers stand in it with old and new. */
export const logAsSeen = (sees: boolean, line: LogLine): LogLine => {
  if (sees || line.changes === null) return line
  const changes: Changes = {}
  for (const [field, [old, now]] of Object.entries(line.changes))
    changes[field] = PHONE_FIELDS.has(field) ? [masked(old), masked(now)] : [old, now]
  return { ...line, changes }
}
