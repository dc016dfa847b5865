// The one field that finds the customer (rule INT-5). Enter takes the first hit, also when it is pressed before the
// answer is there; with no hit it makes a new customer of what was typed. Arrow down goes to the list and its digits.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFind } from '#renderer/app/frame/use-find.ts'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { digitOf } from '#renderer/lib/ime.ts'
import { isEnter } from '#renderer/lib/use-enter-key.ts'
import { CandidateList } from './candidate-list.tsx'
import { candidatesOf, mustChoose } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { useIntake, useSession } from './session.ts'
import { Spot } from './spot.tsx'
import { useCustomerMoves } from './use-customer-moves.ts'

export const CustomerSearch = () => {
  const { t } = useTranslation('intake')
  const { store, focus, early } = useSession()
  const typed = useIntake(({ form }) => (form.customer.kind === 'none' ? form.customer.typed : ''))
  const [composing, setComposing] = useState(false)
  const pending = useRef(false)
  const found = useFind(typed, !composing)
  const wanted = typed.trim()
  const ready = wanted !== '' && found.text === wanted && !composing
  const candidates = useMemo(() => candidatesOf(ready ? found.hits : []), [ready, found])
  const { take, makeNew } = useCustomerMoves()

  const enter = (): void => {
    pending.current = false
    if (found.problem) return
    const first = candidates[0]
    if (!first) {
      const rest = early.digit === null ? '' : String(early.digit)
      early.digit = null
      return makeNew(typed + rest)
    }
    if (mustChoose(typed, candidates)) return focus.to('customer.hits')
    void take(first)
  }
  useEffect(() => {
    if (ready && pending.current) enter()
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' && ready) {
      event.preventDefault()
      return focus.to('customer.hits')
    }
    // Enter was pressed before the answer came: this digit is meant for the machines that it will bring.
    const digit = pending.current ? digitOf(event.nativeEvent) : null
    if (digit !== null) {
      event.preventDefault()
      early.digit = digit
      return
    }
    if (!isEnter(event) || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (wanted === '') return
    if (ready) enter()
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
