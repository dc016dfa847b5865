// Every field of a part. What it costs whom, what it fits, how it is counted and what becomes of the old one.
import type { RefObject } from 'react'
import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Part } from '#shared/contract/catalogue.ts'
import { PART_KINDS } from '#shared/contract/catalogue.ts'
import { Field } from '#renderer/components/field.tsx'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { Choice } from '../choice.tsx'
import { Editor } from '../editor.tsx'
import { differing } from '../read-values.ts'
import type { Typed } from '../use-shown.ts'
import { CHANGED_PART_NAMES, PART_NAMES, partValues, readPart } from './part-values.ts'
import type { PartValues } from './part-values.ts'

type Props = Readonly<{ part: Part | null; onClose: () => void; typed: RefObject<Typed> }>

export const PartEditor = ({ part, onClose, typed }: Props) => {
  const { t } = useTranslation('catalogue')
  const add = useCoreCommand('part.add')
  const change = useCoreCommand('part.change')
  const save = async (values: PartValues) => {
    const { input, issues } = readPart(values, part === null ? '' : 'changes.')
    if (issues.length > 0) return { issues }
    if (part === null) return add.run(input)
    const changes = differing(part, input)
    return Object.keys(changes).length === 0 ? 'unchanged' : change.run({ id: part.id, changes })
  }
  const text = { autoComplete: 'off', spellCheck: false } as const
  return (
    <Editor<PartValues, Part>
      title={part === null ? t('parts.add') : t('changeTitle', { name: part.name })}
      entry={part}
      initial={partValues(part, t('parts.piece'))}
      names={part === null ? PART_NAMES : CHANGED_PART_NAMES}
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
      <Field name="spec" label={t('field.spec')} className="catalogue-6">
        <Input {...text} maxLength={120} />
      </Field>
      <Field name="kind" label={t('field.kind')} className="catalogue-4">
        <Choice
          label={t('field.kind')}
          options={PART_KINDS.map((kind) => ({ value: kind, label: t(`partKind.${kind}`) }))}
        />
      </Field>
      <Field name="unit" label={t('field.unit')} className="catalogue-1">
        <Input {...text} maxLength={10} />
      </Field>
      <Field name="decimals" label={t('field.decimals')} className="catalogue-1">
        <Input {...text} className="num" maxLength={1} inputMode="numeric" />
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
      <Field name="minimum" label={t('field.minimum')} className="catalogue-2">
        <Input {...text} className="num" maxLength={12} />
      </Field>
      <Field name="warrantyDays" label={t('field.warrantyDays')} className="catalogue-2">
        <Input {...text} className="num" maxLength={4} placeholder={t('shopDefault')} />
      </Field>
      <Field name="repairFeeFen" label={t('field.repairFee')} className="catalogue-2">
        <MoneyInput />
      </Field>
      <Field name="barcode" label={t('field.barcode')} className="catalogue-4">
        <Input {...text} className="mono" maxLength={60} />
      </Field>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'consumable' && (
            <Field name="yieldCount" label={t('field.yield')} className="catalogue-2">
              <Input {...text} className="num" maxLength={10} />
            </Field>
          )
        }
      </Form.Item>
      <Field name="models" label={t('field.models')} className="catalogue-6" extra={t('modelsHelp')}>
        <Input.TextArea {...text} autoSize={{ minRows: 1, maxRows: 3 }} maxLength={20_000} />
      </Field>
      <div className="catalogue-6 catalogue-ticks">
        {(['serialTracked', 'oldReturnable', 'feeApart'] as const).map((name) => (
          <Form.Item key={name} name={name} valuePropName="checked" className="catalogue-tick">
            <Checkbox>{t(`field.${name}`)}</Checkbox>
          </Form.Item>
        ))}
      </div>
    </Editor>
  )
}
