// The branches that jobs are sent to or come from (rules DSP-6, DSP-8).
import { useTranslation } from 'react-i18next'
import type { Branch } from '#shared/contract/directory.ts'
import { BRANCH_LEVELS } from '#shared/domain/dispatch/index.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import type { EntryValues } from '../entries/entry-dialog.tsx'
import { EntrySection } from '../entries/entry-section.tsx'
import { checked, listIn, listOf, textOf } from '../entries/entry-values.ts'

const fieldsOf = (values: EntryValues) => ({
  name: textOf(values, 'name'),
  level: BRANCH_LEVELS.find((one) => one === values['level']) ?? 'branch',
  phone: textOf(values, 'phone'),
  address: textOf(values, 'address'),
  serves: values['serves'] === true,
  technicians: listOf(values, 'technicians'),
})

export const BranchesSection = () => {
  const { t } = useTranslation('custody')
  const { t: common } = useTranslation()
  const answer = listIn(useCoreQuery('directory.branches', {}), ({ branches }) => branches)
  const add = useCoreCommand('directory.addBranch')
  const change = useCoreCommand('directory.changeBranch')
  const separator = t('settings.listSeparator')
  return (
    <EntrySection<Branch>
      words="branches"
      answer={answer}
      nameOf={({ name }) => name}
      columns={[
        { head: t('settings.code'), mono: true, cell: ({ code }) => code },
        { head: t('settings.name'), cell: ({ name }) => name },
        { head: t('settings.level'), cell: ({ level }) => t(`settings.levels.${level}`) },
        { head: t('settings.phone'), cell: ({ phone }) => phone },
        { head: t('settings.serves'), cell: ({ serves }) => common(serves ? 'yes' : 'no') },
      ]}
      fields={(branch) => [
        ...(branch
          ? []
          : [
              { name: 'code', label: t('settings.code'), control: 'line', mono: true, maxLength: 6 } as const,
            ]),
        { name: 'name', label: t('settings.name'), control: 'line', maxLength: 60 },
        {
          name: 'level',
          label: t('settings.level'),
          control: 'choice',
          options: BRANCH_LEVELS.map((value) => ({ value, label: t(`settings.levels.${value}`) })),
        },
        { name: 'phone', label: t('settings.phone'), control: 'line', maxLength: 40 },
        { name: 'address', label: t('settings.address'), control: 'line', maxLength: 120 },
        { name: 'technicians', label: t('settings.technicians'), control: 'line', maxLength: 500 },
        { name: 'serves', label: t('settings.serves'), extra: t('settings.servesHelp'), control: 'switch' },
      ]}
      valuesOf={(branch) => ({
        code: '',
        name: branch?.name ?? '',
        level: branch?.level ?? 'branch',
        phone: branch?.phone ?? '',
        address: branch?.address ?? '',
        technicians: branch?.technicians.join(separator) ?? '',
        serves: branch?.serves ?? true,
      })}
      onAdd={(values) =>
        checked('directory.addBranch', { code: textOf(values, 'code'), ...fieldsOf(values) }, add.run)
      }
      onChange={(id, values) =>
        checked('directory.changeBranch', { id, changes: fieldsOf(values) }, change.run)
      }
      onActive={(id, active) => change.run({ id, changes: { active } })}
    />
  )
}
