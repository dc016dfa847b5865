// What one looks at while quoting (rule QUO-3): earlier prices of the line's item, this customer's quotes.
import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useWords } from '../verbs/index.ts'
import type { Row } from './quote-model.ts'

const yuan = (fen: number) => formatYuan(fen, { sign: '¥' })

type Props = Readonly<{ customerId: string; orderId: string; row: Row | undefined }>

export const Beside = ({ customerId, orderId, row }: Props) => (
  <div className="quote-beside">
    <PastPrices row={row} />
    <PastQuotes customerId={customerId} orderId={orderId} />
  </div>
)

const PastPrices = ({ row }: Pick<Props, 'row'>) => {
  const { t } = useTranslation('quotes')
  const { of } = useWords()
  const { local } = useFormat()
  const item = {
    ...(row?.partId ? { partId: row.partId } : {}),
    ...(row?.serviceItemId ? { serviceItemId: row.serviceItemId } : {}),
  }
  const skip = Object.keys(item).length === 0
  const answer = useCoreQuery('quote.pastPrices', item, { skip })
  const prices = skip ? [] : (answer.value?.prices ?? [])
  return (
    <section className="quote-past" aria-label={t('past.prices')}>
      <h3>
        {t('past.prices')} {!skip && <span className="faint">{row?.text}</span>}
      </h3>
      {prices.length === 0 && <p className="faint">{t(skip ? 'past.noItem' : 'past.noPrice')}</p>}
      <table className="work-lines">
        <tbody>
          {prices.map((one) => (
            <tr key={`${one.orderId}${one.sentAt}`}>
              <td className="num">{local(one.sentAt, 'date')}</td>
              <td className="quote-past-name">{one.customer}</td>
              <td>{of('quoteState', one.state)}</td>
              <td className="num quote-right">×{formatQuantity(one.quantity)}</td>
              <td className="num quote-right">{yuan(one.priceFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const PastQuotes = ({ customerId, orderId }: Omit<Props, 'row'>) => {
  const { t } = useTranslation('quotes')
  const { of } = useWords()
  const { local } = useFormat()
  const answer = useCoreQuery('quote.ofCustomer', { customerId, exceptOrder: orderId })
  const quotes = answer.value?.quotes ?? []
  return (
    <section className="quote-past" aria-label={t('past.quotes')}>
      <h3>{t('past.quotes')}</h3>
      {quotes.length === 0 && <p className="faint">{t('past.noQuote')}</p>}
      <table className="work-lines">
        <tbody>
          {quotes.map((one) => (
            <tr key={`${one.orderId}${one.version}`}>
              <td className="num">{local(one.sentAt, 'date')}</td>
              <td className="quote-past-name">{one.device}</td>
              <td>{of('quoteState', one.state)}</td>
              <td className="num quote-right">
                {one.totals.map((total) => yuan(total.customerFen)).join(' / ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
