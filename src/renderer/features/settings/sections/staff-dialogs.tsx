// Adding a person, changing name, roles and what dispatching goes by, setting a new first password.
import { useState } from 'react'
import { Button, Form, Input } from 'antd'
import type { FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#shared/contract/staff.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { Dialog } from '#renderer/components/dialog.tsx'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { Field } from '#renderer/components/field.tsx'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { checkInput, useFieldProblems } from '#renderer/lib/use-field-problems.ts'
import { WorkFields, hoursOf, hoursProblem, workValuesOf } from './work-fields.tsx'
import type { WorkValues } from './work-fields.tsx'

const NAMES = {
  staffNo: 'staffNo',
  name: 'name',
  roles: 'roles',
  password: 'password',
  skills: 'skills',
  areas: 'areas',
  phone: 'phone',
} as const

type FormDialogProps = Readonly<{
  title: string
  form: FormInstance
  initial: object
  busy: boolean
  problem: Problem | undefined
  save: () => void
  onClose: () => void
  width?: number
  children: ReactNode
}>

const FormDialog = ({
  title,
  form,
  initial,
  busy,
  problem,
  save,
  onClose,
  width = 520,
  children,
}: FormDialogProps) => {
  const { t } = useTranslation()
  const walk = useEnterWalk(save)
  return (
    <Dialog
      open
      title={title}
      width={width}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('verb.cancel')}</Button>
          <Button type="primary" loading={busy} onClick={save}>
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
        <div role="presentation" onKeyDown={walk}>
          <FirstFocus />
          {children}
        </div>
        <ProblemLine problem={problem?.kind === 'badInput' ? undefined : problem} />
      </Form>
    </Dialog>
  )
}

type RolesProps = Readonly<{ value?: readonly Role[]; onChange?: (roles: readonly Role[]) => void }>

const RolePicker = ({ value = [], onChange }: RolesProps) => {
  const { t } = useTranslation('settings')
  const { t: labels } = useTranslation('labels')
  return (
    <DigitPicker
      label={t('staff.roles')}
      multiple
      flow
      options={ROLES.map((role) => ({ value: role, label: labels(`role.${role}`) }))}
      value={value}
      onChange={(chosen) => onChange?.(ROLES.filter((role) => chosen.includes(role)))}
    />
  )
}

export const AddPerson = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('settings')
  const { notice } = useNav()
  const [form] = Form.useForm<{ staffNo: string; name: string; roles: Role[]; password: string }>()
  const add = useCoreCommand('staff.add')
  const [early, setEarly] = useState<Problem>()
  const problem = early ?? add.problem
  useFieldProblems(form, problem, NAMES)
  const save = async () => {
    const values = form.getFieldsValue()
    const params = { ...values, staffNo: values.staffNo.normalize('NFKC').trim() }
    const wrong = checkInput('staff.add', params)
    setEarly(wrong)
    if (wrong) return
    const outcome = await add.run(params)
    if (!outcome.ok) return
    notice('good', t('staff.added', { name: outcome.value.name }))
    onClose()
  }
  return (
    <FormDialog
      title={t('staff.addTitle')}
      form={form}
      initial={{ staffNo: '', name: '', roles: ['clerk'], password: '' }}
      busy={add.busy}
      problem={problem}
      save={() => void save()}
      onClose={onClose}
    >
      <Field name="staffNo" label={t('staff.no')}>
        <Input maxLength={20} autoComplete="off" data-autofocus />
      </Field>
      <Field name="name" label={t('staff.name')}>
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="roles" label={t('staff.roles')}>
        <RolePicker />
      </Field>
      <Field name="password" label={t('staff.firstPasswordLabel')} extra={t('staff.firstPasswordHelp')}>
        <Input maxLength={200} autoComplete="off" className="mono" />
      </Field>
    </FormDialog>
  )
}

export const ChangePerson = ({ person, onClose }: { person: Person; onClose: () => void }) => {
  const { t } = useTranslation('settings')
  const { notice } = useNav()
  const { t: people } = useTranslation('people')
  const [form] = Form.useForm<{ name: string; roles: Role[] } & WorkValues>()
  const [hoursWrong, setHoursWrong] = useState<ReturnType<typeof hoursProblem>>()
  const change = useCoreCommand('staff.change')
  const [early, setEarly] = useState<Problem>()
  const problem = early ?? change.problem
  useFieldProblems(form, problem, NAMES)
  const save = async () => {
    const { name, roles, skills, areas, phone, hours: spans } = form.getFieldsValue()
    const hours = hoursOf(spans)
    const unreadable = hoursProblem(hours)
    setHoursWrong(unreadable)
    if (unreadable) return form.focusField(['hours', unreadable.index, unreadable.field])
    const sameRoles = roles.join() === ROLES.filter((role) => person.roles.includes(role)).join()
    const work = { skills: [...skills], areas: [...areas], phone, hours }
    const params = { id: person.id, name, ...work, ...(sameRoles ? {} : { roles }) }
    const wrong = checkInput('staff.change', params)
    setEarly(wrong)
    if (wrong) return
    const outcome = await change.run(params)
    if (!outcome.ok) return
    notice('good', t('staff.changed', { name: outcome.value.name }))
    onClose()
  }
  return (
    <FormDialog
      title={t('staff.changeTitle', { name: person.name })}
      form={form}
      width={640}
      initial={{
        name: person.name,
        roles: ROLES.filter((role) => person.roles.includes(role)),
        ...workValuesOf(person),
      }}
      busy={change.busy}
      problem={problem}
      save={() => void save()}
      onClose={onClose}
    >
      <Field name="name" label={t('staff.name')}>
        <Input maxLength={40} autoComplete="off" data-autofocus />
      </Field>
      <Field name="roles" label={t('staff.roles')}>
        <RolePicker />
      </Field>
      <WorkFields />
      {hoursWrong && (
        <p className="problem-line" role="alert">
          {people(hoursWrong.field === 'days' ? 'staff.daysMissing' : 'staff.timeShape')}
        </p>
      )}
    </FormDialog>
  )
}

export const ResetPassword = ({ person, onClose }: { person: Person; onClose: () => void }) => {
  const { t } = useTranslation('settings')
  const { notice } = useNav()
  const [form] = Form.useForm<{ password: string }>()
  const reset = useCoreCommand('staff.resetPassword')
  const [early, setEarly] = useState<Problem>()
  const problem = early ?? reset.problem
  useFieldProblems(form, problem, NAMES)
  const save = async () => {
    const params = { id: person.id, password: form.getFieldValue('password') }
    const wrong = checkInput('staff.resetPassword', params)
    setEarly(wrong)
    if (wrong) return
    const outcome = await reset.run(params)
    if (!outcome.ok) return
    notice('good', t('staff.resetDone', { name: person.name }))
    onClose()
  }
  return (
    <FormDialog
      title={t('staff.resetTitle', { name: person.name })}
      form={form}
      initial={{ password: '' }}
      busy={reset.busy}
      problem={problem}
      save={() => void save()}
      onClose={onClose}
    >
      <p className="settings-note">{t('staff.resetWhy', { name: person.name })}</p>
      <Field name="password" label={t('staff.firstPasswordLabel')} extra={t('staff.firstPasswordHelp')}>
        <Input maxLength={200} autoComplete="off" className="mono" data-autofocus />
      </Field>
    </FormDialog>
  )
}
