// Machines to lend, with their codes (rule CLS-7).
import { useTranslation } from 'react-i18next'
import type { Loaner } from '#shared/contract/custody.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import type { EntryValues } from '../entries/entry-dialog.tsx'
import { EntrySection } from '../entries/entry-section.tsx'
import { checked, listIn, textOf } from '../entries/entry-values.ts'

const fieldsOf = (values: EntryValues) => ({
  name: textOf(values, 'name'),
  serial: textOf(values, 'serial'),
  accessories: textOf(values, 'accessories'),
  remark: textOf(values, 'remark'),
})

export const LoanersSection = () => {
  const { t } = useTranslation('custody')
  const answer = listIn(useCoreQuery('custody.loaners', {}), ({ loaners }) => loaners)
  const add = useCoreCommand('custody.addLoaner')
  const change = useCoreCommand('custody.changeLoaner')
  return (
    <EntrySection<Loaner>
      words="loaners"
      answer={answer}
      nameOf={({ name }) => name}
      columns={[
        { head: t('settings.name'), cell: ({ name }) => name },
        { head: t('settings.serial'), mono: true, cell: ({ serial }) => serial },
        { head: t('settings.accessories'), cell: ({ accessories }) => accessories },
        { head: t('settings.code'), mono: true, cell: ({ code }) => code },
        { head: t('settings.lent'), cell: ({ lent }) => lent?.customerName ?? '' },
      ]}
      fields={(loaner) => [
        { name: 'name', label: t('settings.name'), control: 'line', maxLength: 60 },
        { name: 'serial', label: t('settings.serial'), control: 'line', mono: true, maxLength: 60 },
        { name: 'accessories', label: t('settings.accessories'), control: 'line', maxLength: 200 },
        { name: 'remark', label: t('settings.remark'), control: 'line', maxLength: 300 },
        ...(loaner
          ? []
          : [
              {
                name: 'code',
                label: t('settings.code'),
                extra: t('settings.codeHelpLoaner'),
                control: 'line',
                mono: true,
                maxLength: 20,
              } as const,
            ]),
      ]}
      valuesOf={(loaner) => ({
        name: loaner?.name ?? '',
        serial: loaner?.serial ?? '',
        accessories: loaner?.accessories ?? '',
        remark: loaner?.remark ?? '',
        code: '',
      })}
      onAdd={(values) => {
        const code = textOf(values, 'code').normalize('NFKC').trim().toUpperCase()
        return checked(
          'custody.addLoaner',
          { ...fieldsOf(values), ...(code === '' ? {} : { code }) },
          add.run,
        )
      }}
      onChange={(id, values) =>
        checked('custody.changeLoaner', { id, changes: fieldsOf(values) }, change.run)
      }
      onActive={(id, active) => change.run({ id, changes: { active } })}
    />
  )
}
