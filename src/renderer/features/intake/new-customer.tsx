// A customer whom nobody found: name, telephones, company, address, and who he may already be (rules INT-5, INT-6).
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { focusStep, isEnter } from '#renderer/lib/use-enter-key.ts'
import type { NewCustomer as NewCustomerFields } from '#shared/domain/intake/index.ts'
import { Duplicates } from './duplicates.tsx'
import { useIntake, useSession } from './session.ts'
import { Spot } from './spot.tsx'
import { useDuplicates } from './use-duplicates.ts'

const MOST_PHONES = 6
/** A late answer shows itself, but no key waits longer for it. */
const MOST_WAIT_MS = 1_000

export const NewCustomer = () => {
  const { t } = useTranslation('intake')
  const { store, focus, typeAhead } = useSession()
  const customer = useIntake(({ form }) => (form.customer.kind === 'new' ? form.customer : null))
  const duplicates = useDuplicates()
  const asking = useRef(false)
  if (!customer) return null
  const change = (at: string, patch: Partial<NewCustomerFields>): void =>
    store.change(`customer.new.${at}`, (form) =>
      form.customer.kind === 'new'
        ? {
            ...form,
            // Another name or number is another question.
            customer: {
              ...form.customer,
              ...patch,
              notADuplicate: form.customer.notADuplicate && at === 'address',
            },
          }
        : form,
    )
  const text = (at: 'name' | 'company' | 'address', className: string) => (
    <Spot path={`customer.new.${at}`} label={t(`customer.${at}`)} className={className}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          spellCheck={false}
          value={customer[at]}
          onChange={({ target }) => change(at, { [at]: target.value })}
          onBlur={() => at !== 'address' && void duplicates.look()}
        />
      )}
    </Spot>
  )
  /** On a sure duplicate Enter leads to the choice instead of the next field; keys wait for the answer. */
  const onPhoneEnter = async (event: KeyboardEvent<HTMLInputElement>): Promise<void> => {
    if (!isEnter(event) || event.ctrlKey || event.shiftKey || asking.current) return
    event.preventDefault()
    const field = event.currentTarget
    const form = field.closest<HTMLElement>('.intake-body')
    asking.current = true
    typeAhead.hold()
    const known = await Promise.race([
      duplicates.look(),
      new Promise<null>((late) => setTimeout(late, MOST_WAIT_MS, null)),
    ])
    asking.current = false
    const sure = known?.some(({ because }) => because === 'samePhone') && !isConfirmed()
    if (document.activeElement === field) {
      if (sure) focus.to('customer.duplicates')
      else if (form) focusStep(form, field, 1)
    }
    typeAhead.release()
  }
  const isConfirmed = (): boolean => {
    const { customer: now } = store.get().form
    return now.kind === 'new' && now.notADuplicate
  }
  return (
    <div className="new-customer">
      <div className="intake-row">
        {text('name', 'w-name')}
        {customer.phones.map((phone, index) => (
          <Spot
            key={index}
            path={`customer.new.phones.${index}`}
            label={t('customer.phone', { n: index + 1 })}
            className="w-phone"
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                inputMode="tel"
                value={phone}
                onChange={({ target }) =>
                  change(`phones.${index}`, {
                    phones: customer.phones.map((one, i) => (i === index ? target.value : one)),
                  })
                }
                onKeyDown={(event) => void onPhoneEnter(event)}
                onBlur={() => void duplicates.look()}
              />
            )}
          </Spot>
        ))}
        {text('company', 'w-company')}
        {customer.phones.length < MOST_PHONES && (
          <button
            type="button"
            className="intake-link intake-link-low"
            onClick={() => {
              change('phones', { phones: [...customer.phones, ''] })
              focus.to(`customer.new.phones.${customer.phones.length}`)
            }}
          >
            {t('customer.morePhones')}
          </button>
        )}
      </div>
      <Duplicates found={duplicates.found} />
    </div>
  )
}
