// The one search field.
import { searches } from '#shared/contract/search.ts'
import { implement } from '#core/command/registry.ts'
import { seesPhones } from '#core/own-jobs/index.ts'
import { find } from './find.ts'

const ALL = ['customer', 'order', 'device', 'visit', 'place', 'loaner'] as const

export const searchEntries = implement(searches, {
  find: (ctx, input) =>
    find(
      {
        db: ctx.db,
        areaCode: ctx.shop?.areaCode ?? '',
        limit: input.limit,
        kinds: new Set(input.kinds ?? ALL),
        seesPhones: seesPhones(ctx.actor),
      },
      input.text,
    ),
})
