// To our own technicians: one primary, any number of assistants, the best match first with its reasons and load.
import { useState } from 'react'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../../components/panel-states.tsx'
import type { TargetProps } from './dispatch-panel.tsx'
import type { FieldProblem } from './field-model.ts'
import { SpecField } from './spec-field.tsx'
import { TechnicianList } from './technician-list.tsx'
import { useFieldWords } from './use-field-words.ts'
import { useVerbRun } from './use-verb-run.ts'
import { useWords } from './use-words.ts'
import { VerbField } from './verb-field.tsx'
import { focusField } from './verb-frame.tsx'
import { VerbShell } from './verb-shell.tsx'

const INSTRUCTIONS = {
  name: 'instructions',
  kind: 'prose',
  max: 500,
  phrases: ['urgent', 'callFirst', 'keepData'],
} as const

export const OwnPanel = ({ order, verbs, candidates: { technicians } }: TargetProps) => {
  const { t } = useTranslation('verbs')
  const words = useWords()
  const values = verbs.valuesOf('dispatch')
  const primary = String(values['primary'] ?? '')
  const assistants = (values['assistants'] ?? []) as readonly string[]
  const [found, setFound] = useState<Readonly<Record<string, FieldProblem>>>({})
  const name = technicians.find(({ staffId }) => staffId === primary)?.name
  const run = useVerbRun(order, 'dispatch.assign', {
    done: t('done.dispatched', { who: name ?? '' }),
    onDone: () => verbs.finish('dispatch'),
    shape: (id, ver, params) => ({ orders: [{ id, ver }], ...params }),
  })
  const problemOf = useFieldWords(found, run.problem)
  const submit = () => {
    if (primary === '') {
      setFound({ primary: 'required' })
      focusField('primary')
      return
    }
    void run.submit({
      primary,
      assistants,
      instructions: String(values['instructions'] ?? ''),
      message: values['message'] === true,
    })
  }
  return (
    <VerbShell
      orderId={order.id}
      title={words.command('dispatch')}
      run={run}
      onSubmit={technicians.length > 0 ? submit : undefined}
      onClose={verbs.close}
      onDrop={() => verbs.finish('dispatch')}
    >
      {technicians.length === 0 && <Empty why={t('own.none')} />}
      {technicians.length > 0 && (
        <>
          <div data-verb-field="primary" data-first>
            <VerbField
              label={t('own.who')}
              hint={t('own.hint')}
              required
              problem={problemOf({ name: 'primary' })}
            >
              <TechnicianList
                technicians={technicians}
                primary={primary}
                assistants={assistants}
                onChange={(next) => {
                  setFound({})
                  verbs.type('dispatch', { primary: next.primary, assistants: [...next.assistants] })
                }}
              />
            </VerbField>
          </div>
          <SpecField
            field={INSTRUCTIONS}
            first={false}
            value={values['instructions']}
            problem={problemOf(INSTRUCTIONS)}
            onChange={(instructions) => verbs.type('dispatch', { instructions })}
          />
          <Checkbox
            checked={values['message'] === true}
            onChange={(event) => verbs.type('dispatch', { message: event.target.checked })}
          >
            {t('own.message')}
          </Checkbox>
        </>
      )}
    </VerbShell>
  )
}
