// One version that was sent: its lines, what each option comes to, what the customer said, and what it changed.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { QuoteLineView, QuoteVersion } from '#shared/contract/quote.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { useWords } from '../verbs/index.ts'

const yuan = (fen: number) => formatYuan(fen, { sign: '¥' })

type Props = Readonly<{
  orderId: string
  version: QuoteVersion
  /** The version before it, to compare with. */
  before: number | undefined
  open: boolean
  onCopy: (() => void) | undefined
  onVoid: (() => void) | undefined
}>

export const VersionCard = ({ orderId, version, before, open, onCopy, onVoid }: Props) => {
  const { t } = useTranslation('quotes')
  const { of } = useWords()
  const { local } = useFormat()
  const [toggled, setToggled] = useState(false)
  const [compared, setCompared] = useState(false)
  const shown = open !== toggled
  return (
    <section className="work-item quote-version" aria-label={t('version', { version: version.version })}>
      <div className="work-head">
        <button
          type="button"
          className="link-button"
          aria-expanded={shown}
          onClick={() => setToggled(!toggled)}
        >
          <strong>{t('version', { version: version.version })}</strong>
        </button>
        <span className={`work-state ${version.state === 'sent' ? 'work-state-open' : ''}`}>
          {of('quoteState', version.state)}
        </span>
        {version.totals.map((total) => (
          <span key={total.alternative}>
            {total.alternative === '' ? '' : t('option', { alternative: total.alternative })}{' '}
            <strong className="num">{yuan(total.customerFen)}</strong>
            {total.othersFen > 0 && (
              <span className="num faint"> {t('others', { amount: yuan(total.othersFen) })}</span>
            )}
            {total.profitFen !== null && (
              <span className="num faint"> {t('profit', { amount: yuan(total.profitFen) })}</span>
            )}
          </span>
        ))}
        {version.validUntil !== null && (
          <span className="num faint">{t('until', { day: version.validUntil })}</span>
        )}
        <span className="num faint">
          {version.sentAt === null ? '' : local(version.sentAt)} {version.madeBy}
        </span>
        <span className="stretch" />
        {before !== undefined && (
          <Button size="small" aria-pressed={compared} onClick={() => setCompared(!compared)}>
            {t('compare', { version: before })}
          </Button>
        )}
        {onVoid && (
          <Button size="small" onClick={onVoid}>
            {t('void')}
          </Button>
        )}
        {onCopy && (
          <Button size="small" onClick={onCopy}>
            {t('copyVersion')}
          </Button>
        )}
      </div>
      {version.confirmedAt !== null && (
        <p className="selectable">
          <span className="faint num">{local(version.confirmedAt)}</span> {version.confirmedBy}{' '}
          <span className="faint">{of('answerChannel', version.channel ?? '')}</span>{' '}
          {version.chosen !== null && version.chosen !== '' && (
            <strong>{t('option', { alternative: version.chosen })} </strong>
          )}
          {t('words', { words: version.words })}{' '}
          <span className="faint">{t('noted', { who: version.answeredBy })}</span>
        </p>
      )}
      {compared && before !== undefined && <Compared orderId={orderId} from={before} to={version.version} />}
      {shown && version.lines.length > 0 && <Lines lines={version.lines} />}
      {shown && version.remark !== '' && <p className="selectable faint">{version.remark}</p>}
    </section>
  )
}

const Lines = ({ lines }: { lines: readonly QuoteLineView[] }) => {
  const { t } = useTranslation('quotes')
  const { of } = useWords()
  const options = lines.some(({ alternative }) => alternative !== '')
  return (
    <table className="work-lines">
      <thead>
        <tr>
          {options && <th scope="col">{t('column.alternative')}</th>}
          <th scope="col">{t('column.kind')}</th>
          <th scope="col">{t('column.text')}</th>
          <th scope="col" className="quote-right">
            {t('column.quantity')}
          </th>
          <th scope="col" className="quote-right">
            {t('column.price')}
          </th>
          <th scope="col" className="quote-right">
            {t('column.amount')}
          </th>
          <th scope="col">{t('column.payer')}</th>
          <th scope="col">{t('column.warranty')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            {options && <td>{line.alternative === '' ? t('row.every') : line.alternative}</td>}
            <td>{of('lineKind', line.kind)}</td>
            <td className="selectable">{line.text}</td>
            <td className="num quote-right">{formatQuantity(line.quantity)}</td>
            <td className="num quote-right">{yuan(line.priceFen)}</td>
            <td className="num quote-right">{line.waived ? t('row.letOff') : yuan(line.amountFen)}</td>
            <td>{of('payer', line.payer)}</td>
            <td className="num">{line.warrantyDays === 0 ? '—' : t('days', { count: line.warrantyDays })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const lineWords = (line: QuoteLineView | null): string =>
  line === null ? '' : `${line.text} ×${formatQuantity(line.quantity)} ${yuan(line.priceFen)}`

const Compared = ({ orderId, from, to }: { orderId: string; from: number; to: number }) => {
  const { t } = useTranslation('quotes')
  const answer = useCoreQuery('quote.difference', { id: orderId, from, to })
  const value = answer.value
  if (!value) return null
  const sum = (totals: typeof value.before) =>
    totals.map(({ alternative, customerFen }) => `${alternative} ${yuan(customerFen)}`.trim()).join(' / ')
  return (
    <table className="work-lines quote-compared">
      <tbody>
        {value.lines.map((one, index) => (
          <tr key={index}>
            <td>{t(`change.${one.change}`)}</td>
            <td className="selectable faint">{lineWords(one.before)}</td>
            <td className="selectable">{lineWords(one.after)}</td>
            <td className="faint">
              {one.fields.map((field) => loose(t)(`changed.${field}`)).join(t('join'))}
            </td>
          </tr>
        ))}
        <tr>
          <td>{t('total')}</td>
          <td className="num faint">{sum(value.before)}</td>
          <td className="num">{sum(value.after)}</td>
          <td>{lineWords(null)}</td>
        </tr>
      </tbody>
    </table>
  )
}
