// One part: where it lies, with its serials, and what moved, the newest first with how much there was after each.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MovementLine } from '#shared/contract/stock.ts'
import type { Value } from '#shared/contract/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { QueryPanel } from '#renderer/components/panel-states.tsx'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import { useAsk, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { AmountCell, Cell, MoneyCell } from '../lists/cell.tsx'
import { ListFrame } from '../lists/list-frame.tsx'
import { usePages } from '../use-pages.ts'
import type { OpenSheet } from './sheet.ts'
import { SheetFrame } from './sheet-frame.tsx'

type Props = Readonly<{ id: string; onOpen: OpenSheet; onBack: () => void }>

export const PartSheet = ({ id, onOpen, onBack }: Props) => {
  const answer = useCoreQuery('stock.ofPart', { id }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer}>{(seen) => <Seen seen={seen} onOpen={onOpen} onBack={onBack} />}</QueryPanel>
  )
}

const Seen = ({
  seen: { part, places },
  onOpen,
  onBack,
}: Readonly<{ seen: Value<'stock.ofPart'>; onOpen: OpenSheet; onBack: () => void }>) => {
  const { t } = useTranslation('stock')
  const amounts = [
    ['sellable', part.sellable],
    ['inBags', part.inBags],
    ['defective', part.defective],
    ['onTheWay', part.onTheWay],
    ['minimum', part.minimum],
  ] as const
  return (
    <SheetFrame
      label={`${part.code} ${part.name}`}
      onBack={onBack}
      title={
        <h2>
          <span className="mono">{part.code}</span> {part.name} <span className="faint">{part.spec}</span>
        </h2>
      }
    >
      <dl className="stock-facts">
        {amounts.map(([name, quantity]) => (
          <div key={name}>
            <dt>{t(`column.${name}`)}</dt>
            <dd className="num">
              {formatQuantity(quantity)} {part.unit}
            </dd>
          </div>
        ))}
        {part.unitCostFen !== null && (
          <div>
            <dt>{t('column.cost')}</dt>
            <dd className="num">{formatYuan(part.unitCostFen, { sign: '¥' })}</dd>
          </div>
        )}
        {part.valueFen !== null && (
          <div>
            <dt>{t('column.value')}</dt>
            <dd className="num">{formatYuan(part.valueFen, { sign: '¥' })}</dd>
          </div>
        )}
      </dl>
      <div className="stock-two">
        <section className="stock-places" aria-label={t('part.places')}>
          <h3>{t('part.places')}</h3>
          {places.length === 0 && <p className="faint">{t('part.nowhere')}</p>}
          <ul>
            {places.map((one) => (
              <li key={one.placeId}>
                <span className="side-line">
                  <span>
                    {one.place.startsWith(one.warehouse) ? '' : one.warehouse} {one.place}{' '}
                    <span className="faint">
                      {one.kind === 'bag' || one.kind === 'transit' ? '' : t(`placeKind.${one.kind}`)}
                    </span>
                  </span>
                  <strong className="num">
                    {formatQuantity(one.quantity)} {part.unit}
                  </strong>
                </span>
                {one.serials.length > 0 && (
                  <span className="mono faint stock-place-serials selectable">{one.serials.join('  ')}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
        <Movements partId={part.partId} onOpen={onOpen} />
      </div>
    </SheetFrame>
  )
}

const Movements = ({ partId, onOpen }: Readonly<{ partId: string; onOpen: OpenSheet }>) => {
  const { t } = useTranslation('stock')
  const { local } = useFormat()
  const { openOrder } = useNav()
  const ask = useAsk()
  const list = useRef<VirtualListHandle>(null)
  const current = useRef<string | null>(null)
  const paged = usePages<MovementLine>(partId, async (after, limit) => {
    const outcome = await ask('stock.movements', { partId, limit, ...(after === undefined ? {} : { after }) })
    return outcome.ok ? { ok: true, value: { rows: outcome.value.lines, next: outcome.value.next } } : outcome
  })
  const costs = paged.rows.some(({ valueFen }) => valueFen !== null)
  useShortcuts([
    {
      keys: 'Ctrl+Enter',
      label: t('part.openOrder'),
      run: () => {
        const line = paged.rows.find(({ id }) => id === current.current) ?? paged.rows[0]
        if (line && line.orderId !== null) openOrder(line.orderId, line.orderNumber)
      },
    },
  ])
  const names = [
    'at',
    'kind',
    'place',
    'quantity',
    'after',
    ...(costs ? (['value'] as const) : []),
    'about',
  ] as const
  return (
    <ListFrame
      list={list}
      label={t('part.movements')}
      className={costs ? 'stock-grid-movements-costs' : 'stock-grid-movements'}
      columns={names.map((name) => ({
        name,
        label: t(`column.${name}`),
        right: name === 'quantity' || name === 'after' || name === 'value',
      }))}
      covered={false}
      {...paged}
      keyOf={({ id }) => id}
      onCurrent={(key) => {
        current.current = key
      }}
      onOpen={({ documentId }) => onOpen({ kind: 'document', id: documentId })}
      empty={{ why: t('part.noMovements') }}
      hints={[
        { keys: 'Enter', label: t('part.openDocument') },
        { keys: 'Ctrl+Enter', label: t('part.openOrder') },
      ]}
    >
      {(line) => (
        <>
          <Cell className="num">{local(line.at)}</Cell>
          <Cell>{t(`kind.${line.kind}`)}</Cell>
          <Cell>{line.place}</Cell>
          <Cell className="num stock-right">
            {line.quantity > 0 ? '+' : ''}
            {formatQuantity(line.quantity)}
          </Cell>
          <AmountCell quantity={line.after} strong />
          {costs && <MoneyCell fen={line.valueFen} />}
          <Cell title={`${line.partner} ${line.reason} ${line.serials.join(' ')}`}>
            <span className="mono">{line.orderNumber || line.number}</span> {line.partner}{' '}
            <span className="faint">{line.reason}</span>{' '}
            <span className="mono faint">{line.serials.join(' ')}</span>
          </Cell>
        </>
      )}
    </ListFrame>
  )
}
