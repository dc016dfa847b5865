// What the permission check adds to each command: the right of the procedure, then for a command of the table who
// the person is for this order, whether it is his job, and whether the command is for him. The same loop runs with
// and without it, in turn. The goal is a limit of our own: what nobody can notice in a command of two milliseconds.
import { join } from 'node:path'
import { accessProblem } from '#core/command/access.ts'
import type { Actor } from '#core/command/context.ts'
import { openReader } from '#core/db/connection.ts'
import { createHandle, text } from '#core/db/handle.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { hasJob } from '#core/own-jobs/index.ts'
import { procedures } from '#shared/contract/index.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import { actorsOf } from '#shared/domain/work-order/actors.ts'
import { COMMANDS } from '#shared/domain/work-order/commands.ts'
import { permissionProblem } from '#shared/domain/work-order/decide.ts'
import type { Facts } from '#shared/domain/work-order/facts.ts'
import type { Order } from '#shared/domain/work-order/order.ts'
import { median, milliseconds } from './lib/measure.ts'
import type { Run } from './lib/row.ts'
import { row } from './lib/row.ts'

/** Microseconds of this process: what waits for nobody is the same on a busy computer. */
const cpuTime = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

type Asked = Readonly<{ id: string; origin: Order['origin'] }>

/** `permission-overhead-us`: per command of a technician, with the check less without it. */
export const run: Run = async ({ quick, workDir }) => {
  const rounds = quick ? 15 : 41
  const perRound = quick ? 5_000 : 20_000
  const dataDir = join(workDir, 'demo')
  await fillDemo({ dataDir, orders: 2000, years: 1, seed: 3, version: 'bench', now: Date.now() })
  const driver = openReader(join(dataDir, 'counter.db'))
  const db = createHandle(driver)
  const orders = db.all<Asked>(text('select id, origin from work_order'))
  const staff = db.all<{ id: string }>(text('select id from staff where active = 1'))
  const commands = [...procedures.values()].filter(({ kind }) => kind === 'command')

  // One person of each role; only a technician's jobs have to be looked up, so he is the dearest.
  const actors = ROLES.map((role, at): Actor => ({
    staffId: staff[at % staff.length]?.id ?? '',
    staffNo: String(at),
    name: role,
    roles: [role],
    mustChangePassword: false,
  }))
  // A command asks inside its transaction, where SQLite holds its lock already.
  driver.exec('begin')
  let refused = 0
  const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T
  type Check = (actor: Actor, order: Asked, at: number) => void
  const atTheDoor: Check = (actor, _order, at) => {
    if (accessProblem(of(commands, at), actor, true)) refused += 1
  }
  const ofTheTable: Check = (actor, order, at) => {
    const facts = {
      enrolled: false,
      side: 'none',
      onTheJob: hasJob({ db, actor }, order.id),
    } as Facts
    const ask = { actors: actorsOf(actor.roles, order, facts), facts }
    if (permissionProblem(of(COMMANDS, at), ask)) refused += 1
  }
  const technician = actors.filter(({ roles }) => roles.includes('technician'))
  const others = actors.filter(({ roles }) => !roles.includes('technician'))
  const loop = (people: readonly Actor[], checks: readonly Check[]) => () => {
    for (let at = 0; at < perRound; at += 1) {
      const actor = of(people, at)
      const order = of(orders, at * 7)
      for (const check of checks) check(actor, order, at)
    }
  }
  const sides = {
    without: loop(technician, []),
    door: loop(technician, [atTheDoor]),
    technician: loop(technician, [atTheDoor, ofTheTable]),
    others: loop(others, [atTheDoor, ofTheTable]),
  }
  const names = ['without', 'door', 'technician', 'others'] as const
  const times = { without: [], door: [], technician: [], others: [] } as Record<
    (typeof names)[number],
    number[]
  >
  for (let round = 0; round < rounds + 3; round += 1) {
    // Who goes first changes; the first rounds are compiled meanwhile.
    for (const step of names.keys()) {
      const name = of(names, round + step)
      const us = cpuTime(sides[name])
      if (round >= 3) times[name].push(us / perRound)
    }
  }
  driver.exec('commit')
  driver.close()
  const [without, door, dearest, other] = names.map((name) => median(times[name])) as [
    number,
    number,
    number,
    number,
  ]
  return [
    row('permission-overhead-us', dearest - without, 'µs', '<= 20', {
      without_us: milliseconds(without),
      right_of_the_procedure_us: milliseconds(door - without),
      right_on_the_order_us: milliseconds(dearest - door),
      other_roles_us: milliseconds(other - without),
      refused_share: milliseconds(refused / ((rounds + 3) * perRound * 5)),
      rounds,
      per_round: perRound,
      orders: orders.length,
    }),
  ]
}
