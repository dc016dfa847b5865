// The parts of an order with their five quantities and the old part beside them (rule PRT-1). Enter on a line says what
// can be done with it.
import { useTranslation } from 'react-i18next'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import type { OrderPart } from '#shared/contract/order-parts.ts'
import { netIssued } from '#shared/domain/parts/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { VirtualList } from '../../../components/virtual-list.tsx'
import { useWords } from '../verbs/index.ts'

const keyOf = ({ id }: OrderPart) => id
const COLUMNS = ['planned', 'issued', 'used', 'returnedGood', 'returnedDefective', 'inHand', 'old'] as const

/** Height of the heads, px; more lines than these scroll. */
const HEAD = 34
const MOST_ROWS = 7

type Props = Readonly<{ lines: readonly OrderPart[]; onOpen: (line: OrderPart) => void }>

export const PartsTable = ({ lines, onOpen }: Props) => {
  const { t } = useTranslation('parts')
  const row = SIZES[useLook().density].row
  return (
    <div style={{ height: HEAD + Math.min(lines.length, MOST_ROWS) * row }}>
      <VirtualList
        label={t('section')}
        className="parts-table"
        rows={lines}
        keyOf={keyOf}
        rowHeight={row}
        onOpen={onOpen}
        head={
          <>
            <span role="columnheader">{t('column.part')}</span>
            {COLUMNS.map((name) => (
              <span key={name} role="columnheader" className="parts-number">
                {t(`column.${name}`)}
              </span>
            ))}
            <span role="columnheader" className="parts-number">
              {t('column.price')}
            </span>
          </>
        }
      >
        {(line) => <Cells line={line} />}
      </VirtualList>
    </div>
  )
}

const shown = (quantity: number) => (quantity === 0 ? '' : formatQuantity(quantity))

const Cells = ({ line }: { line: OrderPart }) => {
  const { t } = useTranslation('parts')
  const { of } = useWords()
  const short = line.planned > netIssued(line) && line.sellable !== null && line.sellable === 0
  const numbers = [
    shown(line.planned),
    shown(netIssued(line)),
    shown(line.used),
    shown(line.returnedGood),
    shown(line.returnedDefective),
    shown(line.inHand),
  ]
  return (
    <>
      <span
        role="gridcell"
        className="parts-name"
        title={[line.name, line.code, line.misfitReason].filter(Boolean).join(' ')}
      >
        {line.name} <span className="mono faint">{line.code}</span>
        {line.boughtIn && <b className="parts-mark">{t('boughtIn')}</b>}
        {short && <b className="parts-mark parts-short">{t('noneInBins')}</b>}
        {line.misfitReason !== null && <b className="parts-mark">{t('misfit')}</b>}
      </span>
      {numbers.map((text, index) => (
        <span
          key={COLUMNS[index]}
          role="gridcell"
          className={`num parts-number ${index === 5 && text !== '' ? 'parts-open' : ''}`}
        >
          {text}
        </span>
      ))}
      <span
        role="gridcell"
        className={`num parts-number ${line.oldOwed > line.oldReturned ? 'parts-open' : ''}`}
      >
        {line.oldOwed === 0 ? '' : `${formatQuantity(line.oldReturned)}/${formatQuantity(line.oldOwed)}`}
      </span>
      <span role="gridcell" className="num parts-number parts-cut" title={of('payer', line.payer)}>
        {line.payer === 'customer' ? formatYuan(line.priceFen, { sign: '¥' }) : of('payer', line.payer)}
      </span>
    </>
  )
}
