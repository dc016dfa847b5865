// Reporting completion with the service record (rules SRV-1, SRV-2, DSP-9, DSP-10): what was found and done, how long,
// who pays, and whose work it was.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import type { FieldProblem } from './field-model.ts'
import { RecordForm } from './record-form.tsx'
import { readRecord } from './record-model.ts'
import { useFieldWords } from './use-field-words.ts'
import type { Verbs } from './use-verbs.ts'
import { useVerbRun } from './use-verb-run.ts'
import { useWords } from './use-words.ts'
import { VerbField } from './verb-field.tsx'
import { focusField } from './verb-frame.tsx'
import { VerbShell } from './verb-shell.tsx'

type Props = Readonly<{ order: OrderDetail; verbs: Verbs }>

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
  const run = useVerbRun(order, 'service.complete', {
    done: words.command('complete'),
    onDone: () => verbs.finish('complete'),
  })
  const problemOf = useFieldWords(found, run.problem)
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
      <RecordForm
        subject={order}
        category={order.device.category}
        values={values}
        onType={type}
        problemOf={problemOf}
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
