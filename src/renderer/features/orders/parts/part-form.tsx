// One of the forms in the place of the till: typed, checked, sent as the command that it stands for.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../lib/problem.ts'
import type { OrderPart } from '#shared/contract/order-parts.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { parseQuantity } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { useCoreCommand } from '../../../lib/api.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import { SpecField, VerbFrame, focusField, readFields, useFieldWords, valueOf } from '../verbs/index.ts'
import type { FieldProblem, FieldSpec, Values } from '../verbs/index.ts'
import { fieldsOf } from './part-forms.ts'
import type { FormName } from './part-forms.ts'
import { serialsOf } from './till-model.ts'

type Given = Readonly<Record<string, JsonValue>>
type Props = Readonly<{
  order: OrderDetail
  form: FormName
  line: OrderPart | null
  onClose: () => void
  onDone: (words: string) => void
}>

const textOf = (given: Given, name: string): string => String(given[name] ?? '')

/** Typed as the new total; the core is told the difference. */
const plannedBy = (given: Given, line: OrderPart | null): number | undefined => {
  const planned = parseQuantity(textOf(given, 'planned'))
  return isRefused(planned) || planned < 0 ? undefined : planned - (line?.planned ?? 0)
}

const boughtIn = (given: Given) => ({
  name: textOf(given, 'name'),
  unit: textOf(given, 'unit'),
  quantity: Number(given['quantity']),
  boughtInCostFen: Number(given['boughtInCostFen']),
  ...(typeof given['priceFen'] === 'number' ? { priceFen: given['priceFen'] } : {}),
})

const useSend = ({ order, form, line }: Props) => {
  const plan = useCoreCommand('orderPart.plan')
  const request = useCoreCommand('orderPart.request')
  const takeBack = useCoreCommand('orderPart.takeBackUse')
  const change = useCoreCommand('orderPart.changePlan')
  const waive = useCoreCommand('orderPart.waive')
  const runs = { boughtIn: plan, request, takeBackUse: takeBack, changePlan: change, waive }
  const orderPartId = line?.id ?? ''
  const send = (given: Given): Promise<Outcome<unknown>> => {
    switch (form) {
      case 'boughtIn':
        return plan.run({ id: order.id, lines: [boughtIn(given)] })
      case 'request':
        return request.run({
          orderPartId,
          quantity: Number(given['quantity']),
          source: given['source'] === 'purchase' ? 'purchase' : 'headquarters',
          expectedAt: Number(given['expectedAt']),
          remark: textOf(given, 'remark'),
        })
      case 'takeBackUse':
        return takeBack.run({
          orderPartId,
          quantity: Number(given['quantity']),
          serials: serialsOf(textOf(given, 'serials')),
          reason: textOf(given, 'reason'),
        })
      case 'changePlan':
        return change.run({ orderPartId, by: plannedBy(given, line) ?? 0, reason: textOf(given, 'reason') })
      case 'waive':
        return waive.run({ id: order.id, words: textOf(given, 'words') })
    }
  }
  return { send, busy: runs[form].busy, problem: runs[form].problem }
}

export const PartForm = (props: Props) => {
  const { form, line, onClose, onDone } = props
  const { t } = useTranslation('parts')
  const { zone } = useFormat()
  const now = useNow()
  const [values, setValues] = useState<Values>({})
  const [found, setFound] = useState<Readonly<Record<string, FieldProblem>>>({})
  const { send, busy, problem } = useSend(props)
  const problemOf = useFieldWords(found, problem)
  const fields: readonly FieldSpec[] = fieldsOf(form, line)
  const submit = async () => {
    const { given, problems } = readFields(fields, values, { now, zone })
    const all =
      form === 'changePlan' && problems['planned'] === undefined && plannedBy(given, line) === undefined
        ? { ...problems, planned: 'quantity' as const }
        : problems
    setFound(all)
    const [first] = Object.keys(all)
    if (first !== undefined) return focusField(first)
    const outcome = await send(given)
    if (outcome.ok) onDone(t(`form.${form}.done`, { name: line?.name ?? textOf(given, 'name') }))
  }
  return (
    <VerbFrame
      title={t(`form.${form}.title`)}
      hint={line === null ? t(`form.${form}.hint`) : line.name}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {fields.map((field, index) => (
        <div key={field.name} data-verb-field={field.name}>
          <SpecField
            field={field}
            first={index === 0}
            value={valueOf(field, values)}
            problem={problemOf(field)}
            onChange={(value) => {
              setValues((old) => ({ ...old, [field.name]: value }))
              setFound(({ [field.name]: _gone, ...rest }) => rest)
            }}
          />
        </div>
      ))}
    </VerbFrame>
  )
}
