// What warehouses ask of each other (rule PRT-9).
import { transfers } from '#shared/contract/transfer.ts'
import { implement } from '#core/command/registry.ts'
import { ask, endRequest, requestsPage } from './transfer-requests.ts'

export const transferEntries = implement(transfers, {
  list: (ctx, input) => requestsPage(ctx, input),
  ask: (ctx, input) => ask(ctx, input),
  refuse: (ctx, input) => endRequest(ctx, input, 'refused'),
  withdraw: (ctx, input) => endRequest(ctx, input, 'withdrawn'),
})
