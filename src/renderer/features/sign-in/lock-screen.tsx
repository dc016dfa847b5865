// The lock over the frame: the same person goes on where they were, somebody else gets an empty desk.
import { useRef, useState } from 'react'
import { Button } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { Stage } from '#renderer/components/stage.tsx'
import { useAppDispatch, useAppSelector } from '#renderer/app/store.ts'
import { windowActions } from '#renderer/app/window-slice.ts'
import type { LockReason } from '#renderer/app/window-slice.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useSignIn } from '#renderer/lib/use-sign-in-as.ts'
import { PasswordField } from './password-field.tsx'
import { SignInProblem } from '#renderer/components/sign-in-problem.tsx'

export const LockScreen = ({ reason }: { reason: LockReason }) => {
  const { t } = useTranslation('signIn')
  const dispatch = useAppDispatch()
  const person = useAppSelector((state) => state.window.person)
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const [password, setPassword] = useState('')
  const field = useRef<InputRef>(null)
  const signIn = useSignIn()
  if (!person) return null
  const enter = async () => {
    const outcome = await signIn.run(person.staffNo, password)
    if (!outcome.ok) field.current?.focus({ cursor: 'all' })
  }
  return (
    <div className="lock-cover">
      <Stage title={t('lock.title')} shop={shop?.name} intro={t(`lock.why.${reason}`)}>
        <p className="lock-person">
          <strong>{person.name}</strong>
          <span className="mono">{person.staffNo}</span>
        </p>
        <PasswordField
          label={t('signIn.password')}
          ref={field}
          first
          value={password}
          onChange={setPassword}
          onEnter={() => void enter()}
        />
        <SignInProblem problem={signIn.problem} />
        <Button block type="primary" size="large" loading={signIn.busy} onClick={() => void enter()}>
          {t('signIn.enter')}
        </Button>
        <FirstFocus />
        <div className="lock-other">
          <Button type="link" onClick={() => dispatch(windowActions.personLeft())}>
            {t('lock.other')}
          </Button>
          <span>{t('lock.otherHelp', { name: person.name })}</span>
        </div>
      </Stage>
    </div>
  )
}
