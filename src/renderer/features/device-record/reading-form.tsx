// A new reading, or the right one in the place of a wrong one: the counter by its digit, the value, and a reason where
// the core asks for one. Enter walks and saves, Esc leaves.
import { useEffect, useId, useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeterReading } from '#shared/contract/meters.ts'
import { COUNTERS } from '#shared/domain/parts/index.ts'
import type { Counter } from '#shared/domain/parts/index.ts'
import { DigitPicker } from '../../components/digit-picker.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { ProblemLine } from '../../components/panel-states.tsx'
import { useCoreCommand } from '../../lib/api.ts'
import { loose } from '../../lib/i18n.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useNav } from '../../lib/nav.ts'
import { fieldProblems } from '../../lib/problem-text.ts'
import { useEnterWalk } from '../../lib/use-enter-key.ts'
import { formatCount, readCount } from './read-count.ts'

type Props = Readonly<{
  deviceId: string
  orderId?: string
  /** The reading that was wrong; null: a new one. */
  correct: MeterReading | null
  onClose: () => void
}>

export const ReadingForm = ({ deviceId, orderId, correct, onClose }: Props) => {
  const { t } = useTranslation('device')
  const { t: common } = useTranslation()
  const { t: labels } = useTranslation('labels')
  const { notice } = useNav()
  const id = useId()
  const read = useCoreCommand('meter.read')
  const fix = useCoreCommand('meter.correct')
  const [counter, setCounter] = useState<Counter>('total')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<'value' | 'reason' | null>(null)
  const problem = (correct === null ? read : fix).problem
  const told = fieldProblems(problem, loose(common))
  const asksReason = problem?.kind === 'refusal' && told['value'] !== undefined
  const needsReason = correct !== null || asksReason
  const focus = (name: 'value' | 'reason') => document.getElementById(`${id}-${name}`)?.focus()
  useEffect(() => document.getElementById(`${id}-value`)?.focus(), [id])
  useEffect(() => {
    if (asksReason) document.getElementById(`${id}-reason`)?.focus()
  }, [asksReason, problem, id])

  const save = async () => {
    const value = readCount(typed)
    const missing = value === null ? 'value' : needsReason && reason.trim() === '' ? 'reason' : null
    setWrong(missing)
    if (value === null || missing !== null) return focus(missing ?? 'value')
    const outcome =
      correct === null
        ? await read.run({ deviceId, counter, value, reason, ...(orderId === undefined ? {} : { orderId }) })
        : await fix.run({ readingId: correct.id, value, reason })
    if (!outcome.ok) return
    notice(
      'good',
      t(correct === null ? 'meter.saved' : 'meter.savedCorrection', { value: formatCount(value) }),
    )
    onClose()
  }
  useShortcuts([
    { keys: 'Escape', label: common('verb.close'), run: onClose },
    { keys: 'Ctrl+Enter', label: common('verb.save'), run: () => void save() },
  ])
  const onKeyDown = useEnterWalk(() => void save())
  const words = {
    value: wrong === 'value' ? t('meter.notANumber') : told['value'],
    reason: wrong === 'reason' ? t('meter.reasonMissing') : told['reason'],
  }
  return (
    <div className="device-form" role="presentation" onKeyDown={onKeyDown}>
      {correct === null ? (
        <DigitPicker
          flow
          label={t('meter.counter')}
          options={COUNTERS.map((one) => ({ value: one, label: labels(`counter.${one}`) }))}
          value={[counter]}
          onChange={([one]) => setCounter(COUNTERS.find((known) => known === one) ?? 'total')}
        />
      ) : (
        <p>
          {t('meter.instead', {
            counter: labels(`counter.${correct.counter}`),
            value: formatCount(correct.value),
          })}
        </p>
      )}
      <div className="device-form-row">
        <Field id={`${id}-value`} label={t('meter.value')}>
          <Input
            id={`${id}-value`}
            className="num"
            inputMode="numeric"
            autoComplete="off"
            maxLength={14}
            {...(words.value === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
            aria-describedby={`${id}-value-problem`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Field id={`${id}-reason`} label={t(needsReason ? 'meter.reason' : 'meter.reasonIfOdd')} wide>
          <Input
            id={`${id}-reason`}
            autoComplete="off"
            maxLength={200}
            {...(words.reason === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
            aria-describedby={`${id}-reason-problem`}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div className="device-form-verbs">
          <Button onClick={onClose}>{common('verb.cancel')}</Button>
          <Button type="primary" loading={read.busy || fix.busy} onClick={() => void save()}>
            {common('verb.save')}
            <KeyCap keys="Ctrl+Enter" />
          </Button>
        </div>
      </div>
      {/* Under the whole row: a sentence is longer than a number's field. */}
      {(['value', 'reason'] as const).map((name) => (
        <div key={name} id={`${id}-${name}-problem`} role="alert" className="device-problem">
          {words[name]}
        </div>
      ))}
      {problem !== undefined && Object.keys(told).length === 0 && <ProblemLine problem={problem} />}
    </div>
  )
}

const Field = ({
  id,
  label,
  wide = false,
  children,
}: {
  id: string
  label: string
  wide?: boolean
  children: React.ReactNode
}) => (
  <div className={wide ? 'device-field device-field-wide' : 'device-field'}>
    <label htmlFor={id} className="faint">
      {label}
    </label>
    {children}
  </div>
)
