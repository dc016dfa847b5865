// Reporting completion with the service record (rules SRV-1, SRV-2, DSP-9, DSP-10): what was found and done, how long,
// who pays, and whose work it was.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { categoryOf, phrasesFor } from '#shared/domain/intake/index.ts'
import { ACTION_PHRASES } from '#shared/domain/service/index.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { PhraseField } from '../../../components/phrase-field.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { valueOf } from './field-model.ts'
import type { FieldProblem, FieldSpec } from './field-model.ts'
import { focusField } from './form-panel.tsx'
import { newLine, readRecord, recordFields } from './record-model.ts'
import type { LineForm } from './record-model.ts'
import { RecordLines } from './record-lines.tsx'
import { Serials } from './serials.tsx'
import { SpecField } from './spec-field.tsx'
import { useFieldWords } from './use-field-words.ts'
import type { Verbs } from './use-verbs.ts'
import { useVerbRun } from './use-verb-run.ts'
import { useWords } from './use-words.ts'
import { VerbField } from './verb-field.tsx'
import { VerbShell } from './verb-shell.tsx'

type Props = Readonly<{ order: OrderDetail; verbs: Verbs }>

const PHRASED = new Set(['actualFault', 'action'])

export const CompletePanel = ({ order, verbs }: Props) => {
  const { t } = useTranslation('verbs')
  const { zone } = useFormat()
  const now = useNow()
  const words = useWords()
  const values = verbs.valuesOf('complete')
  const type = (part: Readonly<Record<string, JsonValue>>) => {
    setFound({})
    verbs.type('complete', part)
  }
  const [found, setFound] = useState<Readonly<Record<string, FieldProblem>>>({})
  const crew = useCrew(order)
  const doneBy = typeof values['doneBy'] === 'string' ? values['doneBy'] : crew.start
  const fields = recordFields(order, values, { now, zone })
  const run = useVerbRun(order, 'service.complete', {
    done: words.command('complete'),
    onDone: () => verbs.finish('complete'),
  })
  const inRecord = fields.map((field) => ({
    ...field,
    also: [...(field.also ?? []), `record.${field.name}`],
  }))
  const problemOf = useFieldWords(inRecord, found, run.problem)
  const submit = () => {
    const { record, problems } = readRecord(order, values, { now, zone })
    setFound(problems)
    const [first] = Object.keys(problems)
    if (record === null) return focusField(first)
    void run.submit({
      record: record as unknown as JsonValue,
      ...(doneBy === null ? {} : { doneBy }),
      ...(values['printException'] === 'systemFailure' ? { printException: 'systemFailure' } : {}),
    })
  }
  const lines = (values['lines'] ?? []) as readonly LineForm[]
  const setLines = (next: readonly LineForm[]) => type({ lines: next.map((line) => ({ ...line })) })
  const addLine = () => setLines([...lines, newLine(order)])
  useShortcuts([{ keys: 'Ctrl+D', label: t('record.addLine'), run: addLine }])
  return (
    <VerbShell
      orderId={order.id}
      title={words.command('complete')}
      hint={order.state === 'pendingReceive' ? t('record.onBehalf') : undefined}
      run={run}
      onSubmit={submit}
      onClose={verbs.close}
      onDrop={() => verbs.finish('complete')}
    >
      {inRecord.map((field, index) => (
        <div key={field.name} data-verb-field={field.name}>
          {PHRASED.has(field.name) ? (
            <Phrased
              field={field}
              order={order}
              value={String(values[field.name] ?? '')}
              problem={problemOf(field)}
              onChange={(text) => type({ [field.name]: text })}
            />
          ) : (
            <SpecField
              field={field}
              first={index === 0}
              value={valueOf(field, values)}
              problem={problemOf(field)}
              onChange={(value) => type({ [field.name]: value })}
            />
          )}
        </div>
      ))}
      <RecordLines
        lines={lines}
        problem={problemOf({ name: 'lines', also: ['record.lines'] })}
        onChange={setLines}
        onAdd={addLine}
      />
      <Serials
        serials={(values['serials'] ?? []) as readonly string[]}
        onChange={(serials) => type({ serials: [...serials] })}
      />
      {crew.people.length > 1 && (
        <VerbField label={t('field.doneBy')} problem={problemOf({ name: 'doneBy' })}>
          <DigitPicker
            flow
            label={t('field.doneBy')}
            options={crew.people.map(({ staffId, name }) => ({ value: staffId, label: name }))}
            value={doneBy === null ? [] : [doneBy]}
            onChange={([one]) => one !== undefined && type({ doneBy: one })}
          />
        </VerbField>
      )}
      {order.state === 'pendingReceive' && order.printedAt === null && (
        <VerbField label={t('receive.notPrinted')} problem={problemOf({ name: 'printException' })}>
          <DigitPicker
            flow
            label={t('receive.choose')}
            options={[{ value: 'systemFailure', label: t('receive.systemFailure') }]}
            value={values['printException'] === 'systemFailure' ? ['systemFailure'] : []}
            onChange={() => type({ printException: 'systemFailure' })}
          />
        </VerbField>
      )}
    </VerbShell>
  )
}

type PhrasedProps = Readonly<{
  field: FieldSpec
  order: OrderDetail
  value: string
  problem: string | undefined
  onChange: (text: string) => void
}>

/** What was found and done, with phrases by their letters. */
const Phrased = ({ field, order, value, problem, onChange }: PhrasedProps) => {
  const { t } = useTranslation('verbs')
  const label = loose(t)(`field.${field.name}`)
  const id = `verb-${order.id}-${field.name}`
  return (
    <VerbField label={label} htmlFor={id} required problem={problem}>
      <PhraseField
        control={{ id, ...(problem === undefined ? {} : { 'aria-invalid': true as const }) }}
        label={label}
        value={value}
        onChange={onChange}
        phrases={field.name === 'action' ? ACTION_PHRASES : phrasesFor(categoryOf(order.device.category))}
        shown={5}
      />
    </VerbField>
  )
}

/** Who may have done the work: the people of the dispatch, and whoever sits here. */
const useCrew = (order: OrderDetail) => {
  const me = useAppSelector((state) => state.window.person)
  const answer = useCoreQuery('dispatch.forOrder', { id: order.id }, { keepPrevious: true })
  const last = answer.value?.dispatches.at(-1)
  const members = [...(last?.primary ? [last.primary] : []), ...(last?.assistants ?? [])]
  const isTechnician = me?.roles.includes('technician') === true
  const self = me && isTechnician ? [{ staffId: me.staffId, name: me.name }] : []
  const people = [...members, ...self].filter(
    ({ staffId }, index, all) => all.findIndex((one) => one.staffId === staffId) === index,
  )
  const mine = members.find(({ staffId }) => staffId === me?.staffId)
  return { people, start: mine?.staffId ?? last?.primary?.staffId ?? order.primary?.staffId ?? null }
}
