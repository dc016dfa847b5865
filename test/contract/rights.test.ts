// One person of each role calls every procedure: the core refuses exactly what docs/rights.md refuses.
import { describe, expect, it } from 'vitest'
import type { Method } from '#shared/contract/index.ts'
import { procedures } from '#shared/contract/index.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { startShop } from '#test/support/core.ts'
import { hire } from '#test/support/hire.ts'
import { readRightsPage, rolesOnPage } from '#test/support/rights-page.ts'
import { shopInUse } from './shop-in-use.ts'
import { validInputs } from './valid-inputs.ts'

const page = readRightsPage()

/** What would change who sits at the connection comes last, or on a connection of its own. */
const LAST: Method = 'session.logout'
const SIGNING_IN: readonly Method[] = ['session.login', 'session.loginWithPin']
/** Its parts ask for their own rights, so that no single role has all of them (test/core/on-the-spot.test.ts). */
const MADE_OF_OTHERS: Method = 'spot.repair'
const METHODS = [...([...procedures.keys()] as Method[]).filter((method) => method !== LAST), LAST]

const expected = (role: Role): readonly string[] =>
  METHODS.filter((method) => method !== MADE_OF_OTHERS && rolesOnPage(page, method)?.includes(role) === false)

describe('rights', () => {
  it('STF-2 every role may call exactly the procedures that the page of rights gives it', async () => {
    const shop = await shopInUse()
    const people = await Promise.all(
      ROLES.map((role, at) => hire(shop, { staffNo: `R${at}`, name: role, roles: [role] })),
    )
    const refused: Partial<Record<Role, string[]>> = {}
    const wrongNeeds: string[] = []
    for (const [at, role] of ROLES.entries()) {
      const inputs = validInputs(shop, at)
      const list: string[] = []
      for (const method of METHODS) {
        if (method === MADE_OF_OTHERS) continue
        const connection = SIGNING_IN.includes(method) ? shop.connect() : people[at]
        const reply = await connection?.ask(method, inputs[method] as never)
        if (!reply || reply.ok || reply.kind !== 'refusal' || reply.refusal.refusal !== 'notAllowed') continue
        list.push(method)
        const needs = (reply.refusal['needs'] as string[]).toSorted().join()
        if (needs !== rolesOnPage(page, method)?.toSorted().join()) wrongNeeds.push(`${method}: ${needs}`)
      }
      refused[role] = list
    }
    expect({ refused, wrongNeeds }).toEqual({
      refused: Object.fromEntries(ROLES.map((role) => [role, expected(role)])),
      wrongNeeds: [],
    })
    // Eight people choose a password, and each calls everything.
  }, 180_000)

  it('STF-2 several roles have the rights of all of them', async () => {
    const shop = await shopInUse()
    const both = await hire(shop, { staffNo: 'R1', name: '双岗', roles: ['warehouse', 'dispatcher'] })
    const inputs = validInputs(shop)
    const may = async (method: Method): Promise<boolean> => {
      const reply = await both.ask(method, inputs[method] as never)
      return reply.ok || reply.kind !== 'refusal' || reply.refusal.refusal !== 'notAllowed'
    }
    expect([await may('visit.create'), await may('staff.add'), await may('order.remark')]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('STF-2 nobody who is not signed in calls more than signing in needs', async () => {
    const shop = await shopInUse()
    const inputs = validInputs(shop)
    const open: string[] = []
    for (const method of METHODS) {
      const reply = await shop.nobody.ask(method, inputs[method] as never)
      if (reply.ok || reply.kind !== 'refusal' || reply.refusal.refusal !== 'notSignedIn') open.push(method)
      if (SIGNING_IN.includes(method)) await shop.nobody.ask(LAST, {})
    }
    expect(open).toEqual(METHODS.filter((method) => page.procedures[method] === 'nothing'))
  })
})

describe('the table, behind the door', () => {
  it('STF-2 a command that the role may call is refused on an order that is not for it', async () => {
    const shop = await shopInUse()
    const [clerk, technician, warehouse] = await Promise.all([
      hire(shop, { staffNo: 'R1', name: '受理', roles: ['clerk'] }),
      hire(shop, { staffNo: 'R2', name: '技术', roles: ['technician'] }),
      hire(shop, { staffNo: 'R3', name: '仓管', roles: ['warehouse'] }),
    ])
    const asked = async (person: typeof clerk, command: string) => {
      const { commands } = await person.value('order.allowed', { id: shop.ids.order })
      const found = commands.find((one) => one.command === command)
      return found?.allowed === true ? 'allowed' : found?.refusal
    }
    expect([
      await asked(clerk, 'suspend'),
      await asked(technician, 'suspend'),
      await asked(warehouse, 'suspend'),
      await asked(clerk, 'dispatch'),
      await asked(technician, 'dispatch'),
    ]).toEqual(['allowed', 'notYourJob', 'notYourRole', 'notYourRole', 'notYourRole'])
  })

  it('STF-2 nobody takes the manager from himself, and duties are combined only in a shop of fewer than five', async () => {
    const shop = await startShop()
    expect(await shop.manager.refusal('staff.change', { id: shop.staffId, roles: ['clerk'] })).toEqual({
      refusal: 'ownRoles',
    })
    const clerk = await hire(shop, { staffNo: 'R1', name: '小李', roles: ['clerk'] })
    expect(await clerk.refusal('staff.change', { id: clerk.staffId, roles: ['manager'] })).toMatchObject({
      refusal: 'notAllowed',
    })
  })
})
