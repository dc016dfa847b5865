// What there is of every part (rules PRT-4, PRT-5): found by one field or a scan, of one warehouse, only what is there
// or what runs short. Costs are shown to whoever may see them.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OnHandLine } from '#shared/contract/stock.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import { useAsk } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { Choice } from '../forms/choice.tsx'
import type { OpenSheet } from '../sheets/sheet.ts'
import type { Places } from '../use-places.ts'
import { usePages } from '../use-pages.ts'
import { AmountCell, Cell, MoneyCell } from './cell.tsx'
import { ListFrame } from './list-frame.tsx'
import { SearchField } from './search-field.tsx'

const ONLY = ['all', 'inStock', 'belowMinimum'] as const
const keyOf = ({ partId }: OnHandLine) => partId

type Props = Readonly<{ places: Places | undefined; covered: boolean; onOpen: OpenSheet }>

export const OnHandView = ({ places, covered, onOpen }: Props) => {
  const { t } = useTranslation('stock')
  const ask = useAsk()
  const list = useRef<VirtualListHandle>(null)
  const [text, setText] = useState('')
  const [only, setOnly] = useState<(typeof ONLY)[number]>('all')
  const [warehouseId, setWarehouseId] = useState<string | null>(null)
  const asked = { text, only, ...(warehouseId === null ? {} : { warehouseId }) }
  const paged = usePages<OnHandLine>(JSON.stringify(asked), async (after, limit) => {
    const outcome = await ask('stock.onHand', {
      ...asked,
      limit: text === '' ? limit : 100,
      ...(after === undefined ? {} : { after }),
    })
    return outcome.ok ? { ok: true, value: { rows: outcome.value.lines, next: outcome.value.next } } : outcome
  })
  const step = () => setOnly((now) => ONLY[(ONLY.indexOf(now) + 1) % ONLY.length] ?? 'all')
  useShortcuts([!covered && { keys: 'Alt+6', label: t('onHand.only.label'), run: step }])
  const costs = paged.rows.some(({ unitCostFen }) => unitCostFen !== null)
  const columns = [
    { name: 'code', label: t('column.code') },
    { name: 'name', label: t('column.name') },
    { name: 'sellable', label: t('column.sellable'), right: true },
    { name: 'unit', label: t('column.unit') },
    { name: 'inBags', label: t('column.inBags'), right: true },
    { name: 'defective', label: t('column.defective'), right: true },
    { name: 'onTheWay', label: t('column.onTheWay'), right: true },
    { name: 'minimum', label: t('column.minimum'), right: true },
    ...(costs
      ? [
          { name: 'cost', label: t('column.cost'), right: true },
          { name: 'value', label: t('column.value'), right: true },
        ]
      : []),
  ]
  const houses = places?.houseChoices() ?? []
  return (
    <>
      <div className="stock-filters">
        <SearchField text={text} covered={covered} onText={setText} onDown={() => list.current?.focus()} />
        <DigitPicker
          label={t('onHand.only.label')}
          flow
          className="stock-only"
          options={ONLY.map((value) => ({ value, label: t(`onHand.only.${value}`) }))}
          value={[only]}
          onChange={([next]) => setOnly(ONLY.find((one) => one === next) ?? 'all')}
        />
        {houses.length > 1 && (
          <Choice
            name="warehouse"
            label={t('onHand.warehouse')}
            nobody={t('onHand.allWarehouses')}
            options={houses}
            value={warehouseId}
            onChange={setWarehouseId}
          />
        )}
      </div>
      <ListFrame
        list={list}
        first={false}
        label={t('view.onHand')}
        className={costs ? 'stock-grid-costs' : 'stock-grid-on-hand'}
        columns={columns}
        covered={covered}
        {...paged}
        keyOf={keyOf}
        onOpen={({ partId }) => onOpen({ kind: 'part', id: partId })}
        rowClass={({ active }) => (active ? '' : 'stock-row-off')}
        empty={
          text === '' && only === 'all' && warehouseId === null
            ? { why: t('onHand.none') }
            : {
                why: t('onHand.noneFits'),
                verb: {
                  label: t('onHand.showAll'),
                  run: () => {
                    setOnly('all')
                    setWarehouseId(null)
                  },
                },
              }
        }
        hints={[
          { keys: 'Enter', label: t('onHand.open') },
          { keys: 'Alt+6', label: t('onHand.only.label') },
        ]}
      >
        {(line) => <Cells line={line} costs={costs} short={t('onHand.short')} />}
      </ListFrame>
    </>
  )
}

const Cells = ({ line, costs, short }: { line: OnHandLine; costs: boolean; short: string }) => (
  <>
    <Cell className="mono">{line.code}</Cell>
    <Cell title={`${line.name} ${line.spec}`}>
      {line.name} <span className="faint">{line.spec}</span>
    </Cell>
    <Cell className="num stock-right">
      {line.sellable < line.minimum && <StatusChip chip="late" text={short} />}{' '}
      <strong>{formatQuantity(line.sellable)}</strong>
    </Cell>
    <Cell className="faint">{line.unit}</Cell>
    <AmountCell quantity={line.inBags} />
    <AmountCell quantity={line.defective} />
    <AmountCell quantity={line.onTheWay} />
    <AmountCell quantity={line.minimum} />
    {costs && (
      <>
        <MoneyCell fen={line.unitCostFen} />
        <MoneyCell fen={line.valueFen} />
      </>
    )}
  </>
)
