// What was just paid: the receipt, the change in figures that can be read across the counter, what stays open.
import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/kernel/money.ts'
import './money.css'

export type Paid = Readonly<{
  receipt: Readonly<{ number: string }> | null
  paidFen?: number
  changeFen: number
  onAccountFen?: number
  toDepositFen?: number
}>

const yuan = (fen: number): string => formatYuan(fen, { sign: '¥' })

export const PaidStrip = ({ paid }: { paid: Paid }) => {
  const { t } = useTranslation('money')
  const { receipt, paidFen = 0, changeFen, onAccountFen = 0, toDepositFen = 0 } = paid
  return (
    <div className="pay-paid" role="status">
      {paidFen > 0 && (
        <span>
          {t('paid')} <b className="num">{yuan(paidFen)}</b>
        </span>
      )}
      {receipt && (
        <span>
          {t('receipt')} <b className="mono selectable">{receipt.number}</b>
        </span>
      )}
      {onAccountFen > 0 && (
        <span>
          {t('method.onAccount')} <b className="num">{yuan(onAccountFen)}</b>
        </span>
      )}
      {toDepositFen > 0 && (
        <span>
          {t('keptAsDeposit')} <b className="num">{yuan(toDepositFen)}</b>
        </span>
      )}
      {changeFen > 0 && (
        <span className="pay-paid-change">
          {t('change')} <b className="num">{yuan(changeFen)}</b>
        </span>
      )}
    </div>
  )
}
