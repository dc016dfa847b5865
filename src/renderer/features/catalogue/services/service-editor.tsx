// Every field of a service item: price, standard hours, and what the technician earns by it (rule PRT-13).
import { useMemo, useState } from 'react'
import type { RefObject } from 'react'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ServiceItem } from '#shared/contract/catalogue.ts'
import { COMMISSION_RULES } from '#shared/domain/catalogue/index.ts'
import { Field } from '#renderer/components/field.tsx'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { Choice } from '../choice.tsx'
import { Editor } from '../editor.tsx'
import { differing } from '../read-values.ts'
import type { Typed } from '../use-shown.ts'
import { readService, serviceNames, serviceValues } from './service-values.ts'
import type { ServiceValues } from './service-values.ts'

type Props = Readonly<{ item: ServiceItem | null; onClose: () => void; typed: RefObject<Typed> }>

export const ServiceEditor = ({ item, onClose, typed }: Props) => {
  const { t } = useTranslation('catalogue')
  const add = useCoreCommand('serviceItem.add')
  const change = useCoreCommand('serviceItem.change')
  const at = item === null ? '' : 'changes.'
  const [rule, setRule] = useState(item?.commission ?? 'none')
  const names = useMemo(() => serviceNames(at, rule), [at, rule])
  const save = async (values: ServiceValues) => {
    setRule(values.commission)
    const { input, issues } = readService(values, at)
    if (issues.length > 0) return { issues }
    if (item === null) return add.run(input)
    const changes = differing(item, input)
    return Object.keys(changes).length === 0 ? 'unchanged' : change.run({ id: item.id, changes })
  }
  const text = { autoComplete: 'off', spellCheck: false } as const
  return (
    <Editor<ServiceValues, ServiceItem>
      title={item === null ? t('services.add') : t('changeTitle', { name: item.name })}
      entry={item}
      initial={serviceValues(item)}
      names={names}
      save={save}
      onActive={(id, active) => change.run({ id, changes: { active } })}
      onClose={onClose}
      typed={typed}
    >
      <Field name="code" label={t('field.code')} className="catalogue-2">
        <Input {...text} className="mono" maxLength={40} data-autofocus />
      </Field>
      <Field name="name" label={t('field.name')} className="catalogue-4">
        <Input {...text} maxLength={80} />
      </Field>
      <Field name="priceFen" label={t('field.price')} className="catalogue-2">
        <MoneyInput />
      </Field>
      <Field name="companyFen" label={t('group.company')} className="catalogue-2">
        <MoneyInput placeholder={t('sameAsStandard')} />
      </Field>
      <Field name="peerFen" label={t('group.peer')} className="catalogue-2">
        <MoneyInput placeholder={t('sameAsStandard')} />
      </Field>
      <Field name="minutes" label={t('field.minutes')} className="catalogue-3">
        <Input {...text} className="num" maxLength={5} inputMode="numeric" />
      </Field>
      <Field name="warrantyDays" label={t('field.warrantyDays')} className="catalogue-3">
        <Input {...text} className="num" maxLength={4} placeholder={t('shopDefault')} />
      </Field>
      <Field name="commission" label={t('field.commission')} className="catalogue-6">
        <Choice
          label={t('field.commission')}
          options={COMMISSION_RULES.map((one) => ({ value: one, label: t(`commission.${one}`) }))}
        />
      </Field>
      <Form.Item noStyle dependencies={['commission']}>
        {({ getFieldValue }) => <Commission rule={getFieldValue('commission')} />}
      </Form.Item>
    </Editor>
  )
}

const Commission = ({ rule }: { rule: ServiceItem['commission'] }) => {
  const { t } = useTranslation('catalogue')
  if (rule === 'none') return null
  return rule === 'amount' ? (
    <Field name="commissionFen" label={t('commissionField.amount')} className="catalogue-3">
      <MoneyInput />
    </Field>
  ) : (
    <Field name="commissionPercent" label={t('commissionField.percent')} className="catalogue-3">
      <Input className="num" suffix="%" maxLength={9} autoComplete="off" />
    </Field>
  )
}
