// All parts and consumables: found by code, name, initials, barcode or model; Enter opens one beside the list.
import { useCallback, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '#shared/contract/catalogue.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { Empty, Loading, ProblemPanel } from '#renderer/components/panel-states.tsx'
import { VirtualList } from '#renderer/components/virtual-list.tsx'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import { InUse } from '../in-use.tsx'
import { useShown } from '../use-shown.ts'
import { WorkArea } from '../work-area.tsx'
import { PartEditor } from './part-editor.tsx'
import { usePartRows } from './use-part-rows.ts'

const keyOf = ({ id }: Part): string => id
const rowClass = ({ active }: Part): string => (active ? '' : 'faded')

export const PartsView = () => {
  const { t } = useTranslation('catalogue')
  const shown = useShown<Part>(t('parts.add'))
  const text = useDeferredValue(shown.text.trim())
  const { rows, next, problem, onSeen, retry, mostFound } = usePartRows(text, shown.outOfUse)
  const rowHeight = SIZES[useLook().density].row
  const cells = useCallback((part: Part) => <PartCells part={part} />, [])
  const { open } = shown
  const count = () => {
    if (rows === null) return ''
    const more = next !== null || (text !== '' && rows.length === mostFound)
    return t(more ? 'parts.countMore' : 'parts.count', { count: rows.length })
  }
  return (
    <WorkArea
      shown={shown}
      hint={t('parts.hint')}
      count={count()}
      side={open && <PartEditor key={open.seq} part={open.entry} onClose={shown.close} typed={shown.typed} />}
    >
      {rows === null && (problem ? <ProblemPanel problem={problem} retry={retry} /> : <Loading rows={10} />)}
      {rows?.length === 0 && (
        <Empty
          why={text === '' ? t('parts.empty') : t('nothing', { text })}
          verb={{ label: t('parts.add'), keys: 'Ctrl+N', run: () => shown.show(null) }}
        />
      )}
      {rows !== null && rows.length > 0 && (
        <VirtualList
          ref={shown.list}
          label={t('views.parts')}
          className="catalogue-parts"
          rows={rows}
          keyOf={keyOf}
          rowHeight={rowHeight}
          rowClass={rowClass}
          head={<PartHeads />}
          current={shown.current}
          onCurrent={shown.setCurrent}
          onOpen={shown.show}
          onSeen={onSeen}
        >
          {cells}
        </VirtualList>
      )}
    </WorkArea>
  )
}

const PartHeads = () => {
  const { t } = useTranslation('catalogue')
  return (
    <>
      <span role="columnheader">{t('field.code')}</span>
      <span role="columnheader">{t('field.name')}</span>
      <span role="columnheader" className="catalogue-amount">
        {t('field.price')}
      </span>
      <span role="columnheader" className="catalogue-amount catalogue-wide">
        {t('group.company')}
      </span>
      <span role="columnheader" className="catalogue-amount catalogue-wide">
        {t('group.peer')}
      </span>
      <span role="columnheader" className="catalogue-amount catalogue-wide">
        {t('field.minimum')}
      </span>
      <span role="columnheader" className="catalogue-wide">
        {t('field.barcode')}
      </span>
      <span role="columnheader">{t('state')}</span>
    </>
  )
}

const yuan = (fen: number | undefined): string => (fen === undefined ? '' : formatYuan(fen))

const PartCells = ({ part }: { part: Part }) => {
  return (
    <>
      <span role="gridcell" className="mono">
        {part.code}
      </span>
      <span role="gridcell">
        {part.name} <span className="faint">{part.spec}</span>
      </span>
      <span role="gridcell" className="num catalogue-amount">
        {formatYuan(part.priceFen)}
        <span className="faint">/{part.unit}</span>
      </span>
      <span role="gridcell" className="num catalogue-amount catalogue-wide">
        {yuan(part.prices.company)}
      </span>
      <span role="gridcell" className="num catalogue-amount catalogue-wide">
        {yuan(part.prices.peer)}
      </span>
      <span role="gridcell" className="num catalogue-amount catalogue-wide">
        {part.minimum === 0 ? '' : formatQuantity(part.minimum)}
      </span>
      <span role="gridcell" className="mono catalogue-wide">
        {part.barcode ?? ''}
      </span>
      <span role="gridcell">
        <InUse active={part.active} />
      </span>
    </>
  )
}
