// Signing in, wherever it is done: afterwards nothing that was read for somebody else is shown.
import { useState } from 'react'
import { useAppDispatch } from '../app/store.ts'
import { windowActions } from '../app/window-slice.ts'
import { coreApi, useCoreCommand } from './api.ts'
import { TAG_TYPES } from './tags.ts'

const LAST = 'repair-counter.last-person'

/** The staff number that signed in last on this computer, to begin with the password. */
export const lastStaffNo = (): string => {
  try {
    return localStorage.getItem(LAST) ?? ''
  } catch {
    return ''
  }
}

const remember = (staffNo: string) => {
  try {
    localStorage.setItem(LAST, staffNo)
  } catch {
    // Then one types it.
  }
}

/** Somebody else sits down: the sign-in screen begins with who. */
export const forgetLast = () => remember('')

/** What the person typed: the PIN or the password. */
export type Secret = Readonly<{ kind: 'pin' | 'password'; text: string }>

export const useSignIn = () => {
  const dispatch = useAppDispatch()
  const login = useCoreCommand('session.login')
  const byPin = useCoreCommand('session.loginWithPin')
  const [kind, setKind] = useState<Secret['kind']>('password')
  const run = async (staffNo: string, secret: Secret) => {
    setKind(secret.kind)
    const outcome =
      secret.kind === 'pin'
        ? await byPin.run({ staffNo, pin: secret.text })
        : await login.run({ staffNo, password: secret.text })
    if (!outcome.ok) return outcome
    remember(outcome.value.staffNo)
    dispatch(coreApi.util.invalidateTags([...TAG_TYPES]))
    dispatch(windowActions.personSignedIn(outcome.value))
    return outcome
  }
  const used = kind === 'pin' ? byPin : login
  const forget = () => {
    login.forget()
    byPin.forget()
  }
  return { run, busy: login.busy || byPin.busy, problem: used.problem, forget }
}

export const useSignInAs = () => {
  const { run } = useSignIn()
  return (staffNo: string, password: string) => run(staffNo, { kind: 'password', text: password })
}
