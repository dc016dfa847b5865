// The demo shop itself: as setting up makes it, but with ids of the seed and several people.
import { createOrigin } from '#core/shop/index.ts'
import type { CommandContext } from '#core/command/context.ts'
import { hashPassword } from '#core/sessions/index.ts'
import type { NameTokens } from '#core/search/index.ts'
import { passwordColumns } from '#core/staff/index.ts'
import { openFirstWarehouse } from '#core/stock/index.ts'
import { AREA_CODE } from './arrivals.ts'
import { ZONE } from './calendar.ts'
import type { Chance } from './random.ts'
import type { Hired } from './team.ts'
import { TEAM, passwordOf } from './team.ts'

export const BRANCH = 'SZ01'
export const PC = 1

/** Slow on purpose, and therefore outside the transaction. */
export const hashTeamPasswords = (chance: Chance) =>
  Promise.all(TEAM.map(({ staffNo }) => hashPassword(passwordOf(staffNo), chance.bytes(16))))

type Opening = Pick<CommandContext, 'db' | 'now' | 'newId' | 'insert' | 'audit'>

/** Writes the shop and its people; everybody signs in with the known password and need not change it. */
export const openShop = (
  ctx: Opening,
  tokens: NameTokens,
  passwords: Awaited<ReturnType<typeof hashTeamPasswords>>,
): Hired[] => {
  createOrigin(ctx.db, ctx.newId(), BRANCH, PC)
  const shopId = ctx.newId()
  ctx.insert(
    'shop',
    shopId,
    {
      name: '联创电脑家电维修（演示）',
      branchCode: BRANCH,
      address: '深圳市南山区科苑路 88 号一楼',
      phone: '0755-26001234',
      areaCode: AREA_CODE,
      language: 'zh-CN',
      paperLanguage: 'zh-CN',
      timeZone: ZONE,
      createdAt: ctx.now,
    },
    'shop.setUp',
  )
  const team = TEAM.map((member, i): Hired => {
    const id = ctx.newId()
    ctx.insert(
      'staff',
      id,
      {
        staffNo: member.staffNo,
        name: member.name,
        initials: tokens.initials(member.name),
        roles: member.roles,
        active: true,
        createdAt: ctx.now,
        ...(member.skills ? { skills: member.skills } : {}),
      },
      'staff.added',
      passwordColumns(passwords[i] as (typeof passwords)[number], false),
    )
    return { ...member, id }
  })
  ctx.audit({ action: 'shop.setUp', object: 'shop', objectId: shopId, details: { demo: true } })
  const { db, now, newId, insert, audit } = ctx
  openFirstWarehouse({ db, now, newId, insert, audit, changed: () => undefined }, 'zh-CN')
  return team
}
