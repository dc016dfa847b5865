// How to reach the customer, and the fees that were refused (rule INT-4).
import { useTranslation } from 'react-i18next'
import type { Customer } from '#shared/contract/customers.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { PhoneNumbers } from '../../components/phone-numbers.tsx'
import { QueryPanel } from '../../components/panel-states.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'

export const CustomerSide = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers')
  const { local } = useFormat()
  const none = <span className="faint">{t('none')}</span>
  return (
    <aside className="customer-side" aria-label={t('contact')}>
      <section className="sheet side-sheet">
        <h2>{t('contact')}</h2>
        <dl className="side-facts selectable">
          <dt>{t('phones')}</dt>
          <dd className="num customer-phones">
            <PhoneNumbers key={customer.id} customer={customer} none={t('none')} />
          </dd>
          <dt>{t('field.address')}</dt>
          <dd>{customer.address === '' ? none : customer.address}</dd>
          <dt>{t('field.remark')}</dt>
          <dd>{customer.remark === '' ? none : customer.remark}</dd>
          <dt>{t('field.priceGroup')}</dt>
          <dd>{t(`priceGroup.${customer.priceGroup ?? 'standard'}`)}</dd>
          <dt>{t('since')}</dt>
          <dd className="num">{local(customer.createdAt, 'date')}</dd>
        </dl>
      </section>
      <RefusedFees customerId={customer.id} />
    </aside>
  )
}

const RefusedFees = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation('customers')
  const { local } = useFormat()
  const answer = useCoreQuery('customer.refusedFees', { customerId }, { keepPrevious: true })
  return (
    <section className="sheet side-sheet" aria-labelledby="customer-refused-fees">
      <h2 id="customer-refused-fees">{t('refusedFees')}</h2>
      <QueryPanel answer={answer} rows={2}>
        {({ fees }) =>
          fees.length === 0 ? (
            <p className="faint">{t('noRefusedFees')}</p>
          ) : (
            <ul className="customer-refused-fees selectable">
              {fees.map((fee) => (
                <li key={`${fee.at} ${fee.deviceText}`}>
                  <span className="num faint">{local(fee.at, 'date')}</span> {fee.deviceText}
                  {fee.feeFen !== null && <b className="num"> {formatYuan(fee.feeFen, { sign: '¥' })}</b>}
                  {fee.remark !== '' && <p>{fee.remark}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </QueryPanel>
    </section>
  )
}
