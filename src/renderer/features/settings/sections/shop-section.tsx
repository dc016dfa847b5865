// The shop's particulars, and what intake and locking go by.
import { useState } from 'react'
import { Form, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Settings, Shop } from '#shared/contract/shop.ts'
import { Field } from '#renderer/components/field.tsx'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { QueryPanel } from '#renderer/components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { LANGUAGES } from '#renderer/lib/i18n.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { checkInput, useFieldProblems } from '#renderer/lib/use-field-problems.ts'
import { SectionForm } from '../section-form.tsx'
import { wholeNumber } from '../whole-number.ts'

export const ShopSection = () => {
  const shop = useCoreQuery('shop.get', {})
  const settings = useCoreQuery('shop.settings', {})
  return (
    <QueryPanel answer={shop}>
      {({ shop: found }) => (
        <QueryPanel answer={settings}>
          {(known) => found && <ShopForm shop={found} settings={known} />}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

const SHOP_FIELDS = ['name', 'address', 'phone', 'areaCode', 'language', 'paperLanguage'] as const
const NAMES = {
  name: 'name',
  address: 'address',
  phone: 'phone',
  areaCode: 'areaCode',
  nextContactDays: 'nextContactDays',
  lockMinutes: 'lockMinutes',
  defaultLimitFen: 'defaultLimitFen',
  terms: 'terms',
} as const

const valuesOf = (shop: Shop, settings: Settings) => ({
  name: shop.name,
  address: shop.address,
  phone: shop.phone,
  areaCode: shop.areaCode,
  language: shop.language,
  paperLanguage: shop.paperLanguage,
  nextContactDays: String(settings.nextContactDays),
  lockMinutes: String(settings.lockMinutes),
  defaultLimitFen: settings.defaultLimitFen,
  terms: settings.terms,
})

const ShopForm = ({ shop, settings }: { shop: Shop; settings: Settings }) => {
  const { t } = useTranslation('settings')
  const { t: words } = useTranslation('signIn')
  const { t: labels } = useTranslation('labels')
  const { notice } = useNav()
  const initial = valuesOf(shop, settings)
  const [form] = Form.useForm<typeof initial>()
  const update = useCoreCommand('shop.update')
  const change = useCoreCommand('shop.changeSettings')
  const [early, setEarly] = useState<Problem>()
  const problem = early ?? update.problem ?? change.problem
  useFieldProblems(form, problem, NAMES)

  const save = async () => {
    const values = form.getFieldsValue()
    const particulars = Object.fromEntries(
      SHOP_FIELDS.filter((key) => values[key] !== shop[key]).map((key) => [key, values[key]]),
    )
    const next = {
      nextContactDays: wholeNumber(values.nextContactDays),
      lockMinutes: wholeNumber(values.lockMinutes),
      defaultLimitFen: values.defaultLimitFen,
      terms: values.terms,
    }
    const wrong = checkInput('shop.update', particulars) ?? checkInput('shop.changeSettings', next)
    setEarly(wrong)
    if (wrong) return
    const first = await update.run(particulars)
    const second = first.ok ? await change.run(next) : first
    if (second.ok) notice('good', t('saved', { what: t('sections.shop') }))
  }
  const languages = LANGUAGES.map((language) => ({ value: language, label: labels(`language.${language}`) }))
  return (
    <SectionForm
      form={form}
      initial={initial}
      busy={update.busy || change.busy}
      problem={problem}
      save={() => void save()}
    >
      <div className="sheet settings-grid">
        <h3>{t('shop.particulars')}</h3>
        <Field name="name" label={words('firstRun.name')} className="span-4">
          <Input maxLength={60} />
        </Field>
        <Field name="phone" label={words('firstRun.phone')} className="span-2">
          <Input maxLength={40} />
        </Field>
        <Field name="address" label={words('firstRun.address')} className="span-4">
          <Input maxLength={120} />
        </Field>
        <Field name="areaCode" label={words('firstRun.areaCode')} className="span-2">
          <Input maxLength={6} />
        </Field>
        <Form.Item label={t('shop.branchCode')} className="span-2" extra={t('shop.branchCodeWhy')}>
          <span className="mono fixed-value selectable">{shop.branchCode}</span>{' '}
          <span className="mono">({shop.terminal})</span>
        </Form.Item>
        <Field name="language" label={t('shop.language')} className="span-2">
          <Segmented block options={languages} />
        </Field>
        <Field name="paperLanguage" label={t('shop.paperLanguage')} className="span-2">
          <Segmented block options={languages} />
        </Field>
      </div>
      <div className="sheet settings-grid">
        <h3>{t('shop.work')}</h3>
        <Field
          name="nextContactDays"
          label={t('shop.nextContactDays')}
          className="span-2"
          extra={t('shop.nextContactDaysHelp')}
        >
          <Input maxLength={3} inputMode="numeric" />
        </Field>
        <Field
          name="defaultLimitFen"
          label={t('shop.defaultLimit')}
          className="span-2"
          extra={t('shop.defaultLimitHelp')}
        >
          <MoneyInput />
        </Field>
        <Field
          name="lockMinutes"
          label={t('shop.lockMinutes')}
          className="span-2"
          extra={t('shop.lockMinutesHelp')}
        >
          <Input maxLength={3} inputMode="numeric" />
        </Field>
        <Field name="terms" label={t('shop.terms')} className="span-6">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} data-enter="newline" />
        </Field>
      </div>
    </SectionForm>
  )
}
