// A verb that is a plain form, drawn from its fields.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { readFields, valueOf } from './field-model.ts'
import type { FieldProblem } from './field-model.ts'
import type { PanelName } from './panels.ts'
import { SpecField } from './spec-field.tsx'
import { useFieldWords } from './use-field-words.ts'
import type { Verbs } from './use-verbs.ts'
import { useVerbRun } from './use-verb-run.ts'
import { useWords } from './use-words.ts'
import type { VerbForm } from './verb-forms.ts'
import { focusField } from './verb-frame.tsx'
import { VerbShell } from './verb-shell.tsx'

type Props = Readonly<{
  order: OrderDetail
  verbs: Verbs
  name: PanelName
  form: VerbForm
  /** Acts that are no command of the table. */
  plain?: boolean
  /** A sentence above the fields. */
  about?: string
}>

export const FormPanel = ({ order, verbs, name, form, plain = false, about }: Props) => {
  const { t } = useTranslation('verbs')
  const { zone } = useFormat()
  const now = useNow()
  const words = useWords()
  const values = verbs.valuesOf(name)
  const facts = { order, values, needs: verbs.needsOf(name) }
  const fields = form.fields(facts)
  const [found, setFound] = useState<Readonly<Record<string, FieldProblem>>>({})
  const title = words.command(name)
  const run = useVerbRun(order, form.method, { done: title, onDone: () => verbs.finish(name), plain })
  const problemOf = useFieldWords(found, run.problem)
  const submit = () => {
    const { given, problems } = readFields(fields, values, { now, zone })
    setFound(problems)
    if (Object.keys(problems).length > 0) {
      focusField(Object.keys(problems)[0])
      return
    }
    void run.submit({ ...given, ...form.also?.(facts) })
  }
  return (
    <VerbShell
      orderId={order.id}
      title={title}
      run={run}
      onSubmit={submit}
      onClose={verbs.close}
      onDrop={() => verbs.finish(name)}
    >
      {about !== undefined && <p className="verb-known">{about}</p>}
      {fields.length === 0 && (
        <p className="faint">{loose(t)(`about.${name}`, { defaultValue: t('nothingToAsk') })}</p>
      )}
      {fields.map((field, index) => (
        <div key={field.name} data-verb-field={field.name}>
          <SpecField
            field={field}
            first={index === 0}
            value={valueOf(field, values)}
            problem={problemOf(field)}
            onChange={(value) => {
              verbs.type(name, { [field.name]: value })
              setFound(({ [field.name]: _gone, ...rest }) => rest)
            }}
          />
        </div>
      ))}
    </VerbShell>
  )
}
