// What the clerk should know about a model before taking it in (rule INT-13).
import { useTranslation } from 'react-i18next'
import type { ModelWarning } from '#shared/contract/directory.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import type { EntryValues } from '../entries/entry-dialog.tsx'
import { EntrySection } from '../entries/entry-section.tsx'
import { checked, listIn, textOf } from '../entries/entry-values.ts'

const fieldsOf = (values: EntryValues) => ({
  brand: textOf(values, 'brand'),
  model: textOf(values, 'model'),
  text: textOf(values, 'text'),
})

export const WarningsSection = () => {
  const { t } = useTranslation('custody')
  const answer = listIn(useCoreQuery('directory.warnings', {}), ({ warnings }) => warnings)
  const add = useCoreCommand('directory.addWarning')
  const change = useCoreCommand('directory.changeWarning')
  const modelOf = (model: string) => (model === '' ? t('settings.wholeBrand') : model)
  return (
    <EntrySection<ModelWarning>
      words="warnings"
      answer={answer}
      nameOf={({ brand, model }) => `${brand} ${modelOf(model)}`.trim()}
      columns={[
        { head: t('settings.brand'), cell: ({ brand }) => brand },
        { head: t('settings.model'), cell: ({ model }) => modelOf(model) },
        { head: t('settings.warning'), cell: ({ text }) => text },
      ]}
      fields={() => [
        { name: 'brand', label: t('settings.brand'), control: 'line', maxLength: 40 },
        {
          name: 'model',
          label: t('settings.model'),
          extra: t('settings.modelHelp'),
          control: 'line',
          maxLength: 60,
        },
        { name: 'text', label: t('settings.warning'), control: 'prose', maxLength: 300 },
      ]}
      valuesOf={(warning) => ({
        brand: warning?.brand ?? '',
        model: warning?.model ?? '',
        text: warning?.text ?? '',
      })}
      onAdd={(values) => checked('directory.addWarning', fieldsOf(values), add.run)}
      onChange={(id, values) =>
        checked('directory.changeWarning', { id, changes: fieldsOf(values) }, change.run)
      }
      onActive={(id, active) => change.run({ id, changes: { active } })}
    />
  )
}
