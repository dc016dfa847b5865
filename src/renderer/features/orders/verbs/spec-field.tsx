// Draws one field of the model.
import { useId } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { isRefused } from '#shared/kernel/result.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { readNextContact } from '#shared/domain/intake/index.ts'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { LetterPicker } from '../../../components/letter-picker.tsx'
import { MoneyInput } from '../../../components/money-input.tsx'
import { useScanTaker } from '../../../components/scan.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { AccessoryLines, ConfigurationLines } from '../amend/line-fields.tsx'
import type { IntakeFacts } from '../amend/amend-facts.ts'
import type { FieldSpec } from './field-model.ts'
import { ReadyWords } from './ready-words.tsx'
import { useWords } from './use-words.ts'
import { VerbField } from './verb-field.tsx'

export type SpecFieldProps = Readonly<{
  field: FieldSpec
  value: JsonValue | undefined
  onChange: (value: JsonValue) => void
  problem: string | undefined
  /** The first of its panel takes the focus. */
  first: boolean
}>

export const SpecField = (props: SpecFieldProps) => {
  const { field, value, problem } = props
  const { t } = useTranslation('verbs')
  const id = useId()
  const label = loose(t)(`field.${field.label ?? field.name}`)
  const plain = ['digits', 'letters', 'accessories', 'configuration'].includes(field.kind)
  return (
    <VerbField
      label={label}
      htmlFor={plain ? undefined : id}
      required={field.required === true}
      problem={problem}
      hint={field.kind === 'moment' ? <MomentHint typed={value} /> : undefined}
    >
      <Control {...props} id={id} label={label} />
    </VerbField>
  )
}

type ControlProps = SpecFieldProps & Readonly<{ id: string; label: string }>

const Control = (props: ControlProps) => {
  const { field, value, onChange, id, label, first, problem } = props
  const { t } = useTranslation('verbs')
  const { of } = useWords()
  const text = typeof value === 'string' ? value : ''
  const own = {
    id,
    ...(first ? { 'data-autofocus': true } : {}),
    ...(problem === undefined ? {} : { 'aria-invalid': true as const }),
  }
  const options = (field.options ?? []).map((one) => ({ value: one, label: of(field.words ?? '', one) }))
  switch (field.kind) {
    case 'prose':
      return (
        <>
          <Input.TextArea
            {...own}
            autoSize={{ minRows: 1, maxRows: 5 }}
            autoComplete="off"
            spellCheck={false}
            maxLength={field.max ?? 500}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
          {field.phrases && field.phrases.length > 0 && (
            <ReadyWords names={field.phrases} text={text} onText={onChange} />
          )}
        </>
      )
    case 'digits':
      return (
        <span {...(first ? { 'data-first': true } : {})}>
          <DigitPicker
            flow
            label={label}
            options={options}
            value={text === '' ? [] : [text]}
            onChange={([one]) => one !== undefined && onChange(one)}
          />
        </span>
      )
    case 'letters':
      return (
        <LetterPicker
          first={first}
          label={label}
          none={t('noneFits')}
          options={options}
          value={text === '' ? null : text}
          onChange={onChange}
        />
      )
    case 'money':
      return (
        <MoneyInput
          {...own}
          value={typeof value === 'number' ? value : null}
          onChange={(fen) => onChange(fen === undefined ? 'unreadable' : fen)}
        />
      )
    case 'scan':
      return <ScanInput {...props} own={own} text={text} />
    case 'accessories':
      return <AccessoryLines lines={(value ?? []) as IntakeFacts['accessories']} onChange={onChange} />
    case 'configuration':
      return <ConfigurationLines lines={(value ?? []) as IntakeFacts['configuration']} onChange={onChange} />
    default:
      return (
        <Input
          {...own}
          autoComplete="off"
          className={field.kind === 'line' ? '' : 'num'}
          maxLength={field.max ?? 60}
          placeholder={loose(t)(`placeholder.${field.kind}`, { defaultValue: '' })}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

/** A scan of our own codes lands here wherever the focus is. */
const ScanInput = ({ own, text, onChange }: ControlProps & { own: object; text: string }) => {
  const { t } = useTranslation('verbs')
  useScanTaker(({ digits }) => {
    onChange(digits)
    return true
  })
  return (
    <Input
      {...own}
      className="mono"
      autoComplete="off"
      maxLength={60}
      placeholder={t('placeholder.scan')}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** How a typed time is understood, before it is sent. */
const MomentHint = ({ typed }: { typed: JsonValue | undefined }) => {
  const { zone, local } = useFormat()
  const now = useNow()
  if (typeof typed !== 'string' || typed.trim() === '') return null
  const read = readNextContact(typed, now, zone)
  return isRefused(read) ? null : <span className="num">{local(read)}</span>
}
