// Talking with the customer (rules CON-1, CLS-2, CLK-11): the notice to pick up, one attempt to reach him, an urge.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS, CONTACT_OUTCOMES } from '#shared/contract/contact.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import { readFields, valueOf } from './field-model.ts'
import type { FieldProblem, FieldSpec } from './field-model.ts'
import { FormPanel } from './form-panel.tsx'
import { ReadyText } from './ready-text.tsx'
import { SpecField } from './spec-field.tsx'
import { useFieldWords } from './use-field-words.ts'
import type { Verbs } from './use-verbs.ts'
import { useVerbRun } from './use-verb-run.ts'
import { useWords } from './use-words.ts'
import { focusField } from './verb-frame.tsx'
import { VerbShell } from './verb-shell.tsx'

type Props = Readonly<{ order: OrderDetail; verbs: Verbs }>

const ATTEMPT: readonly FieldSpec[] = [
  {
    name: 'outcome',
    kind: 'digits',
    required: true,
    options: CONTACT_OUTCOMES,
    words: 'contactOutcome',
    also: ['contactOutcome'],
  },
  { name: 'channel', kind: 'digits', options: CHANNELS, words: 'channel', start: 'phone' },
  { name: 'words', kind: 'prose', max: 500 },
]
const PICK_UP: FieldSpec = { name: 'pickUpAt', kind: 'moment' }

export const NotifyPanel = (props: Props) => (
  <Talk {...props} name="notify" method="contact.notify" fields={[...ATTEMPT, PICK_UP]} />
)
export const AttemptPanel = (props: Props) => (
  <Talk {...props} name="attempt" method="contact.attempt" fields={ATTEMPT} plain />
)

type TalkProps = Props &
  Readonly<{
    name: 'notify' | 'attempt'
    method: string
    fields: readonly FieldSpec[]
    plain?: boolean
  }>

const Talk = ({ order, verbs, name, method, fields, plain = false }: TalkProps) => {
  const { t } = useTranslation('verbs')
  const { zone } = useFormat()
  const now = useNow()
  const words = useWords()
  const values = verbs.valuesOf(name)
  const [found, setFound] = useState<Readonly<Record<string, FieldProblem>>>({})
  const title = words.command(name)
  const run = useVerbRun(order, method, { done: title, onDone: () => verbs.finish(name), plain })
  const problemOf = useFieldWords(found, run.problem)
  const submit = () => {
    const { given, problems } = readFields(fields, values, { now, zone })
    setFound(problems)
    const [first] = Object.keys(problems)
    if (first !== undefined) return focusField(first)
    void run.submit(given)
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
      <p className="verb-call">
        <span>{order.customer.name}</span>
        {order.customer.phones.length === 0 && <span className="faint">{t('contact.noPhone')}</span>}
        {order.customer.phones.map(({ id, display }) => (
          <strong key={id} className="num selectable">
            {display}
          </strong>
        ))}
      </p>
      {fields.map((field, index) => (
        <div key={field.name} data-verb-field={field.name}>
          <SpecField
            field={field}
            first={index === 0}
            value={valueOf(field, values)}
            problem={problemOf(field)}
            onChange={(value) => {
              setFound({})
              verbs.type(name, { [field.name]: value })
            }}
          />
        </div>
      ))}
      <ReadyText order={order} />
    </VerbShell>
  )
}

export const UrgePanel = ({ order, verbs }: Props) => (
  <FormPanel
    order={order}
    verbs={verbs}
    name="urge"
    form={{
      method: 'contact.urge',
      fields: () => [
        {
          name: 'words',
          kind: 'prose',
          max: 500,
          required: true,
          phrases: ['asksWhen', 'needsItToday', 'complains'],
        },
        {
          name: 'source',
          kind: 'digits',
          options: ['customer', 'headquarters'],
          words: 'urgeSource',
          start: 'customer',
        },
      ],
    }}
  />
)
