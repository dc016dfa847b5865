// Setting the shop up, its particulars and its settings.
import { shops } from '#shared/contract/shop.ts'
import { refuse } from '#shared/kernel/result.ts'
import { isTimeZone } from '#shared/kernel/time.ts'
import { implement, prepared } from '#core/command/registry.ts'
import type { Change } from '#core/command/recorder.ts'
import { hashPassword, passwordProblem } from '#core/sessions/index.ts'
import { passwordColumns } from '#core/staff/index.ts'
import { openFirstWarehouse } from '#core/stock/index.ts'
import { createOrigin, readSettings, readShop, writeSetting } from './repository.ts'

export const shopEntries = implement(shops, {
  get: (ctx) => ({
    shop: ctx.shop ?? null,
    storage: ctx.services.storage(),
    passcodeKeeping: ctx.services.secrets.keeping,
  }),

  setUp: prepared<typeof shops.procedures.setUp, Awaited<ReturnType<typeof hashPassword>>>({
    prepare: async (ctx, input) => {
      if (ctx.shop) return refuse('alreadySetUp', { name: ctx.shop.name })
      if (!isTimeZone(input.timeZone)) return refuse('unknownTimeZone', { field: 'timeZone' })
      const weak = passwordProblem(input.manager.password, input.manager.staffNo)
      if (weak) return refuse('weakPassword', { field: 'manager.password', reason: weak })
      await ctx.services.tokens.load()
      return hashPassword(input.manager.password)
    },
    run: (ctx, input, password) => {
      if (readShop(ctx.db)) return refuse('alreadySetUp', { name: readShop(ctx.db)?.name ?? '' })
      createOrigin(ctx.db, ctx.newId(), input.branchCode, input.pcCode)
      const shopId = ctx.newId()
      ctx.insert(
        'shop',
        shopId,
        {
          name: input.name,
          branchCode: input.branchCode,
          address: input.address,
          phone: input.phone,
          areaCode: input.areaCode,
          language: input.language,
          paperLanguage: input.paperLanguage,
          timeZone: input.timeZone,
          createdAt: ctx.now,
        },
        'shop.setUp',
      )
      const staffId = ctx.newId()
      ctx.insert(
        'staff',
        staffId,
        {
          staffNo: input.manager.staffNo,
          name: input.manager.name,
          initials: ctx.services.tokens.initials(input.manager.name),
          roles: ['manager', 'clerk', 'dispatcher', 'technician', 'warehouse', 'cashier', 'finance'],
          active: true,
          createdAt: ctx.now,
        },
        'staff.added',
        passwordColumns(password, false),
      )
      ctx.audit({ action: 'shop.setUp', object: 'shop', objectId: shopId, details: { staffId } })
      openFirstWarehouse(ctx, input.language)
      ctx.changed('shop', 'staff')
      const shop = readShop(ctx.db)
      if (!shop) throw new Error('the shop that was just made is not there')
      return { shop, staffId }
    },
  }),

  update: (ctx, input) => {
    const before = ctx.shop
    if (!before) throw new Error('no shop')
    const changes = Object.fromEntries(
      Object.entries(input).filter(
        ([key, value]) => value !== undefined && before[key as keyof typeof before] !== value,
      ),
    )
    if (Object.keys(changes).length > 0) {
      ctx.update('shop', before.id, changes, 'shop.changed')
      ctx.audit({
        action: 'shop.changed',
        object: 'shop',
        objectId: before.id,
        details: { fields: Object.keys(changes) },
      })
      ctx.changed('shop')
    }
    return readShop(ctx.db) ?? before
  },

  settings: (ctx) => readSettings(ctx.db),

  changeSettings: (ctx, input) => {
    const before = readSettings(ctx.db)
    const changed: Record<string, Change> = {}
    for (const [key, value] of Object.entries(input)) {
      const old = before[key as keyof typeof before]
      if (value === undefined || value === old) continue
      writeSetting(ctx.db, key, value, ctx.now)
      changed[key] = [old, value]
    }
    if (Object.keys(changed).length > 0) {
      ctx.audit({
        action: 'settings.changed',
        object: 'shop',
        objectId: ctx.shop?.id ?? '',
        details: { changed },
      })
      ctx.changed('settings')
    }
    return readSettings(ctx.db)
  },
})
