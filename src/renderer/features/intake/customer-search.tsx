// The one field that finds the customer (rule INT-5). Enter takes the first hit, also when it is pressed before the
// answer is there; with no hit it makes a new customer of what was typed. Arrow down goes to the list and its digits.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFind } from '#renderer/app/frame/use-find.ts'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { isEnter } from '#renderer/lib/use-enter-key.ts'
import { CandidateList } from './candidate-list.tsx'
import { candidatesOf, mustChoose } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { useIntake, useSession } from './session.ts'
import { Spot } from './spot.tsx'
import { useCustomerMoves } from './use-customer-moves.ts'

export const CustomerSearch = () => {
  const { t } = useTranslation('intake')
  const { store, focus, typeAhead } = useSession()
  const typed = useIntake(({ form }) => (form.customer.kind === 'none' ? form.customer.typed : ''))
  const [composing, setComposing] = useState(false)
  const pending = useRef(false)
  const found = useFind(typed, !composing)
  const wanted = typed.trim()
  const ready = wanted !== '' && found.text === wanted && !composing
  const candidates = useMemo(() => candidatesOf(ready ? found.hits : []), [ready, found])
  const { take, makeNew } = useCustomerMoves()

  const enter = async (): Promise<void> => {
    pending.current = false
    if (found.problem) return
    const first = candidates[0]
    if (!first) return makeNew(typed)
    if (mustChoose(typed, candidates)) return focus.to('customer.hits')
    await take(first)
  }
  useEffect(() => {
    if (!ready || !pending.current) return
    void enter().finally(typeAhead.release)
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' && ready) {
      event.preventDefault()
      return focus.to('customer.hits')
    }
    if (!isEnter(event) || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (wanted === '') return
    typeAhead.hold()
    if (ready) void enter().finally(typeAhead.release)
    else pending.current = true
  }
  const nothing = ready && candidates.length === 0 && !found.problem
  return (
    <Spot
      path="customer"
      hint={
        nothing ? (
          <>
            {found.wrongCheckCharacter ? t('customer.wrongCheck') : t('customer.nobody')}{' '}
            <kbd className="key-cap">Enter</kbd> {t('customer.makeNew', { text: wanted })}
          </>
        ) : undefined
      }
    >
      {(control) => (
        <>
          <Input
            {...control}
            aria-label={t('customer.search')}
            placeholder={t('customer.placeholder')}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            data-scan-field
            value={typed}
            onChange={(event) => {
              if (pending.current) typeAhead.release()
              pending.current = false
              const text = event.target.value
              store.change('customer', (form) => ({ ...form, customer: { kind: 'none', typed: text } }))
            }}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            onKeyDown={onKeyDown}
          />
          {candidates.length > 0 && (
            <CandidateList
              candidates={candidates}
              choose={mustChoose(typed, candidates)}
              onTake={(one: Candidate) => void take(one)}
              onNew={() => makeNew(typed)}
              typed={wanted}
            />
          )}
          {found.problem && <ProblemLine problem={found.problem} />}
        </>
      )}
    </Spot>
  )
}
