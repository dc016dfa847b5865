// One's own unfinished forms with their age. They wait here; nothing asks about them.
import { useTranslation } from 'react-i18next'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { useFormat } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'

export const Drafts = () => {
  const { t } = useTranslation('home')
  const drafts = useCoreQuery('draft.list', {})
  const discard = useCoreCommand('draft.discard')
  const { openScreen, notice } = useNav()
  const { ago } = useFormat()
  const throwAway = async (id: string, title: string) => {
    const outcome = await discard.run({ id })
    if (outcome.ok) notice('plain', t('drafts.discarded', { title }))
  }
  return (
    <section className="sheet" aria-labelledby="home-drafts">
      <QueryPanel answer={drafts} rows={2}>
        {({ drafts: mine }) => (
          <>
            <h2 id="home-drafts" className="sheet-title">
              {mine.length === 0 ? t('drafts.title') : t('drafts.count', { count: mine.length })}
            </h2>
            {mine.length === 0 && <p className="sheet-none">{t('drafts.empty')}</p>}
            <ul className="order-lines">
              {mine.map(({ id, form, title, parked, updatedAt }) => {
                const name = title === '' ? t('drafts.untitled') : title
                return (
                  <li key={id} className="draft-line">
                    <button
                      type="button"
                      className="order-line"
                      onClick={() => openScreen(form, { draftId: id })}
                    >
                      <span className="order-line-main">{name}</span>
                      {parked && <span className="draft-parked">{t('drafts.parked')}</span>}
                      <span className="num">{ago(updatedAt)}</span>
                    </button>
                    <button
                      type="button"
                      className="text-button"
                      aria-label={`${t('drafts.discard')} ${name}`}
                      onClick={() => void throwAway(id, name)}
                    >
                      {t('drafts.discard')}
                    </button>
                  </li>
                )
              })}
            </ul>
          </>
        )}
      </QueryPanel>
      <ProblemLine problem={discard.problem} />
    </section>
  )
}
