// Cells of the lists of the stock.
import type { ReactNode } from 'react'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'

type Props = Readonly<{ className?: string; title?: string; children?: ReactNode }>

export const Cell = ({ className = '', title, children }: Props) => (
  <span role="gridcell" className={className} {...(title === undefined ? {} : { title })}>
    {children}
  </span>
)

/** A quantity at the right; nothing of it is left empty, so that what there is stands out. */
export const AmountCell = ({ quantity, strong = false }: { quantity: number; strong?: boolean }) => (
  <Cell className="num stock-right">
    {quantity === 0 ? '' : strong ? <strong>{formatQuantity(quantity)}</strong> : formatQuantity(quantity)}
  </Cell>
)

export const MoneyCell = ({ fen }: { fen: number | null }) => (
  <Cell className="num stock-right">{fen === null || fen === 0 ? '' : formatYuan(fen)}</Cell>
)
