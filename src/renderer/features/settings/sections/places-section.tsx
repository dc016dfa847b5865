// Shelves and benches with their codes (rule CLS-7).
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/contract/custody.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import type { EntryValues } from '../entries/entry-dialog.tsx'
import { EntrySection } from '../entries/entry-section.tsx'
import { checked, listIn, textOf } from '../entries/entry-values.ts'

const KINDS = ['shelf', 'bench'] as const

const fieldsOf = (values: EntryValues) => ({
  name: textOf(values, 'name'),
  kind: KINDS.find((one) => one === values['kind']) ?? 'shelf',
})

export const PlacesSection = () => {
  const { t } = useTranslation('custody')
  const { t: labels } = useTranslation('labels')
  const answer = listIn(useCoreQuery('custody.places', {}), ({ places }) => places)
  const add = useCoreCommand('custody.addPlace')
  const change = useCoreCommand('custody.changePlace')
  return (
    <EntrySection<Place>
      words="places"
      answer={answer}
      nameOf={({ name }) => name}
      columns={[
        { head: t('settings.name'), cell: ({ name }) => name },
        { head: t('settings.kind'), cell: ({ kind }) => labels(`placeKind.${kind}`) },
        { head: t('settings.code'), mono: true, cell: ({ code }) => code },
        { head: t('settings.holds'), cell: ({ holds }) => t('houses.holds', { count: holds }) },
      ]}
      fields={(place) => [
        { name: 'name', label: t('settings.name'), control: 'line', maxLength: 40 },
        {
          name: 'kind',
          label: t('settings.kind'),
          control: 'choice',
          options: KINDS.map((value) => ({ value, label: labels(`placeKind.${value}`) })),
        },
        ...(place
          ? []
          : [
              {
                name: 'code',
                label: t('settings.code'),
                extra: t('settings.codeHelp'),
                control: 'line',
                mono: true,
                maxLength: 20,
              } as const,
            ]),
      ]}
      valuesOf={(place) => ({ name: place?.name ?? '', kind: place?.kind ?? 'shelf', code: '' })}
      onAdd={(values) => {
        const code = textOf(values, 'code').normalize('NFKC').trim().toUpperCase()
        return checked('custody.addPlace', { ...fieldsOf(values), ...(code === '' ? {} : { code }) }, add.run)
      }}
      onChange={(id, values) => checked('custody.changePlace', { id, changes: fieldsOf(values) }, change.run)}
      onActive={(id, active) => change.run({ id, changes: { active } })}
    />
  )
}
