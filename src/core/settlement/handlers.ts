// The order's money: previews, settling, pick-up and pay, reversals, deposits.
import { deposits, settlements } from '#shared/contract/settlement.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { implement } from '#core/command/registry.ts'
import { depositHandlers } from './deposits.ts'
import { reverse } from './reverse.ts'
import { settle } from './settle.ts'
import { ofOrder, preview } from './view.ts'

export const settlementEntries = implement(settlements, {
  preview,
  settle,
  payAndPickUp: (ctx, input) => {
    const settlement = settle(ctx, input.settlement)
    if (isRefused(settlement)) return settlement
    const pickup = ctx.also('handOver.handOver', input.pickup)
    return isRefused(pickup) ? pickup : { settlement, pickup }
  },
  reverse,
  ofOrder,
})

export const depositEntries = implement(deposits, depositHandlers)
