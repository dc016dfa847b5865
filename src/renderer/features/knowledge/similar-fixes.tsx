// What was fixed before on machines like this one (rule CLS-6): shown only when there is something to read.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/contract/knowledge.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'
import './knowledge.css'

export const SimilarFixes = ({ orderId }: { orderId: string }) => {
  const { t } = useTranslation('knowledge')
  const { value } = useCoreQuery('knowledge.forOrder', { id: orderId }, { keepPrevious: true })
  if (!value || value.similar.length === 0) return null
  return (
    <section className="sheet side-sheet knowledge-similar" aria-label={t('similar')}>
      <h2>{t('similar')}</h2>
      <ul>
        {value.similar.map((article, index) => (
          <Fix key={article.id} article={article} opened={index === 0} />
        ))}
      </ul>
    </section>
  )
}

const Fix = ({ article, opened }: Readonly<{ article: Article; opened: boolean }>) => {
  const { t } = useTranslation('knowledge')
  const { local } = useFormat()
  const { openOrder } = useNav()
  const [open, setOpen] = useState(opened)
  return (
    <li>
      <button
        type="button"
        className="knowledge-title"
        aria-expanded={open}
        onClick={() => setOpen((now) => !now)}
      >
        {article.title}
      </button>
      {open && (
        <div className="knowledge-words selectable">
          <p className="faint">{t('seen', { symptom: article.symptom })}</p>
          <p>{article.fix}</p>
          <p className="knowledge-from faint">
            <button
              type="button"
              className="link-button mono"
              onClick={() => openOrder(article.orderId, article.number)}
            >
              {article.number}
            </button>{' '}
            {article.publishedBy} · {local(article.publishedAt, 'date')}
          </p>
        </div>
      )}
    </li>
  )
}
