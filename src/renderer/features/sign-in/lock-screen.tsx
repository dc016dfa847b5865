// The lock over the frame: the same person goes on where they were, somebody else gets an empty desk.
import { useRef, useState } from 'react'
import { Button } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { Stage } from '#renderer/components/stage.tsx'
import { useAppDispatch, useAppSelector } from '#renderer/app/store.ts'
import { windowActions } from '#renderer/app/window-slice.ts'
import type { LockReason } from '#renderer/app/window-slice.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { isRefusal } from '#renderer/lib/problem.ts'
import type { Secret } from '#renderer/lib/use-sign-in-as.ts'
import { forgetLast, useSignIn } from '#renderer/lib/use-sign-in-as.ts'
import { SecretField } from './secret-field.tsx'
import { SignInProblem } from '#renderer/components/sign-in-problem.tsx'

export const LockScreen = ({ reason }: { reason: LockReason }) => {
  const { t } = useTranslation('signIn')
  const dispatch = useAppDispatch()
  const person = useAppSelector((state) => state.window.person)
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const people = useCoreQuery('session.people', {}).value?.people
  const [typedSecret, setSecret] = useState<Secret | null>(null)
  const field = useRef<InputRef>(null)
  const signIn = useSignIn()
  const other = () => {
    forgetLast()
    dispatch(windowActions.personLeft())
  }
  useShortcuts([{ keys: 'F2', label: t('lock.other'), run: other }])
  if (!person) return null
  const mayUsePin = people?.some(({ staffNo, pin }) => staffNo === person.staffNo && pin) === true
  const secret: Secret = typedSecret ?? { kind: mayUsePin ? 'pin' : 'password', text: '' }
  const enter = async () => {
    const outcome = await signIn.run(person.staffNo, secret)
    if (outcome.ok) return
    if (isRefusal(outcome.problem, 'passwordNeeded')) setSecret({ kind: 'password', text: '' })
    field.current?.focus({ cursor: 'all' })
  }
  return (
    <div className="lock-cover">
      <Stage title={t('lock.title')} shop={shop?.name} intro={t(`lock.why.${reason}`)}>
        <p className="lock-person">
          <strong>{person.name}</strong>
          <span className="mono">{person.staffNo}</span>
        </p>
        {people && (
          <>
            <SecretField
              ref={field}
              first
              secret={secret}
              mayUsePin={mayUsePin}
              onChange={setSecret}
              onEnter={() => void enter()}
            />
            <FirstFocus />
          </>
        )}
        <SignInProblem problem={signIn.problem} />
        <Button block type="primary" size="large" loading={signIn.busy} onClick={() => void enter()}>
          {t('signIn.enter')}
        </Button>
        <div className="lock-other">
          <Button type="link" onClick={other}>
            {t('lock.other')}
            <KeyCap keys="F2" />
          </Button>
          <span>{t('lock.otherHelp', { name: person.name })}</span>
        </div>
      </Stage>
    </div>
  )
}
