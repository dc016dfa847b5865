// What is due for the machines that go, and how it is paid, beside the proof of the hand-over.
import { useTranslation } from 'react-i18next'
import { Bills, PayFields } from '#renderer/features/money/index.tsx'
import { formatYuan } from '#shared/kernel/money.ts'
import type { CounterMoney } from './use-counter-money.ts'

export const CounterPay = ({ money: { bills, pay, owesFen } }: { money: CounterMoney }) => {
  const { t } = useTranslation('money')
  return (
    <div className="pickup-pay-body">
      {owesFen > 0 && (
        <p className="pickup-owes">{t('owesAlready', { amount: formatYuan(owesFen, { sign: '¥' }) })}</p>
      )}
      <Bills bills={bills} pay={pay} />
      <PayFields pay={pay} />
    </div>
  )
}
