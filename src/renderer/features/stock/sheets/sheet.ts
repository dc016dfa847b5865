// What may lie over a view of the stock.
import type { TransferRequest } from '#shared/contract/transfer.ts'

export type Sheet =
  | Readonly<{ kind: 'part'; id: string }>
  | Readonly<{ kind: 'document'; id: string }>
  | Readonly<{ kind: 'request'; request: TransferRequest }>

export type OpenSheet = (sheet: Sheet) => void
