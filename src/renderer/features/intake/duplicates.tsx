// Probable duplicates before a new customer is saved (rule INT-6): this one, or really somebody else.
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duplicate } from '#shared/contract/customers.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { isRefusal } from '#renderer/lib/problem.ts'
import { useIntake, useSession } from './session.ts'
import { useCustomerMoves } from './use-customer-moves.ts'

export const Duplicates = ({ found }: { found: readonly Duplicate[] }) => {
  const { t } = useTranslation('intake')
  const { store, focus } = useSession()
  const { takeCustomer } = useCustomerMoves()
  const stopped = useIntake((state) => state.stopped)
  const confirmed = useIntake(({ form }) => form.customer.kind === 'new' && form.customer.notADuplicate)
  useLayoutEffect(() => focus.drawn())
  const refused =
    stopped?.kind === 'refusal' && isRefusal(stopped, 'probableDuplicate')
      ? (stopped.details.duplicates as unknown as readonly Duplicate[])
      : []
  const list = refused.length > 0 ? refused : found
  if (list.length === 0) return null
  const decide = (other: boolean): void => {
    store.change('customer', (form) =>
      form.customer.kind === 'new' ? { ...form, customer: { ...form.customer, notADuplicate: other } } : form,
    )
    store.set({ ...store.get(), stopped: null })
    focus.to(other ? 'customer.new.company' : 'customer.duplicates')
  }
  if (confirmed)
    return (
      <p className="intake-note">
        {t('duplicate.other')}{' '}
        <button type="button" className="intake-link" onClick={() => decide(false)}>
          {t('duplicate.undo')}
        </button>
      </p>
    )
  return (
    <div className="intake-alert" data-spot="customer.duplicates" role="status">
      <p>{t('duplicate.title')}</p>
      <DigitPicker
        label={t('duplicate.title')}
        options={[
          ...list.map((one, index) => ({
            value: one.customerId,
            label: (
              <span className="candidate">
                <strong>{one.name}</strong>
                {one.company !== '' && <span className="candidate-side">{one.company}</span>}
                <span className="num">{one.phones.join('  ')}</span>
                <span className="candidate-side">{t(`duplicate.${one.because}`)}</span>
              </span>
            ),
            hint: (
              <>
                {t('duplicate.use')}
                {index === 0 && <kbd className="key-cap candidate-key">Enter</kbd>}
              </>
            ),
          })),
          { value: 'other', label: t('duplicate.isOther') },
        ]}
        value={[]}
        acts
        zero="other"
        onChange={([id]) => {
          const one = list.find(({ customerId }) => customerId === id)
          if (one) void takeCustomer(one.customerId, one.name)
          else decide(true)
        }}
      />
    </div>
  )
}
