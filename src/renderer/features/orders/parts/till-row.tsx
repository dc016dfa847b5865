// One line of the till: what, how many, and only those fields that this act asks of this part.
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import type { Row, Till } from './till-model.ts'

type Props = Readonly<{
  till: Till
  row: Row
  /** The field that was refused. */
  bad: string | undefined
  onChange: (part: Partial<Row>) => void
  onRemove: () => void
}>

type TextField = 'serials' | 'oldSerials' | 'noOldPart' | 'fault' | 'misfitReason'
const LONGEST: Readonly<Record<TextField, number>> = {
  serials: 2000,
  oldSerials: 2000,
  noOldPart: 200,
  fault: 200,
  misfitReason: 200,
}

const fieldsOf = (till: Till, row: Row): readonly TextField[] => [
  ...(row.tracked && till !== 'old' ? (['serials'] as const) : []),
  ...(till === 'old' || (till === 'use' && row.tracked) ? (['oldSerials'] as const) : []),
  ...(till === 'use' && (row.oldReturnable || row.tracked) ? (['noOldPart'] as const) : []),
  ...(till === 'defective' || till === 'old' ? (['fault'] as const) : []),
  ...(row.asksMisfit ? (['misfitReason'] as const) : []),
]

/** What the core calls a field, and where it stands here. */
const PLACES: Readonly<Record<string, string>> = { newSerials: 'serials', serial: 'oldSerials' }

export const TillRow = ({ till, row, bad, onChange, onRemove }: Props) => {
  const { t } = useTranslation('parts')
  const wrong = bad === undefined ? undefined : (PLACES[bad] ?? bad)
  const status = (field: string) => (wrong === field ? { status: 'error' as const } : {})
  return (
    <div className="till-row" role="group" aria-label={row.name} data-till-row={row.key}>
      <span className="till-name">
        {row.name} <span className="mono faint">{row.code}</span>
      </span>
      <span className="num faint till-there">
        {row.there !== null && t(`till.there.${till}`, { count: formatQuantity(row.there) })}
      </span>
      <Input
        className="num till-quantity"
        aria-label={t('till.quantityOf', { name: row.name })}
        data-till-field="quantity"
        inputMode="decimal"
        maxLength={12}
        autoComplete="off"
        suffix={<span className="faint">{row.unit}</span>}
        {...status('quantity')}
        value={row.quantity}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange({ quantity: event.target.value })}
      />
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        icon={<DeleteOutlined />}
        aria-label={t('till.remove', { name: row.name })}
        onClick={onRemove}
      />
      {fieldsOf(till, row).map((field) => (
        <label key={field} className="till-field">
          <span>{t(`till.field.${field}`)}</span>
          <Input
            className={field === 'serials' || field === 'oldSerials' ? 'mono' : ''}
            data-till-field={field}
            maxLength={LONGEST[field]}
            autoComplete="off"
            spellCheck={false}
            placeholder={t(`till.hint.${field}`)}
            {...status(field)}
            value={row[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </label>
      ))}
    </div>
  )
}
