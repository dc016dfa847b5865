// One's own PIN (rule STF-1): set with the password, or taken away again.
import { useState } from 'react'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '#renderer/components/field.tsx'
import { SignInProblem } from '#renderer/components/sign-in-problem.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useAppSelector } from '#renderer/app/store.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { isRefusal } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'

type Values = Readonly<{ password: string; pin: string; again: string }>
const EMPTY: Values = { password: '', pin: '', again: '' }

export const PinForm = () => {
  const { t } = useTranslation('people')
  const { notice } = useNav()
  const me = useAppSelector((state) => state.window.person?.staffId)
  const hasPin = useCoreQuery('staff.list', {}).value?.people.find(({ id }) => id === me)?.hasPin === true
  const [form] = Form.useForm<Values>()
  const set = useCoreCommand('session.setPin')
  const [early, setEarly] = useState(false)

  const problemOf = ({ pin, again }: Values): Partial<Record<'pin' | 'again', string>> => {
    if (!/^\d{4,8}$/.test(pin)) return { pin: t('pin.shape') }
    return pin === again ? {} : { again: t('pin.different') }
  }
  const tell = (problems: Partial<Record<keyof Values, string>>) => {
    form.setFields(
      (['password', 'pin', 'again'] as const).map((name) => ({
        name,
        errors: problems[name] === undefined ? [] : [problems[name]],
      })),
    )
    const first = (['password', 'pin', 'again'] as const).find((name) => problems[name] !== undefined)
    if (first !== undefined) form.focusField(first)
  }
  const send = async (pin: string | null) => {
    const outcome = await set.run({ password: form.getFieldValue('password'), pin })
    if (!outcome.ok) {
      if (isRefusal(outcome.problem, 'weakPin')) return tell({ pin: t('pin.weak') })
      return form.focusField('password')
    }
    form.resetFields()
    notice('good', t(pin === null ? 'pin.removed' : 'pin.saved'))
  }
  const save = () => {
    const values = form.getFieldsValue()
    const typed = { ...values, pin: values.pin.normalize('NFKC'), again: values.again.normalize('NFKC') }
    const problems = problemOf(typed)
    setEarly(Object.keys(problems).length > 0)
    tell(problems)
    if (Object.keys(problems).length === 0) void send(typed.pin)
  }
  const walk = useEnterWalk(save)
  const atField = early || isRefusal(set.problem, 'weakPin')
  return (
    <section className="pin-section" aria-labelledby="own-pin">
      <h3 id="own-pin">
        {t('pin.title')}{' '}
        <StatusChip chip={hasPin ? 'ready' : 'idle'} text={t(hasPin ? 'pin.set' : 'pin.notSet')} />
      </h3>
      <p className="settings-note">{t('pin.why')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        component={false}
        validateTrigger={[]}
        initialValues={EMPTY}
      >
        <div onKeyDown={walk} role="presentation">
          <Field name="password" label={t('pin.password')}>
            <Input.Password maxLength={200} autoComplete="current-password" />
          </Field>
          <Field name="pin" label={t('pin.new')}>
            <Input.Password maxLength={8} inputMode="numeric" autoComplete="new-password" />
          </Field>
          <Field name="again" label={t('pin.again')}>
            <Input.Password maxLength={8} inputMode="numeric" autoComplete="new-password" />
          </Field>
        </div>
        <SignInProblem problem={atField ? undefined : set.problem} />
        <div className="pin-verbs">
          <Button type="primary" loading={set.busy} onClick={save}>
            {t('pin.save')}
          </Button>
          {hasPin && (
            <Button disabled={set.busy} onClick={() => void send(null)}>
              {t('pin.remove')}
            </Button>
          )}
        </div>
      </Form>
    </section>
  )
}
