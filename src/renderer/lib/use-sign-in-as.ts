// Signing in, wherever it is done: afterwards nothing that was read for somebody else is shown.
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

export const useSignIn = () => {
  const dispatch = useAppDispatch()
  const login = useCoreCommand('session.login')
  const run = async (staffNo: string, password: string) => {
    const outcome = await login.run({ staffNo, password })
    if (!outcome.ok) return outcome
    remember(outcome.value.staffNo)
    dispatch(coreApi.util.invalidateTags([...TAG_TYPES]))
    dispatch(windowActions.personSignedIn(outcome.value))
    return outcome
  }
  return { run, busy: login.busy, problem: login.problem, forget: login.forget }
}

export const useSignInAs = () => useSignIn().run
