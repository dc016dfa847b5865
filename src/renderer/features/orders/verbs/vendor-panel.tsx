// To a repair vendor (rule DSP-7): who, until when, for how much; then its slip prints, and with the paper in hand the
// machine leaves.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LetterPicker } from '../../../components/letter-picker.tsx'
import { Empty } from '../../../components/panel-states.tsx'
import { useCoreCommand } from '../../../lib/api.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import type { Problem } from '../../../lib/problem.ts'
import type { TargetProps } from './dispatch-panel.tsx'
import { readFields, valueOf } from './field-model.ts'
import type { FieldProblem, FieldSpec } from './field-model.ts'
import { SpecField } from './spec-field.tsx'
import { useFieldWords } from './use-field-words.ts'
import { useVerbRun } from './use-verb-run.ts'
import { useWords } from './use-words.ts'
import { VerbField } from './verb-field.tsx'
import { focusField } from './verb-frame.tsx'
import { VerbShell } from './verb-shell.tsx'

const NAME = 'sendToVendor'

export const VendorPanel = ({ order, verbs, candidates: { vendors } }: TargetProps) => {
  const { t } = useTranslation('verbs')
  const { zone } = useFormat()
  const now = useNow()
  const words = useWords()
  const values = verbs.valuesOf(NAME)
  const vendorId = String(values['vendorId'] ?? '')
  const vendor = vendors.find(({ id }) => id === vendorId)
  const [found, setFound] = useState<Readonly<Record<string, FieldProblem>>>({})
  const [step, setStep] = useState<'plan' | 'printing'>('plan')
  const leave = useVerbRun(order, 'dispatch.toVendor', {
    done: t('done.atVendor', { who: vendor?.name ?? '' }),
    onDone: () => verbs.finish(NAME),
  })
  const print = useCoreCommand('print.print')
  const plan = useVerbRun(order, 'dispatch.planVendor', {
    done: t('done.planned'),
    onDone: () => void printSlip(),
  })
  const printSlip = async () => {
    setStep('printing')
    const sheets = [{ paper: 'vendorSlip', subjectId: order.id }]
    const outcome = await print.run({ sheets } as never)
    if (!outcome.ok) setStep('plan')
  }
  const fields: readonly FieldSpec[] = [
    {
      name: 'expectedReturn',
      kind: 'day',
      required: true,
      ...(vendor?.usualDays ? { start: `+${vendor.usualDays}` } : {}),
    },
    { name: 'costFen', kind: 'money', label: 'vendorCost' },
    { name: 'instructions', kind: 'prose', max: 500 },
    { name: 'waybill', kind: 'line', max: 40 },
  ]
  const waybill = String(values['waybill'] ?? '')
  useSlipPrinted(step === 'printing', order.vendorSlipAt, () => void leave.submit({ waybill }, order.ver))
  const run = { ...plan, ...(leave.problem || leave.meeting ? leave : {}), busy: plan.busy || leave.busy }
  const problem: Problem | undefined = run.problem ?? print.problem
  const problemOf = useFieldWords(found, problem)
  const submit = () => {
    // Planned and printed before: only the vendor's hands were missing.
    if (verbs.isReady(NAME) && vendorId === '') return void leave.submit({ waybill }, order.ver)
    const { given, problems } = readFields(fields, values, { now, zone })
    const all = { ...(vendorId === '' ? { vendorId: 'required' as const } : {}), ...problems }
    setFound(all)
    const [first] = Object.keys(all)
    if (first !== undefined) return focusField(first)
    const { waybill: _later, ...rest } = given
    void plan.submit({ vendorId, ...rest }, order.ver)
  }
  return (
    <VerbShell
      orderId={order.id}
      title={words.command(NAME)}
      run={{ ...run, problem }}
      submitLabel={verbs.isReady(NAME) && vendorId === '' ? t('vendor.gone') : t('vendor.printAndSend')}
      onSubmit={vendors.length > 0 ? submit : undefined}
      onClose={verbs.close}
      onDrop={() => verbs.finish(NAME)}
    >
      {vendors.length === 0 && <Empty why={t('vendor.none')} />}
      {verbs.isReady(NAME) && <p className="verb-known">{t('vendor.planned')}</p>}
      {step === 'printing' && (
        <p className="verb-known" role="status">
          {t('vendor.printing')}
        </p>
      )}
      {vendors.length > 0 && (
        <>
          <div data-verb-field="vendorId">
            <VerbField
              label={t('field.vendor')}
              required
              problem={problemOf({ name: 'vendorId', also: ['vendor'] })}
            >
              <LetterPicker
                first
                label={t('field.vendor')}
                none={t('noneFits')}
                options={vendors.map(({ id, name, usualDays, openJobs }) => ({
                  value: id,
                  label: name,
                  hint: [
                    usualDays === null ? '' : t('vendor.days', { count: usualDays }),
                    t('vendor.jobs', { count: openJobs }),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                }))}
                value={vendorId === '' ? null : vendorId}
                onChange={(next) => verbs.type(NAME, { vendorId: next })}
              />
            </VerbField>
          </div>
          {fields.map((field) => (
            <div key={field.name} data-verb-field={field.name}>
              <SpecField
                field={field}
                first={false}
                value={valueOf(field, values)}
                problem={problemOf(field)}
                onChange={(value) => verbs.type(NAME, { [field.name]: value })}
              />
            </div>
          ))}
        </>
      )}
    </VerbShell>
  )
}

/** Acts once when the paper has left the printer. */
const useSlipPrinted = (waiting: boolean, at: number | null, act: () => void) => {
  const before = useRef(at)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
    if (!waiting) before.current = at
  })
  useEffect(() => {
    if (!waiting || at === null || at === before.current) return
    before.current = at
    latest.current()
  }, [waiting, at])
}
