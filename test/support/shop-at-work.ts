// A shop with its people signed in, each on a connection of his own, and short ways to get an order somewhere.
import { cpSync } from 'node:fs'
import type { OpenCore } from '#core/core.ts'
import type { Params, Value } from '#shared/contract/index.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import {
  PASSWORD,
  closedShop,
  connectTo,
  folderTemplate,
  signIn,
  startCore,
  visit,
  withCore,
} from './core.ts'
import type { TestConnection, TestCore } from './core.ts'

export type Worker = TestConnection & Readonly<{ staffId: string }>

export type ShopAtWork = TestCore &
  Readonly<{
    manager: Worker
    clerk: Worker
    dispatcher: Worker
    technician: Worker
    secondTechnician: Worker
    /** Takes a machine in and answers the order's id. */
    takeIn: (given?: Partial<Params<'visit.create'>>) => Promise<string>
    /** The repair order left the printer, as a saved PDF. */
    print: (orderId: string) => Promise<void>
    /** From intake into the technician's hands. */
    startWork: (orderId: string) => Promise<void>
    /** Reports the work done. */
    finish: (orderId: string, record?: Partial<Params<'service.complete'>['record']>) => Promise<void>
    order: (orderId: string) => Promise<Value<'order.get'>>
    /** Actions of the order's log, oldest first. */
    log: (orderId: string) => Promise<string[]>
  }>

const PEOPLE = {
  clerk: ['2001', '林晓燕', ['clerk', 'cashier']],
  dispatcher: ['2002', '何志强', ['dispatcher']],
  technician: ['2003', '李卫国', ['technician']],
  secondTechnician: ['2004', '罗永辉', ['technician']],
} as const satisfies Record<string, readonly [string, string, readonly Role[]]>

/** What a technician writes when a machine is done. */
export const RECORD: Params<'service.complete'>['record'] = {
  faultCode: 'power',
  actualFault: '电源板烧毁',
  action: '更换电源板',
  result: 'repaired',
  minutes: 45,
  lines: [{ kind: 'labour', text: '更换电源板' }],
}

type Key = keyof typeof PEOPLE | 'manager'
export type SignedIn = Readonly<{ staffId: string; token: string }>

/** Somebody new with a password of his own; the session stays in the folder. */
export const hireInto = async (
  core: OpenCore,
  manager: TestConnection,
  [staffNo, name, roles]: readonly [string, string, readonly Role[]],
): Promise<SignedIn> => {
  const first = `first-${staffNo}`
  const { id } = await manager.value('staff.add', { staffNo, name, roles: [...roles], password: first })
  const connection = connectTo(core)
  await signIn(connection, staffNo, first)
  await connection.value('session.changePassword', { oldPassword: first, newPassword: PASSWORD })
  return { staffId: id, token: connection.token() ?? '' }
}

/** Everybody hired and signed in once; their sessions are in the folder, so that no test hashes a password. */
export const workingFolder = folderTemplate(async (dir): Promise<Record<Key, SignedIn>> => {
  cpSync(await closedShop(), dir, { recursive: true })
  return withCore(dir, async (core) => {
    const manager = connectTo(core)
    const { staffId } = await signIn(manager, '1001')
    const signedIn: Partial<Record<Key, SignedIn>> = { manager: { staffId, token: manager.token() ?? '' } }
    for (const [key, person] of Object.entries(PEOPLE))
      signedIn[key as Key] = await hireInto(core, manager, person)
    return signedIn as Record<Key, SignedIn>
  })
})

/** On a folder of its own; `folder` may have more people in it. */
export const startWorkingShop = async <More extends string = never>(
  folder: () => Promise<[string, Record<Key | More, SignedIn>]> = workingFolder as never,
): Promise<ShopAtWork & Record<More, Worker>> => {
  const [dir, signedIn] = await folder()
  const test = await startCore(dir)
  const people = Object.fromEntries(
    Object.entries<SignedIn>(signedIn).map(([key, { staffId, token }]) => [
      key,
      { ...test.connect(token), staffId },
    ]),
  ) as Record<Key | More, Worker>
  const { clerk, dispatcher, technician } = people
  const print: ShopAtWork['print'] = async (subjectId) => {
    await clerk.value('print.pdf', { paper: 'repairOrder', subjectId })
  }
  return {
    ...test,
    ...people,
    takeIn: async (given) => {
      const { orders } = await clerk.value('visit.create', visit({ notADuplicate: true, ...given }))
      return orders[0]?.id ?? ''
    },
    print,
    startWork: async (orderId) => {
      await print(orderId)
      await dispatcher.value('dispatch.assign', {
        orders: [{ id: orderId }],
        primary: technician.staffId,
      })
      await technician.value('dispatch.receive', { id: orderId })
    },
    finish: async (id, record = {}) => {
      await technician.value('service.complete', { id, record: { ...RECORD, ...record } })
    },
    order: (id) => clerk.value('order.get', { id }),
    log: async (id) => (await clerk.value('order.log', { id })).log.map((line) => line.action),
  }
}
