// Signing in: who by number or initials, then PIN or password. The last person of this computer is already chosen.
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button, Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { Stage } from '#renderer/components/stage.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { isImeKey } from '#renderer/lib/ime.ts'
import { isEnter } from '#renderer/lib/use-enter-key.ts'
import { isRefusal } from '#renderer/lib/problem.ts'
import type { Secret } from '#renderer/lib/use-sign-in-as.ts'
import { lastStaffNo, useSignIn } from '#renderer/lib/use-sign-in-as.ts'
import { peopleFor, staffNoOf } from './people.ts'
import type { PersonHere } from './people.ts'
import { SecretField } from './secret-field.tsx'
import { SignInProblem } from '#renderer/components/sign-in-problem.tsx'

export const SignIn = () => {
  const { t } = useTranslation('signIn')
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const people = useCoreQuery('session.people', {}).value?.people
  return (
    <Stage title={t('signIn.title')} shop={shop?.name}>
      {people && <SignInForm people={people} />}
    </Stage>
  )
}

const SignInForm = ({ people }: { people: readonly PersonHere[] }) => {
  const { t } = useTranslation('signIn')
  const last = people.find((person) => person.staffNo === lastStaffNo())
  const [typed, setTyped] = useState(last?.staffNo ?? '')
  const [at, setAt] = useState(last ? 0 : -1)
  const [typedSecret, setSecret] = useState<Secret | null>(null)
  const passwordField = useRef<InputRef>(null)
  const whoField = useRef<InputRef>(null)
  const id = useId()
  const signIn = useSignIn()
  const fits = peopleFor(people, typed)
  const marked = at >= 0 ? Math.min(at, fits.length - 1) : fits.length === 1 ? 0 : -1
  const staffNo = staffNoOf(fits, marked, typed)
  const mayUsePin = people.find((person) => person.staffNo === staffNo)?.pin === true
  // Whoever has a PIN here begins with it; what was typed for somebody else does not stay.
  const secret: Secret =
    typedSecret !== null && (mayUsePin || typedSecret.kind === 'password')
      ? typedSecret
      : { kind: mayUsePin ? 'pin' : 'password', text: '' }

  const enter = async () => {
    if (staffNo === '') return whoField.current?.focus()
    const outcome = await signIn.run(staffNo, secret)
    if (outcome.ok) return
    if (isRefusal(outcome.problem, 'passwordNeeded')) setSecret({ kind: 'password', text: '' })
    passwordField.current?.focus({ cursor: 'all' })
  }
  const onWhoKey = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && fits.length > 0) {
      setAt((marked + step + fits.length) % fits.length)
      setSecret(null)
    } else if (isEnter(event)) passwordField.current?.focus()
    else return
    event.preventDefault()
  }
  const take = (index: number) => {
    setAt(index)
    setSecret(null)
    passwordField.current?.focus()
  }
  return (
    <div>
      <label className="stage-label" htmlFor={`${id}-who`}>
        {t('signIn.who')}
      </label>
      <Input
        id={`${id}-who`}
        ref={whoField}
        size="large"
        data-autofocus={last ? undefined : true}
        autoComplete="off"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-people`}
        aria-activedescendant={marked >= 0 ? `${id}-${marked}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(-1)
          setSecret(null)
          signIn.forget()
        }}
        onKeyDown={onWhoKey}
      />
      <People id={id} people={fits} marked={marked} take={take} />
      <SecretField
        ref={passwordField}
        first={last !== undefined}
        secret={secret}
        mayUsePin={mayUsePin}
        onChange={setSecret}
        onEnter={() => void enter()}
      />
      <SignInProblem problem={signIn.problem} />
      <Button block type="primary" size="large" loading={signIn.busy} onClick={() => void enter()}>
        {t('signIn.enter')}
      </Button>
      <FirstFocus />
    </div>
  )
}

type PeopleProps = Readonly<{
  id: string
  people: readonly PersonHere[]
  marked: number
  take: (index: number) => void
}>

const People = ({ id, people, marked, take }: PeopleProps) => {
  const { t } = useTranslation('signIn')
  return (
    <div className="people">
      {people.length === 0 && <p className="people-none">{t('signIn.nobody')}</p>}
      <div id={`${id}-people`} role="listbox" aria-label={t('signIn.people')} tabIndex={-1}>
        {people.map((person, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keys
          <div
            key={person.staffNo}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className="people-row"
            onClick={() => take(index)}
          >
            <span className="mono">{person.staffNo}</span>
            <span>{person.name}</span>
            <span className="people-initials">{person.initials.split(/\s+/)[0]}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
