// Adding or changing one entry of a directory: the fields are told as data.
import { useMemo, useState } from 'react'
import { Button, Form, Input, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#renderer/components/dialog.tsx'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { Field } from '#renderer/components/field.tsx'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import type { Outcome, Problem } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { useFieldProblems } from '#renderer/lib/use-field-problems.ts'

export type EntryField = Readonly<{
  name: string
  label: string
  extra?: string
  maxLength?: number
  mono?: boolean
}> &
  (
    | Readonly<{ control: 'line' }>
    | Readonly<{ control: 'prose' }>
    | Readonly<{ control: 'switch' }>
    | Readonly<{ control: 'choice'; options: readonly Readonly<{ value: string; label: string }>[] }>
  )
export type EntryValues = Readonly<Record<string, string | boolean>>

type Props<T> = Readonly<{
  title: string
  fields: readonly EntryField[]
  initial: EntryValues
  /** Problems of a change name `changes.x`, those of a new entry `x`. */
  changing: boolean
  save: (values: EntryValues) => Promise<Outcome<T>>
  onSaved: (entry: T) => void
  onClose: () => void
}>

export const EntryDialog = <T,>({ title, fields, initial, changing, save, onSaved, onClose }: Props<T>) => {
  const { t } = useTranslation()
  const [form] = Form.useForm<EntryValues>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const shape = fields.map(({ name }) => name).join()
  const names = useMemo(
    () => Object.fromEntries(shape.split(',').map((name) => [changing ? `changes.${name}` : name, name])),
    [shape, changing],
  )
  useFieldProblems(form, problem, names)
  const finish = async () => {
    setBusy(true)
    const outcome = await save(form.getFieldsValue())
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.problem)
    if (!outcome.ok) return
    onSaved(outcome.value)
    onClose()
  }
  const walk = useEnterWalk(() => void finish())
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      width={640}
      footer={
        <>
          <Button onClick={onClose}>{t('verb.cancel')}</Button>
          <Button type="primary" loading={busy} onClick={() => void finish()}>
            {t('verb.save')}
            <kbd className="key-cap">Ctrl+Enter</kbd>
          </Button>
        </>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        component={false}
        validateTrigger={[]}
        initialValues={initial}
      >
        <div role="presentation" onKeyDown={walk} className="entry-fields">
          <FirstFocus />
          {fields.map((field, index) => (
            <Field
              key={field.name}
              name={field.name}
              label={field.label}
              className={isWide(field) ? 'entry-wide' : ''}
              {...(field.extra === undefined ? {} : { extra: field.extra })}
              {...(field.control === 'switch' ? { valuePropName: 'checked' } : {})}
            >
              {controlOf(field, index === 0)}
            </Field>
          ))}
        </div>
        <ProblemLine problem={problem?.kind === 'badInput' ? undefined : problem} />
      </Form>
    </Dialog>
  )
}

/** Short things stand two in a row, so that every dialog fits the smallest window. */
const isWide = ({ control, extra, mono, maxLength = 200 }: EntryField): boolean =>
  control === 'prose' ||
  control === 'choice' ||
  (control === 'line' && ((mono && extra !== undefined) || maxLength > 100))

const controlOf = (field: EntryField, first: boolean) => {
  const common = {
    autoComplete: 'off',
    maxLength: field.maxLength ?? 200,
    'data-autofocus': first || undefined,
  }
  switch (field.control) {
    case 'line':
      return <Input {...common} className={field.mono ? 'mono' : ''} />
    case 'prose':
      return <Input.TextArea {...common} autoSize={{ minRows: 2, maxRows: 5 }} data-enter="newline" />
    case 'switch':
      return <Switch />
    case 'choice':
      return <Choice label={field.label} options={field.options} />
  }
}

type ChoiceProps = Readonly<{
  label: string
  options: readonly Readonly<{ value: string; label: string }>[]
  value?: string
  onChange?: (value: string) => void
}>

const Choice = ({ label, options, value = '', onChange }: ChoiceProps) => (
  <DigitPicker
    label={label}
    flow
    value={[value]}
    options={options}
    onChange={([one = '']) => onChange?.(one)}
  />
)
