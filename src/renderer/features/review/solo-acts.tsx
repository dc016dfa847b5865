// What one person did alone that a larger shop gives to two (rule STF-2), for the owner to read.
import { useTranslation } from 'react-i18next'
import { Empty, QueryPanel } from '#renderer/components/panel-states.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'

export const SoloActs = () => {
  const { t } = useTranslation('review')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const answer = useCoreQuery('review.soloActs', {}, { keepPrevious: true })
  return (
    <section className="sheet review-solo">
      <QueryPanel answer={answer} rows={6}>
        {({ acts }) =>
          acts.length === 0 ? (
            <Empty why={t('soloEmpty')} />
          ) : (
            <ul>
              {acts.map((one) => (
                <li key={one.id} className="review-solo-line">
                  <span className="num">{local(one.at)}</span>
                  <b>{one.who}</b>
                  <span className="stretch">{labels(`duty.${one.duty}`)}</span>
                  <OrderLink orderId={one.orderId} number={one.number} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryPanel>
    </section>
  )
}

const OrderLink = ({ orderId, number }: { orderId: string | null; number: string }) => {
  const { openOrder } = useNav()
  return orderId === null ? null : (
    <button type="button" className="link-button mono" onClick={() => openOrder(orderId, number)}>
      {number}
    </button>
  )
}
