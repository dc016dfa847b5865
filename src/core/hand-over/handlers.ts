// The machine goes home (rules CLS-2, CLS-3, CLS-4).
import { handOvers } from '#shared/contract/hand-over.ts'
import { implement } from '#core/command/registry.ts'
import { deliver, disposeUnclaimed, receiveDevice } from './deliver.ts'
import { failAcceptance } from './fail-acceptance.ts'
import { handOver } from './hand-over.ts'
import { panel } from './panel.ts'
import { attachPaper, handOversWithProof } from './proof.ts'
import { unclaimed } from './unclaimed.ts'
import { undo } from './undo.ts'

export const handOverEntries = implement(handOvers, {
  panel,
  handOver,
  deliver,
  undo: (ctx, { id }) => undo(ctx, id),
  failAcceptance,
  receiveDevice,
  attachPaper,
  ofOrder: (ctx, { id }) => handOversWithProof(ctx, id),
  unclaimed,
  disposeUnclaimed,
})
