// The hits under the search field, by digit. Each line says what one wants to know before choosing: name, company,
// telephone, open orders; for the first one also fees that were refused.
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { StatusTag } from '#renderer/components/status-tag.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import type { Candidate } from './candidates.ts'
import { RefusedFees } from './refused-fees.tsx'
import { useSession } from './session.ts'

type CandidateListProps = Readonly<{
  candidates: readonly Candidate[]
  /** One number, several people: say that a choice is wanted. */
  choose: boolean
  typed: string
  onTake: (one: Candidate) => void
  onNew: () => void
}>

const MOST = 8

export const CandidateList = ({ candidates, choose, typed, onTake, onNew }: CandidateListProps) => {
  const { t } = useTranslation('intake')
  const { focus } = useSession()
  const shown = candidates.slice(0, MOST)
  const first = shown[0]?.customerId ?? null
  // Asked while the clerk still reads: the machines are there when Enter comes.
  useCoreQuery('customer.devices', { customerId: first ?? '' }, { skip: first === null })
  useLayoutEffect(() => focus.drawn())
  const options = [
    ...shown.map((one, index) => ({
      value: one.key,
      label: <CandidateLine one={one} fees={index === 0} />,
      ...(index === 0 && !choose ? { hint: <kbd className="key-cap">Enter</kbd> } : {}),
    })),
    { value: 'new', label: t('customer.newOne', { text: typed }) },
  ]
  return (
    <div data-spot="customer.hits" className="candidates">
      {choose && <p className="intake-note">{t('customer.severalPeople')}</p>}
      <DigitPicker
        label={t('customer.hits')}
        options={options}
        value={[]}
        acts
        zero="new"
        onChange={([key]) => {
          const one = shown.find((candidate) => candidate.key === key)
          if (one) onTake(one)
          else onNew()
        }}
      />
      {candidates.length > MOST && (
        <p className="intake-hint">{t('customer.more', { count: candidates.length - MOST })}</p>
      )}
    </div>
  )
}

const CandidateLine = ({ one: { hit, customerId }, fees }: { one: Candidate; fees: boolean }) => {
  const { t } = useTranslation('intake')
  if (hit.kind === 'customer')
    return (
      <span className="candidate">
        <strong>{hit.name}</strong>
        {hit.company !== '' && <span className="candidate-side">{hit.company}</span>}
        <span className="num">{hit.phones.join('  ')}</span>
        {hit.openOrders > 0 && (
          <span className="candidate-open">{t('customer.open', { count: hit.openOrders })}</span>
        )}
        {fees && customerId !== null && <RefusedFees customerId={customerId} brief />}
      </span>
    )
  if (hit.kind === 'device')
    return (
      <span className="candidate">
        <strong>{hit.customerName}</strong>
        <span>{hit.device}</span>
        <span className="mono candidate-side">{hit.serial}</span>
      </span>
    )
  return (
    <span className="candidate">
      <strong>{hit.customerName}</strong>
      <span className="mono">{hit.number}</span>
      <span className="candidate-side">
        {hit.kind === 'order' ? hit.device : hit.orders.map((order) => order.device).join(' / ')}
      </span>
      {hit.kind === 'order' && <StatusTag state={hit.state} />}
    </span>
  )
}
