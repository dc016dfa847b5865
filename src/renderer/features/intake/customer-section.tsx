// Section 1: whose machines these are.
import { memo } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { ByPhone } from './arrival.tsx'
import { CustomerSearch } from './customer-search.tsx'
import { NewCustomer } from './new-customer.tsx'
import { RefusedFees } from './refused-fees.tsx'
import { Section } from './section.tsx'
import { useIntake, useSession } from './session.ts'
import { Spot } from './spot.tsx'
import { useCustomerMoves } from './use-customer-moves.ts'

export const CustomerSection = memo(() => {
  const { t } = useTranslation('intake')
  const kind = useIntake(({ form }) => form.customer.kind)
  const { searchAgain } = useCustomerMoves()
  return (
    <Section
      number={1}
      title={t('section.customer')}
      aside={kind === 'new' ? <span className="new-mark">{t('customer.isNew')}</span> : null}
      verbs={
        kind === 'none' ? null : (
          <>
            <ByPhone />
            <BroughtByOpener />
            <Button size="small" data-enter-skip onClick={searchAgain}>
              {t('customer.change')}
            </Button>
          </>
        )
      }
    >
      {kind === 'none' && <CustomerSearch />}
      {kind === 'existing' && <ChosenCustomer />}
      {kind === 'new' && <NewCustomer />}
      {kind !== 'none' && <BroughtBy />}
    </Section>
  )
})

const ChosenCustomer = () => {
  const { t } = useTranslation('intake')
  const id = useIntake(({ form }) => (form.customer.kind === 'existing' ? form.customer.id : ''))
  const name = useIntake(({ form }) => (form.customer.kind === 'existing' ? form.customer.name : ''))
  const customer = useCoreQuery('customer.get', { id }, { skip: id === '' }).value
  return (
    <div className="chosen-line">
      <strong className="chosen-name selectable">{customer?.name ?? name}</strong>
      {customer && (
        <>
          {customer.company !== '' && <span className="selectable">{customer.company}</span>}
          <span className="num selectable">{customer.phones.map((phone) => phone.display).join('  ')}</span>
          {customer.openOrders > 0 && (
            <span className="candidate-open">{t('customer.open', { count: customer.openOrders })}</span>
          )}
          {customer.remark !== '' && <span className="candidate-side">{customer.remark}</span>}
        </>
      )}
      <RefusedFees customerId={id} />
    </div>
  )
}

const useBroughtBy = () => {
  const name = useIntake(({ form }) => form.broughtBy)
  const phone = useIntake(({ form }) => form.broughtByPhone)
  const open = useIntake((state) => state.broughtBy)
  return { name, phone, open: open || name !== '' || phone !== '' }
}

/** Somebody else carried the machine in; rarely, so folded away until wanted. */
const BroughtByOpener = () => {
  const { t } = useTranslation('intake')
  const { store, focus } = useSession()
  if (useBroughtBy().open) return null
  return (
    <button
      type="button"
      className="intake-link"
      onClick={() => {
        store.set({ ...store.get(), broughtBy: true })
        focus.to('broughtBy')
      }}
    >
      {t('broughtBy.open')}
    </button>
  )
}

const BroughtBy = () => {
  const { t } = useTranslation('intake')
  const { store } = useSession()
  const { name, phone, open } = useBroughtBy()
  if (!open) return null
  return (
    <div className="intake-row">
      <Spot path="broughtBy" label={t('broughtBy.name')} className="w-name">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={name}
            onChange={({ target }) =>
              store.change('broughtBy', (form) => ({ ...form, broughtBy: target.value }))
            }
          />
        )}
      </Spot>
      <Spot path="broughtByPhone" label={t('broughtBy.phone')} className="w-phone">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            inputMode="tel"
            value={phone}
            onChange={({ target }) =>
              store.change('broughtByPhone', (form) => ({ ...form, broughtByPhone: target.value }))
            }
          />
        )}
      </Spot>
    </div>
  )
}
