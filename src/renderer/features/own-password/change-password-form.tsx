// Changing one's own password: the first one, or whenever one likes.
import { useState } from 'react'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SignedIn } from '#shared/contract/session.ts'
import { Field } from '#renderer/components/field.tsx'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { isRefusal } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { useFieldProblems } from '#renderer/lib/use-field-problems.ts'
import { SignInProblem } from '#renderer/components/sign-in-problem.tsx'

type Values = Readonly<{ oldPassword: string; newPassword: string; again: string }>
const NAMES = { oldPassword: 'oldPassword', newPassword: 'newPassword' } as const

export type ChangePasswordFormProps = Readonly<{ first?: boolean; onDone: (person: SignedIn) => void }>

export const ChangePasswordForm = ({ first = false, onDone }: ChangePasswordFormProps) => {
  const { t } = useTranslation('signIn')
  const [form] = Form.useForm<Values>()
  const change = useCoreCommand('session.changePassword')
  const [differ, setDiffer] = useState(false)
  useFieldProblems(form, change.problem, NAMES)
  const finish = async () => {
    const { oldPassword, newPassword, again } = form.getFieldsValue()
    setDiffer(newPassword !== again)
    form.setFields([{ name: 'again', errors: newPassword === again ? [] : [t('change.different')] }])
    if (newPassword !== again) return form.focusField('again')
    const outcome = await change.run({ oldPassword, newPassword })
    if (!outcome.ok)
      return isRefusal(outcome.problem, 'wrongPassword') ? form.focusField('oldPassword') : undefined
    form.resetFields()
    onDone(outcome.value)
  }
  const walk = useEnterWalk(() => void finish())
  const atField = change.problem?.kind === 'badInput' || isRefusal(change.problem, 'weakPassword')
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      component={false}
      validateTrigger={[]}
      initialValues={{ oldPassword: '', newPassword: '', again: '' }}
    >
      <div onKeyDown={walk} role="presentation">
        {first && <FirstFocus />}
        <Field name="oldPassword" label={t('change.old')}>
          <Input.Password
            maxLength={200}
            autoComplete="current-password"
            data-autofocus={first ? true : undefined}
          />
        </Field>
        <Field name="newPassword" label={t('change.new')} extra={t('firstRun.passwordHelp')}>
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Field>
        <Field name="again" label={t('change.again')}>
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Field>
      </div>
      <SignInProblem problem={atField || differ ? undefined : change.problem} />
      <Button type="primary" loading={change.busy} onClick={() => void finish()}>
        {t('change.save')}
        <kbd className="key-cap">Ctrl+Enter</kbd>
      </Button>
    </Form>
  )
}
