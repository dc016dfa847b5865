// docs/rights.md is written by hand: it and the matrix in the code must say the same, cell by cell.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Contract } from '#shared/contract/define.ts'
import { BOUND_TO_JOBS, ON_OWN_JOBS, RIGHTS, mayGive } from '#shared/domain/staff/rights.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { COMMANDS, COMMAND_INFO } from '#shared/domain/work-order/commands.ts'
import { readRightsPage, rolesOnPage } from '#test/support/rights-page.ts'
import type { Cell } from '#test/support/rights-page.ts'

const page = readRightsPage()

const row = (cellOf: (role: Role) => Cell) => Object.fromEntries(ROLES.map((role) => [role, cellOf(role)]))

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'procedures' in value && 'name' in value

/** Of every file, also of those that are not switched on; what main answers itself (`host`) has no roles. */
const contracts = async (): Promise<readonly Contract[]> => {
  const folder = new URL('../../src/shared/contract/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name !== 'host.ts' && name !== 'index.ts')
  const modules = await Promise.all(
    files.map((name) => import(new URL(name, folder).href) as Promise<Record<string, unknown>>),
  )
  return modules.flatMap((module) => Object.values(module).filter(isContract))
}

describe('docs/rights.md', () => {
  it('STF-2 every right has the roles of the page', () => {
    const own: Readonly<Record<string, readonly Role[]>> = ON_OWN_JOBS
    const bound: Readonly<Record<string, readonly Role[]>> = BOUND_TO_JOBS
    const cellOf = (right: string, roles: readonly Role[]) => (role: Role) =>
      bound[right]?.includes(role) === true || (own[right]?.includes(role) === true && !roles.includes(role))
        ? 'own'
        : roles.includes(role)
          ? '✔'
          : '–'
    expect(page.rights).toEqual(
      Object.fromEntries(Object.entries(RIGHTS).map(([right, roles]) => [right, row(cellOf(right, roles))])),
    )
  })

  it('STF-2 every command of a work order has the roles of the page, technicians on their own jobs', () => {
    const cellOf = (roles: readonly Role[]) => (role: Role) =>
      !roles.includes(role) ? '–' : role === 'technician' ? 'own' : '✔'
    expect(page.commands).toEqual(
      Object.fromEntries(COMMANDS.map((command) => [command, row(cellOf(mayGive(command)))])),
    )
    // The page's cells are not only those of `mayGive`: every role that the table names has one.
    const named = COMMANDS.flatMap((command) =>
      COMMAND_INFO[command].who.flatMap((actor) =>
        (ROLES as readonly string[]).includes(actor) && page.commands[command]?.[actor] === '–'
          ? [`${command} ${actor}`]
          : [],
      ),
    )
    expect(named).toEqual([])
  })

  it('STF-2 every procedure needs what the page says, and one that changes something names its right', async () => {
    const inCode: Record<string, readonly string[] | string> = {}
    const nameless: string[] = []
    for (const { name, procedures } of await contracts())
      for (const [procedure, { access, kind }] of Object.entries(procedures)) {
        const method = `${name}.${procedure}`
        inCode[method] = typeof access === 'string' ? access : [...access].toSorted()
        if (kind === 'command' && access === 'staff') nameless.push(method)
      }
    const words = { nothing: 'open', oneself: 'signedIn', 'a person': 'staff' } as const
    const onPage = Object.fromEntries(
      Object.entries(page.procedures).map(([method, need]) => [
        method,
        typeof need === 'string' ? words[need] : (rolesOnPage(page, method) ?? []).toSorted(),
      ]),
    )
    expect({ inCode, nameless }).toEqual({ inCode: onPage, nameless: [] })
  })
})
