// Fees that this customer did not want to pay before (rule INT-4): a hint, never a hurdle.
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { formatYuan } from '#shared/kernel/money.ts'

export const RefusedFees = ({ customerId, brief = false }: { customerId: string; brief?: boolean }) => {
  const { t } = useTranslation('intake')
  const { local } = useFormat()
  const fees = useCoreQuery('customer.refusedFees', { customerId }).value?.fees ?? []
  const last = fees[0]
  if (!last) return null
  const amount = last.feeFen === null ? '' : ` ${formatYuan(last.feeFen, { sign: '¥' })}`
  return (
    <span className="refused-fees">
      {brief
        ? t('fee.brief', { count: fees.length })
        : t('fee.hint', {
            count: fees.length,
            date: local(last.at, 'date'),
            what: `${last.deviceText}${amount}`,
          })}
    </span>
  )
}
