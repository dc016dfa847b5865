// A short list of orders inside another screen: arrows move, Enter opens.
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import { StatusTag } from '../../../components/status-tag.tsx'
import { VirtualList } from '../../../components/virtual-list.tsx'
import { useNav } from '../../../lib/nav.ts'

type Line = Readonly<{
  id: string
  number: string
  state: State
  what: string
  note?: string
  more?: string
  when?: string
}>

const keyOf = (line: Line) => line.id

export const OrderTable = ({ label, orders }: { label: string; orders: readonly Line[] }) => {
  const { openOrder } = useNav()
  const row = SIZES[useLook().density].row
  return (
    <VirtualList
      label={label}
      className="order-table"
      rows={orders}
      keyOf={keyOf}
      rowHeight={row}
      onOpen={({ id, number }) => openOrder(id, number)}
    >
      {({ id, number, state, what, note, more, when }) => (
        <>
          <span role="gridcell">
            <button
              type="button"
              tabIndex={-1}
              className="link-button mono"
              onClick={() => openOrder(id, number)}
            >
              {number}
            </button>
          </span>
          <span role="gridcell">
            <StatusTag state={state} />
          </span>
          <span role="gridcell">
            {what}
            {note ? <b className="order-table-note"> {note}</b> : null}
          </span>
          <span role="gridcell" className="faint">
            {more}
          </span>
          <span role="gridcell" className="num">
            {when}
          </span>
        </>
      )}
    </VirtualList>
  )
}
