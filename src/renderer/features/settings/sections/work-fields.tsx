// What the dispatcher's list goes by: what a person is good at, where he goes, when he works, how to reach him.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Person } from '#shared/contract/staff.ts'
import { CATEGORY_WORDS } from '#shared/domain/intake/categories.ts'
import { Field } from '#renderer/components/field.tsx'
import { clockText, minutesOf } from '../clock-text.ts'

/** A span of working hours as it stands in the form. */
export type Span = Readonly<{ days: readonly number[]; from: string; until: string }>
export type WorkValues = Readonly<{
  skills: readonly string[]
  areas: readonly string[]
  phone: string
  hours: readonly Span[]
}>

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
const MOST_SPANS = 14
const NEW_SPAN: Span = { days: [1, 2, 3, 4, 5], from: '9:00', until: '18:00' }

export const workValuesOf = (person: Person): WorkValues => ({
  skills: person.skills,
  areas: person.areas,
  phone: person.phone,
  hours: person.hours.map(({ days, from, until }) => ({
    days,
    from: clockText(from),
    until: clockText(until),
  })),
})

/** For the core; NaN where a time cannot be read, which the contract refuses at its field. */
export const hoursOf = (spans: readonly Span[]): Person['hours'] =>
  spans.map(({ days, from, until }) => ({
    days: days.toSorted((a, b) => a - b),
    from: minutesOf(from),
    until: minutesOf(until),
  }))

/** The first span that is no span, by the field that is wrong. */
export const hoursProblem = (
  hours: Person['hours'],
): Readonly<{ index: number; field: 'days' | 'from' | 'until' }> | undefined => {
  for (const [index, { days, from, until }] of hours.entries()) {
    if (days.length === 0) return { index, field: 'days' }
    if (Number.isNaN(from) || from >= 1440) return { index, field: 'from' }
    if (Number.isNaN(until) || until <= from) return { index, field: 'until' }
  }
  return undefined
}

export const WorkFields = () => {
  const { t, i18n } = useTranslation('people')
  const word = i18n.language === 'en' ? 'en' : 'zh'
  return (
    <>
      <div className="stage-grid">
        <Field name="skills" label={t('staff.skills')} className="span-4" extra={t('staff.skillsHelp')}>
          <Select
            mode="tags"
            maxCount={30}
            tokenSeparators={[',', '，', '、']}
            options={Object.values(CATEGORY_WORDS).map((category) => ({ value: category[word] }))}
          />
        </Field>
        <Field name="phone" label={t('staff.phone')} className="span-2">
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Field>
        <Field name="areas" label={t('staff.areas')} className="span-6" extra={t('staff.areasHelp')}>
          <Select
            mode="tags"
            maxCount={30}
            open={false}
            suffixIcon={null}
            tokenSeparators={[',', '，', '、']}
          />
        </Field>
      </div>
      <Hours />
    </>
  )
}

const Hours = () => {
  const { t } = useTranslation('people')
  const days = DAYS.map((day) => ({ value: day, label: t(`staff.day${day}`) }))
  return (
    <Form.Item label={t('staff.hours')} colon={false}>
      <Form.List name="hours">
        {(spans, { add, remove }) => (
          <>
            {spans.length === 0 && <p className="settings-note">{t('staff.hoursNone')}</p>}
            {spans.map(({ key, name }) => (
              <div key={key} className="hours-line">
                <Form.Item name={[name, 'days']} noStyle>
                  <Select mode="multiple" options={days} aria-label={t('staff.days', { n: name + 1 })} />
                </Form.Item>
                <Form.Item name={[name, 'from']} noStyle>
                  <Input maxLength={5} aria-label={t('staff.from', { n: name + 1 })} />
                </Form.Item>
                <span aria-hidden="true">–</span>
                <Form.Item name={[name, 'until']} noStyle>
                  <Input maxLength={5} aria-label={t('staff.until', { n: name + 1 })} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('staff.hoursRemove', { n: name + 1 })}
                  title={t('staff.hoursRemove', { n: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {spans.length < MOST_SPANS && (
              <Button size="small" icon={<PlusOutlined />} onClick={() => add(NEW_SPAN)}>
                {t('staff.hoursAdd')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
