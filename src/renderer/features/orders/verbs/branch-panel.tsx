// To another branch, with its technician when known (rule DSP-6).
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LetterPicker } from '../../../components/letter-picker.tsx'
import { Empty } from '../../../components/panel-states.tsx'
import type { TargetProps } from './dispatch-panel.tsx'
import type { FieldProblem, FieldSpec } from './field-model.ts'
import { SpecField } from './spec-field.tsx'
import { useFieldWords } from './use-field-words.ts'
import { useVerbRun } from './use-verb-run.ts'
import { useWords } from './use-words.ts'
import { VerbField } from './verb-field.tsx'
import { focusField } from './verb-frame.tsx'
import { VerbShell } from './verb-shell.tsx'

const REST: readonly FieldSpec[] = [
  { name: 'technician', kind: 'line', max: 40 },
  { name: 'instructions', kind: 'prose', max: 500 },
  { name: 'waybill', kind: 'line', max: 40 },
]

export const BranchPanel = ({ order, verbs, candidates: { branches } }: TargetProps) => {
  const { t } = useTranslation('verbs')
  const words = useWords()
  const values = verbs.valuesOf('dispatchBranch')
  const branchId = String(values['branchId'] ?? '')
  const branch = branches.find(({ id }) => id === branchId)
  const [found, setFound] = useState<Readonly<Record<string, FieldProblem>>>({})
  const run = useVerbRun(order, 'dispatch.toBranch', {
    done: t('done.dispatched', { who: branch?.name ?? '' }),
    onDone: () => verbs.finish('dispatchBranch'),
  })
  const problemOf = useFieldWords(found, run.problem)
  const submit = () => {
    if (branchId === '') {
      setFound({ branchId: 'required' })
      focusField('branchId')
      return
    }
    const rest = Object.fromEntries(REST.map(({ name }) => [name, String(values[name] ?? '')]))
    void run.submit({ branchId, ...rest })
  }
  return (
    <VerbShell
      orderId={order.id}
      title={words.command('dispatchBranch')}
      run={run}
      onSubmit={branches.length > 0 ? submit : undefined}
      onClose={verbs.close}
      onDrop={() => verbs.finish('dispatchBranch')}
    >
      {branches.length === 0 && <Empty why={t('branch.none')} />}
      {branches.length > 0 && (
        <>
          <div data-verb-field="branchId">
            <VerbField
              label={t('field.branch')}
              required
              problem={problemOf({ name: 'branchId', also: ['branch'] })}
            >
              <LetterPicker
                first
                label={t('field.branch')}
                none={t('noneFits')}
                options={branches.map(({ id, name, code }) => ({ value: id, label: name, hint: code }))}
                value={branchId === '' ? null : branchId}
                onChange={(next) => {
                  setFound({})
                  verbs.type('dispatchBranch', { branchId: next })
                }}
              />
            </VerbField>
          </div>
          {branch && branch.technicians.length > 0 && (
            <p className="verb-known">
              {t('branch.known', { who: branch.technicians.join(t('branch.join')) })}
            </p>
          )}
          {REST.map((field) => (
            <SpecField
              key={field.name}
              field={field}
              first={false}
              value={values[field.name]}
              problem={problemOf(field)}
              onChange={(value) => verbs.type('dispatchBranch', { [field.name]: value })}
            />
          ))}
        </>
      )}
    </VerbShell>
  )
}
