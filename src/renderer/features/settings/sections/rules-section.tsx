// The rules that the shop sets itself: duties of one person, terms of pick-up and warranty, texts to customers.
import { useState } from 'react'
import { Form, Input, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/shop.ts'
import { PLACEHOLDERS } from '#shared/domain/messages/texts.ts'
import { PEOPLE_TO_SEPARATE } from '#shared/domain/staff/rights.ts'
import { Field } from '#renderer/components/field.tsx'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { QueryPanel } from '#renderer/components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { checkInput, useFieldProblems } from '#renderer/lib/use-field-problems.ts'
import { SectionForm } from '../section-form.tsx'
import { wholeNumber } from '../whole-number.ts'

export const RulesSection = () => {
  const settings = useCoreQuery('shop.settings', {})
  const staff = useCoreQuery('staff.list', {})
  return (
    <QueryPanel answer={settings}>
      {(known) => (
        <QueryPanel answer={staff}>
          {({ people }) => (
            <RulesForm settings={known} working={people.filter(({ active }) => active).length} />
          )}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

const NUMBERS = ['pickupTermDays', 'labourWarrantyDays', 'partWarrantyDays', 'quoteValidDays'] as const
/** Of the money: read as a whole number, shown with the group it belongs to. */
const LIMIT = 'discountLimitPercent'
const SWITCHES = [
  'combineDuties',
  'disposeUnclaimed',
  'skipZeroSettlement',
  'mayRefuseUpper',
  'onSiteHere',
] as const
const TEXTS = ['textReceived', 'textQuoted', 'textReady', 'textOverdue', 'textDispatched'] as const
type Typed = (typeof NUMBERS)[number] | (typeof TEXTS)[number] | typeof LIMIT
type Values = Record<Typed, string> &
  Record<(typeof SWITCHES)[number], boolean> &
  Readonly<{ storeFeePerDayFen: number | null | undefined }>
const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  [...NUMBERS, ...TEXTS, LIMIT, 'storeFeePerDayFen'].map((name) => [name, name]),
)

const valuesOf = (settings: Settings): Values =>
  ({
    ...Object.fromEntries(
      [...NUMBERS, LIMIT].map((name) => [name, String(settings[name as 'quoteValidDays'])]),
    ),
    storeFeePerDayFen: settings.storeFeePerDayFen,
    ...Object.fromEntries([...SWITCHES, ...TEXTS].map((name) => [name, settings[name]])),
  }) as Values

type FormProps = Readonly<{ settings: Settings; working: number }>

const RulesForm = ({ settings, working }: FormProps) => {
  const { t } = useTranslation('people')
  const { t: words } = useTranslation('settings')
  const { notice } = useNav()
  const initial = valuesOf(settings)
  const [form] = Form.useForm<Values>()
  const change = useCoreCommand('shop.changeSettings')
  const [early, setEarly] = useState<Problem>()
  const problem = early ?? change.problem
  useFieldProblems(form, problem, NAMES)
  const save = async () => {
    const values = form.getFieldsValue()
    const next = {
      ...values,
      pickupTermDays: wholeNumber(values.pickupTermDays),
      labourWarrantyDays: wholeNumber(values.labourWarrantyDays),
      partWarrantyDays: wholeNumber(values.partWarrantyDays),
      quoteValidDays: wholeNumber(values.quoteValidDays),
      discountLimitPercent: wholeNumber(values.discountLimitPercent),
      // Emptied, it asks nothing; what cannot be read is refused at its field.
      storeFeePerDayFen:
        values.storeFeePerDayFen === undefined ? Number.NaN : (values.storeFeePerDayFen ?? 0),
    }
    const wrong = checkInput('shop.changeSettings', next)
    setEarly(wrong)
    if (wrong) return
    const outcome = await change.run(next)
    if (outcome.ok) notice('good', words('saved', { what: t('rules.section') }))
  }
  return (
    <SectionForm form={form} initial={initial} busy={change.busy} problem={problem} save={() => void save()}>
      <div className="sheet settings-grid">
        <h3>{t('rules.duties')}</h3>
        <SwitchField name="combineDuties" help={t('rules.combineDutiesHelp')} />
        {working >= PEOPLE_TO_SEPARATE && (
          <p className="span-6 rules-note" role="note">
            {t('rules.combineDutiesOff', { count: working })}
          </p>
        )}
      </div>
      <div className="sheet settings-grid">
        <h3>{t('rules.pickup')}</h3>
        {NUMBERS.map((name) => (
          <Field key={name} name={name} label={t(`rules.${name}`)} className="span-2">
            <Input maxLength={4} inputMode="numeric" />
          </Field>
        ))}
        <SwitchField name="disposeUnclaimed" help={t('rules.disposeUnclaimedHelp')} />
      </div>
      <div className="sheet settings-grid">
        <h3>{t('rules.money')}</h3>
        <Field name={LIMIT} label={t('rules.discountLimitPercent')} className="span-3">
          <Input maxLength={3} inputMode="numeric" suffix="%" />
        </Field>
        <Field
          name="storeFeePerDayFen"
          label={t('rules.storeFeePerDayFen')}
          extra={t('rules.storeFeePerDayFenHelp')}
          className="span-3"
        >
          <MoneyInput maxLength={12} />
        </Field>
        <SwitchField name="skipZeroSettlement" />
        <SwitchField name="mayRefuseUpper" help={t('rules.mayRefuseUpperHelp')} />
        <SwitchField name="onSiteHere" help={t('rules.onSiteHereHelp')} />
      </div>
      <Texts />
    </SectionForm>
  )
}

const SwitchField = ({ name, help }: { name: (typeof SWITCHES)[number]; help?: string }) => {
  const { t } = useTranslation('people')
  return (
    <div className="span-6 rules-switch">
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-labelledby={`rules-${name}`} />
      </Form.Item>
      <div>
        <span id={`rules-${name}`}>{t(`rules.${name}`)}</span>
        {help !== undefined && <p className="faint">{help}</p>}
      </div>
    </div>
  )
}

const Texts = () => {
  const { t } = useTranslation('people')
  const list = PLACEHOLDERS.map((name) => `{${name}} ${t(`rules.placeholder.${name}`)}`).join(' · ')
  return (
    <div className="sheet settings-grid">
      <h3>{t('rules.texts')}</h3>
      <p className="span-6 settings-note">{t('rules.textsHelp', { list })}</p>
      {TEXTS.map((name) => (
        <Field key={name} name={name} label={t(`rules.${name}`)} className="span-6">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
        </Field>
      ))}
    </div>
  )
}
