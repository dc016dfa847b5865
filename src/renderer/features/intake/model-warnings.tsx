// What the shop wants to be thought of with this model (rule INT-13): a strip at the machine, in the way of nothing.
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'

export const ModelWarnings = ({ brand, model }: { brand: string; model: string }) => {
  const { t } = useTranslation('custody')
  const asked = useDeferredValue({ brand: brand.trim().slice(0, 40), model: model.trim().slice(0, 60) })
  const { value } = useCoreQuery('directory.warningsFor', asked, {
    skip: asked.brand === '' && asked.model === '',
  })
  if (!value || value.warnings.length === 0) return null
  return (
    <div className="intake-note model-warnings" role="status">
      {value.warnings.map(({ id, text }) => (
        <p key={id}>
          <b>{t('warned')}</b> {text}
        </p>
      ))}
    </div>
  )
}
