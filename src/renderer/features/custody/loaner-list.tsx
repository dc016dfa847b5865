// Machines to lend: which are in the house, and who has the others.
import { useTranslation } from 'react-i18next'
import type { Loaner } from '#shared/contract/custody.ts'
import { Empty, QueryPanel } from '../../components/panel-states.tsx'
import { StatusChip } from '../../components/status-tag.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'

export const LoanerList = ({ onOpen }: { onOpen: (loaner: Loaner) => void }) => {
  const { t } = useTranslation('custody')
  const answer = useCoreQuery('custody.loaners', {}, { keepPrevious: true })
  return (
    <section className="sheet custody-list" aria-label={t('loaners.title')}>
      <h2>{t('loaners.title')}</h2>
      <QueryPanel answer={answer} rows={3}>
        {({ loaners }) => {
          const inUse = loaners.filter(({ active, lent }) => active || lent)
          return inUse.length === 0 ? (
            <Empty why={t('loaners.empty')} />
          ) : (
            <ul>
              {inUse.map((loaner) => (
                <li key={loaner.id}>
                  <button type="button" className="custody-row" onClick={() => onOpen(loaner)}>
                    <span className="custody-row-name">{loaner.name}</span>
                    <LoanerState loaner={loaner} />
                  </button>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryPanel>
    </section>
  )
}

export const LoanerState = ({ loaner: { lent } }: { loaner: Loaner }) => {
  const { t } = useTranslation('custody')
  const { local } = useFormat()
  if (!lent) return <StatusChip chip="ready" text={t('loaners.home')} />
  return (
    <>
      <span className="custody-lent">
        {t('loaners.lentTo', { name: lent.customerName })}
        {lent.backBy !== null && (
          <span className="faint num"> {t('loaners.backBy', { date: local(lent.backBy, 'date') })}</span>
        )}
      </span>
      {lent.overdue && <StatusChip chip="late" text={t('loaners.overdue')} />}
    </>
  )
}
