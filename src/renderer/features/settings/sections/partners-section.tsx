// Trading partners, among them the repair vendors that machines are sent to (rule DSP-7).
import { useTranslation } from 'react-i18next'
import type { Partner } from '#shared/contract/directory.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import type { EntryValues } from '../entries/entry-dialog.tsx'
import { EntrySection } from '../entries/entry-section.tsx'
import { checked, listIn, listOf, numberOf, textOf } from '../entries/entry-values.ts'

const fieldsOf = (values: EntryValues) => ({
  name: textOf(values, 'name'),
  contact: textOf(values, 'contact'),
  phone: textOf(values, 'phone'),
  address: textOf(values, 'address'),
  repairVendor: values['repairVendor'] === true,
  categories: listOf(values, 'categories'),
  usualDays: numberOf(values, 'usualDays'),
  remark: textOf(values, 'remark'),
})

export const PartnersSection = () => {
  const { t } = useTranslation('custody')
  const { t: common } = useTranslation()
  const answer = listIn(useCoreQuery('directory.partners', {}), ({ partners }) => partners)
  const add = useCoreCommand('directory.addPartner')
  const change = useCoreCommand('directory.changePartner')
  const separator = t('settings.listSeparator')
  return (
    <EntrySection<Partner>
      words="partners"
      answer={answer}
      nameOf={({ name }) => name}
      columns={[
        { head: t('settings.name'), cell: ({ name }) => name },
        { head: t('settings.repairVendor'), cell: ({ repairVendor }) => common(repairVendor ? 'yes' : 'no') },
        {
          head: t('settings.contact'),
          cell: ({ contact, phone }) => [contact, phone].filter(Boolean).join(' '),
        },
        {
          head: t('settings.usualDays'),
          cell: ({ usualDays }) => (usualDays === null ? '' : t('settings.days', { count: usualDays })),
        },
      ]}
      fields={() => [
        { name: 'name', label: t('settings.name'), control: 'line', maxLength: 60 },
        {
          name: 'repairVendor',
          label: t('settings.repairVendor'),
          extra: t('settings.repairVendorHelp'),
          control: 'switch',
        },
        { name: 'contact', label: t('settings.contact'), control: 'line', maxLength: 40 },
        { name: 'phone', label: t('settings.phone'), control: 'line', maxLength: 40 },
        { name: 'address', label: t('settings.address'), control: 'line', maxLength: 120 },
        { name: 'categories', label: t('settings.categories'), control: 'line', maxLength: 300 },
        { name: 'usualDays', label: t('settings.usualDays'), control: 'line', maxLength: 3 },
        { name: 'remark', label: t('settings.remark'), control: 'line', maxLength: 500 },
      ]}
      valuesOf={(partner) => ({
        name: partner?.name ?? '',
        repairVendor: partner?.repairVendor ?? true,
        contact: partner?.contact ?? '',
        phone: partner?.phone ?? '',
        address: partner?.address ?? '',
        categories: partner?.categories.join(separator) ?? '',
        usualDays: partner?.usualDays === null || !partner ? '' : String(partner.usualDays),
        remark: partner?.remark ?? '',
      })}
      onAdd={(values) => checked('directory.addPartner', fieldsOf(values), add.run)}
      onChange={(id, values) =>
        checked('directory.changePartner', { id, changes: fieldsOf(values) }, change.run)
      }
      onActive={(id, active) => change.run({ id, changes: { active } })}
    />
  )
}
