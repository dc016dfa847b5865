// The first run: the shop and its first manager, on one page. Enter walks, errors stand at their fields.
import { useState } from 'react'
import { Button, Form, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Params } from '#shared/contract/index.ts'
import type { Language } from '#shared/contract/shop.ts'
import { Field } from '#renderer/components/field.tsx'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { Stage } from '#renderer/components/stage.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { LANGUAGES } from '#renderer/lib/i18n.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { checkInput, useFieldProblems } from '#renderer/lib/use-field-problems.ts'
import { useSignInAs } from '#renderer/lib/use-sign-in-as.ts'

type Values = Readonly<{
  name: string
  branchCode: string
  pcCode: string
  address: string
  phone: string
  areaCode: string
  language: Language
  staffNo: string
  managerName: string
  password: string
  again: string
}>

/** Where each field of the contract stands on the form. */
const NAMES = {
  name: 'name',
  branchCode: 'branchCode',
  pcCode: 'pcCode',
  address: 'address',
  phone: 'phone',
  areaCode: 'areaCode',
  'manager.staffNo': 'staffNo',
  'manager.name': 'managerName',
  'manager.password': 'password',
  again: 'again',
} as const

const paramsOf = (values: Values): Params<'shop.setUp'> => ({
  name: values.name,
  branchCode: values.branchCode.normalize('NFKC'),
  pcCode: Number(values.pcCode.normalize('NFKC')),
  address: values.address,
  phone: values.phone.normalize('NFKC'),
  areaCode: values.areaCode.normalize('NFKC').trim(),
  language: values.language,
  paperLanguage: values.language,
  manager: {
    staffNo: values.staffNo.normalize('NFKC').trim(),
    name: values.managerName,
    password: values.password,
  },
})

export const FirstRun = () => {
  const { t, i18n } = useTranslation('signIn')
  const { t: labels } = useTranslation('labels')
  const [form] = Form.useForm<Values>()
  const setUp = useCoreCommand('shop.setUp')
  const signInAs = useSignInAs()
  const [early, setEarly] = useState<Problem>()
  const problem = early ?? setUp.problem
  useFieldProblems(form, problem, NAMES)

  const finish = async () => {
    const values = form.getFieldsValue()
    const params = paramsOf(values)
    const wrong = checkInput('shop.setUp', params)
    const differ = values.password !== values.again
    setEarly(
      wrong ?? (differ ? { kind: 'badInput', issues: [{ path: 'again', message: 'different' }] } : undefined),
    )
    if (wrong || differ) return
    const outcome = await setUp.run(params)
    if (outcome.ok) await signInAs(params.manager.staffNo, params.manager.password)
  }

  const initial: Values = {
    name: '',
    branchCode: '',
    pcCode: '1',
    address: '',
    phone: '',
    areaCode: '',
    language: i18n.language === 'en' ? 'en' : 'zh-CN',
    staffNo: '',
    managerName: '',
    password: '',
    again: '',
  }
  const walk = useEnterWalk(() => void finish())
  return (
    <Stage title={t('firstRun.title')} intro={t('firstRun.intro')} wide>
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        requiredMark={false}
        component={false}
        validateTrigger={[]}
      >
        <div className="stage-grid" onKeyDown={walk} role="presentation">
          <FirstFocus />
          <h2>{t('firstRun.shop')}</h2>
          <Field name="name" label={t('firstRun.name')} className="span-4">
            <Input maxLength={60} data-autofocus />
          </Field>
          <Field name="phone" label={t('firstRun.phone')} className="span-2">
            <Input maxLength={40} inputMode="tel" />
          </Field>
          <Field name="address" label={t('firstRun.address')} className="span-4">
            <Input maxLength={120} />
          </Field>
          <Field
            name="areaCode"
            label={t('firstRun.areaCode')}
            className="span-2"
            extra={t('firstRun.areaCodeHelp')}
          >
            <Input maxLength={6} inputMode="numeric" />
          </Field>
          <Field
            name="branchCode"
            label={t('firstRun.branchCode')}
            className="span-2"
            extra={t('firstRun.branchCodeHelp')}
          >
            <Input maxLength={6} className="mono" />
          </Field>
          <Field
            name="pcCode"
            label={t('firstRun.pcCode')}
            className="span-2"
            extra={t('firstRun.pcCodeHelp')}
          >
            <Input maxLength={1} inputMode="numeric" />
          </Field>
          <Field name="language" label={t('firstRun.language')} className="span-2">
            <Segmented
              block
              options={LANGUAGES.map((language) => ({
                value: language,
                label: labels(`language.${language}`),
              }))}
            />
          </Field>
          <h2>{t('firstRun.manager')}</h2>
          <Field name="staffNo" label={t('firstRun.staffNo')} className="span-3">
            <Input maxLength={20} autoComplete="off" />
          </Field>
          <Field name="managerName" label={t('firstRun.managerName')} className="span-3">
            <Input maxLength={40} autoComplete="off" />
          </Field>
          <Field
            name="password"
            label={t('firstRun.password')}
            className="span-3"
            extra={t('firstRun.passwordHelp')}
          >
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Field>
          <Field name="again" label={t('firstRun.passwordAgain')} className="span-3">
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Field>
        </div>
        <ProblemLine problem={problem?.kind === 'badInput' ? undefined : problem} />
        <div className="stage-finish">
          <Button type="primary" size="large" loading={setUp.busy} onClick={() => void finish()}>
            {t('firstRun.finish')}
            <kbd className="key-cap">Ctrl+Enter</kbd>
          </Button>
        </div>
      </Form>
    </Stage>
  )
}
