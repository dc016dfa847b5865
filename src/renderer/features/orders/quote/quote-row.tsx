// One line of the editor. Enter goes from quantity to price and on to the entry; the rest is a key or a click away.
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { lineAmount } from '#shared/domain/quote/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { parseQuantity } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { MoneyInput } from '../../../components/money-input.tsx'
import { useWords } from '../verbs/index.ts'
import { nextAlternative, nextKind, nextPayer, problemOf } from './quote-model.ts'
import type { Row } from './quote-model.ts'

/** What can be seen is part of the name. */
const named = (what: string, value: string): string => `${what} ${value}`

type Props = Readonly<{
  row: Row
  n: number
  current: boolean
  onChange: (part: Partial<Row>) => void
  onRemove: () => void
}>

export const QuoteRow = ({ row, n, current, onChange, onRemove }: Props) => {
  const { t } = useTranslation('quotes')
  const { of } = useWords()
  const problem = problemOf(row)
  const quantity = parseQuantity(row.quantity)
  const amount =
    isRefused(quantity) || typeof row.priceFen !== 'number'
      ? ''
      : formatYuan(lineAmount({ quantity, priceFen: row.priceFen }), { sign: '¥' })
  return (
    <div
      className={`quote-row ${current ? 'quote-row-current' : ''}`}
      role="group"
      aria-label={t('row.label', { n })}
      data-quote-row={row.key}
    >
      <button
        type="button"
        className="quote-chip"
        aria-label={named(
          t('row.alternative', { n }),
          row.alternative === '' ? t('row.every') : row.alternative,
        )}
        tabIndex={-1}
        onClick={() => onChange({ alternative: nextAlternative(row.alternative) })}
      >
        {row.alternative === '' ? t('row.every') : row.alternative}
      </button>
      <button
        type="button"
        className="quote-chip"
        aria-label={named(t('row.kind', { n }), of('lineKind', row.kind))}
        tabIndex={-1}
        onClick={() => onChange({ kind: nextKind(row) })}
      >
        {of('lineKind', row.kind)}
      </button>
      <Input
        aria-label={t('row.text', { n })}
        maxLength={120}
        spellCheck={false}
        {...(problem === 'text' ? { status: 'error' as const } : {})}
        value={row.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Input
        aria-label={t('row.quantity', { n })}
        className="num quote-number"
        data-quote-field="quantity"
        inputMode="decimal"
        maxLength={12}
        autoComplete="off"
        {...(problem === 'quantity' ? { status: 'error' as const } : {})}
        value={row.quantity}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange({ quantity: event.target.value })}
      />
      <MoneyInput
        aria-label={t('row.price', { n })}
        data-quote-field="price"
        value={row.priceFen ?? null}
        onFocus={(event) => event.target.select()}
        onChange={(priceFen) => onChange({ priceFen })}
      />
      <span
        className={`num quote-amount ${row.waived ? 'quote-amount-waived' : row.payer === 'customer' ? '' : 'quote-amount-off'}`}
      >
        {amount}
      </span>
      <button
        type="button"
        className={`quote-chip ${row.payer === 'customer' ? '' : 'quote-chip-on'}`}
        aria-label={named(t('row.payer', { n }), of('payer', row.payer))}
        tabIndex={-1}
        onClick={() => onChange({ payer: nextPayer(row.payer) })}
      >
        {of('payer', row.payer)}
      </button>
      <button
        type="button"
        className={`quote-chip ${row.waived ? 'quote-chip-on' : ''}`}
        aria-label={named(t('row.waived', { n }), t(row.waived ? 'row.letOff' : 'row.charged'))}
        aria-pressed={row.waived}
        tabIndex={-1}
        onClick={() => onChange({ waived: !row.waived })}
      >
        {t(row.waived ? 'row.letOff' : 'row.charged')}
      </button>
      <Input
        aria-label={t('row.warranty', { n })}
        className="num quote-number"
        placeholder={t('row.warrantyHint')}
        inputMode="numeric"
        maxLength={4}
        value={row.warrantyDays === undefined ? '' : String(row.warrantyDays)}
        onChange={({ target }) => {
          if (/^\d{0,4}$/.test(target.value))
            onChange({ warrantyDays: target.value === '' ? undefined : Math.min(3650, Number(target.value)) })
        }}
      />
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        icon={<DeleteOutlined />}
        aria-label={t('row.remove', { n })}
        onClick={onRemove}
      />
    </div>
  )
}
