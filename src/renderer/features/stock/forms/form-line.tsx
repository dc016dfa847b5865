// One line of a document: the part, how many, with their serials where it has some, and what they cost.
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { CloseOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/kernel/money.ts'
import { PER_UNIT, formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { beep } from '#renderer/lib/sounds.ts'
import { isEnter } from '#renderer/lib/use-enter-key.ts'
import { bySerials } from './form-model.ts'
import type { FormKind } from './form-kinds.ts'
import { specOf } from './form-kinds.ts'
import type { FormLine } from './form-model.ts'

export type LineField = 'quantity' | 'cost' | 'serials'

type Props = Readonly<{
  kind: FormKind
  line: FormLine
  n: number
  current: boolean
  bad: LineField | undefined
  onChange: (change: Partial<FormLine>) => void
  /** False where the line has this serial already. */
  onSerial: (serial: string) => boolean
  onSerials: (serials: string[]) => void
  onRemove: () => void
  /** From this field on, or back to the line where parts are entered. */
  onNext: (to: LineField | 'entry') => void
}>

export const FormLineRow = (props: Props) => {
  const { kind, line, n, current, bad, onChange, onRemove, onNext } = props
  const { t } = useTranslation('stock')
  const spec = specOf(kind)
  const serials = bySerials(kind, line)
  const next = (event: KeyboardEvent, to: LineField | 'entry') => {
    if (!isEnter(event) || event.ctrlKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    onNext(event.shiftKey ? 'entry' : to)
  }
  return (
    <div
      role="group"
      aria-label={`${line.code} ${line.name}`}
      data-stock-line={line.key}
      className={`stock-line ${current ? 'stock-line-current' : ''} ${spec.cost ? 'stock-line-cost' : ''}`}
    >
      <span className="num faint stock-right">{n}</span>
      <span className="mono stock-cut" title={line.code}>
        {line.code}
      </span>
      <span className="stock-cut" title={`${line.name} ${line.spec}`}>
        {line.name} <span className="faint">{line.spec}</span>
      </span>
      <span className="num faint stock-right">
        {line.expected === null
          ? ''
          : t(`form.expected.${kind === 'arrive' ? 'sent' : 'other'}`, {
              count: formatQuantity(line.expected),
            })}
      </span>
      <Input
        className={`num stock-quantity ${bad === 'quantity' ? 'stock-bad' : ''}`}
        data-no-scan=""
        data-line-field="quantity"
        aria-label={t('form.quantityOf', { name: line.name })}
        aria-invalid={bad === 'quantity'}
        readOnly={serials}
        tabIndex={serials ? -1 : 0}
        maxLength={14}
        autoComplete="off"
        value={line.quantity}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange({ quantity: event.target.value })}
        onKeyDown={(event) => next(event, spec.cost ? 'cost' : 'entry')}
      />
      <span className="stock-cut">{line.unit}</span>
      {spec.cost && (
        <>
          <MoneyInput
            data-no-scan=""
            data-line-field="cost"
            aria-label={t('form.costOf', { name: line.name })}
            placeholder={t('form.cost')}
            {...(bad === 'cost' ? { status: 'error' as const } : {})}
            value={line.costFen}
            onChange={(costFen) => onChange({ costFen: costFen ?? null })}
            onKeyDown={(event) => next(event, 'entry')}
          />
          <span className="num faint stock-right">{eachOf(line)}</span>
        </>
      )}
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        icon={<CloseOutlined />}
        aria-label={t('form.remove', { name: line.name })}
        onClick={onRemove}
      />
      {serials && <Serials {...props} bad={bad === 'serials' ? bad : undefined} />}
    </div>
  )
}

/** What one of them costs. */
const eachOf = ({ costFen, quantity, decimals }: FormLine): string => {
  const amount = parseQuantity(quantity, decimals)
  if (costFen === null || isRefused(amount) || amount <= 0) return ''
  return formatYuan(Math.round((costFen * PER_UNIT) / amount), { sign: '¥' })
}

const Serials = ({ kind, line, bad, onSerial, onSerials, onNext }: Props) => {
  const { t } = useTranslation('stock')
  const [typed, setTyped] = useState('')
  const [twice, setTwice] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isEnter(event) || event.ctrlKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (typed.trim() === '') return onNext(specOf(kind).cost && !event.shiftKey ? 'cost' : 'entry')
    const taken = onSerial(typed)
    setTwice(!taken)
    if (!taken) beep('bad')
    setTyped('')
  }
  return (
    <div className="stock-serials">
      {line.serials.map((serial) => (
        <button
          key={serial}
          type="button"
          tabIndex={-1}
          className="stock-serial mono"
          title={t('form.removeSerial', { serial })}
          onClick={() => onSerials(line.serials.filter((one) => one !== serial))}
        >
          {serial}
        </button>
      ))}
      <Input
        className={`mono stock-serial-entry ${bad ? 'stock-bad' : ''}`}
        data-line-field="serials"
        aria-label={t('form.serialsOf', { name: line.name })}
        placeholder={t('form.serialHint')}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setTwice(false)
        }}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="stock-bad-text">
        {twice ? t('form.serialTwice') : ''}
      </span>
    </div>
  )
}
