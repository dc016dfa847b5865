// Forms that were begun and not saved (rule INT-11), offered while the form is clean. Never a dialog: it waits.
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '#shared/contract/drafts.ts'
import { isUntouched } from '#shared/domain/intake/index.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useIntake, useSession } from './session.ts'

const MOST = 9

export const DraftsOffer = ({ onTake }: { onTake: (draft: Draft) => void }) => {
  const { t } = useTranslation('intake')
  const { ago } = useFormat()
  const { focus } = useSession()
  const fresh = useIntake(({ form, startLimit }) => isUntouched(form, startLimit))
  const own = useIntake(({ draftId }) => draftId)
  const drafts = useCoreQuery('draft.list', {}, { skip: !fresh }).value?.drafts
  const offered = (drafts ?? []).filter(({ id, form }) => form === 'intake' && id !== own).slice(0, MOST)
  useLayoutEffect(() => focus.drawn())
  if (!fresh || offered.length === 0) return null
  return (
    <section className="drafts-offer" aria-label={t('draft.title')} data-spot="drafts" data-enter-skip>
      <p>
        {t('draft.count', { count: offered.length })} <kbd className="key-cap">Shift+F6</kbd>
      </p>
      <DigitPicker
        label={t('draft.title')}
        acts
        value={[]}
        options={offered.map(({ id, title, parked, updatedAt }) => ({
          value: id,
          label: title === '' ? t('draft.untitled') : title,
          hint: `${parked ? `${t('draft.parked')} · ` : ''}${ago(updatedAt)}`,
        }))}
        onChange={([id]) => {
          const draft = offered.find((one) => one.id === id)
          if (draft) onTake(draft)
        }}
      />
    </section>
  )
}
