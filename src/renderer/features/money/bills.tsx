// What is charged, order by order: the lines with who pays, the storage fee, the deposit that is off already.
import { useTranslation } from 'react-i18next'
import type { Bill } from '#shared/contract/settlement.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import type { Pay } from './use-pay.ts'
import './money.css'

type Props = Readonly<{ bills: readonly Bill[]; pay: Pay }>

const yuan = (fen: number): string => formatYuan(fen, { sign: '¥' })

export const Bills = ({ bills, pay }: Props) => (
  <div className="pay-bills">
    {bills.map((bill, index) => (
      <BillCard key={bill.id} bill={bill} index={index} pay={pay} named={bills.length > 1} />
    ))}
  </div>
)

type CardProps = Readonly<{ bill: Bill; index: number; pay: Pay; named: boolean }>

const BillCard = ({ bill, index, pay, named }: CardProps) => {
  const { t } = useTranslation('money')
  const { paying, sums, patch } = pay
  const terms = sums.terms[index]
  return (
    <section className="pay-bill" aria-label={`${bill.device} ${bill.number}`}>
      {named && (
        <p className="pay-bill-head">
          <b>{bill.device}</b> <span className="mono faint">{bill.number}</span>
        </p>
      )}
      <ul>
        {bill.lines.map((line, at) => (
          <BillLine key={at} line={line} />
        ))}
      </ul>
      {bill.lines.length === 0 && <p className="faint">{t('noLines')}</p>}
      {bill.storeFeeFen > 0 && (
        <label className="pay-term">
          <span>{t('storage')}</span>
          <MoneyInput
            data-no-scan
            data-enter-skip
            aria-label={t('storage')}
            value={terms?.storeFeeFen ?? 0}
            onChange={(fen) => patch({ storage: { ...paying.storage, [bill.id]: fen === null ? 0 : fen } })}
          />
        </label>
      )}
      {bill.depositFen > 0 && (
        <label className="pay-term">
          <span>{t('depositUsed', { of: yuan(bill.depositFen) })}</span>
          <MoneyInput
            data-no-scan
            data-enter-skip
            aria-label={t('deposit')}
            value={terms?.depositFen ?? 0}
            onChange={(fen) => patch({ deposit: { ...paying.deposit, [bill.id]: fen === null ? 0 : fen } })}
          />
        </label>
      )}
    </section>
  )
}

const BillLine = ({ line }: { line: Bill['lines'][number] }) => {
  const { t } = useTranslation('labels')
  const { t: own } = useTranslation('money')
  const { text, payer, quantity, amountFen, waived } = line
  const others = payer !== 'customer'
  return (
    <li className={others || waived ? 'faint' : ''}>
      <span className="pay-bill-text">
        {text}
        {quantity !== null && quantity !== 1000 && ` ×${formatQuantity(quantity)}`}
      </span>
      {(others || waived) && <span>{waived ? own('waived') : t(`payer.${payer}`)}</span>}
      <span className="num pay-bill-amount">{amountFen === null ? '—' : yuan(amountFen)}</span>
    </li>
  )
}
