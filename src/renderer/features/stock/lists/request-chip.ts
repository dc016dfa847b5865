// How a request between warehouses stands, at a glance.
import type { TransferRequestState } from '#shared/domain/stock/index.ts'
import type { Chip } from '#renderer/components/status-tag.tsx'

const CHIP = {
  open: 'waiting',
  sent: 'outside',
  refused: 'late',
  withdrawn: 'idle',
} as const satisfies Record<TransferRequestState, Chip>

export const requestChip = (state: TransferRequestState): Chip => CHIP[state]
