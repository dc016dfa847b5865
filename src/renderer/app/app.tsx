// Which of the few whole-window stages is on: opening, first run, sign-in, a first password, or the frame.
import { Suspense, lazy, useEffect, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { LockScreen, SignIn } from '#renderer/features/sign-in/index.tsx'
import { newId, useBridge, useCoreQuery, useHost } from '../lib/api.ts'
import { coreMessage } from '../lib/core-message.ts'
import { useIdleLock } from './frame/use-lock.ts'
import { useAppDispatch, useAppSelector } from './store.ts'
import { windowActions } from './window-slice.ts'

// Nobody is kept waiting for them by the sign-in screen: it asks for them while somebody types.
const frame = () => import('./frame/frame.tsx')
const Frame = lazy(() => frame().then((module) => ({ default: module.Frame })))
const FirstRun = lazy(() =>
  import('#renderer/features/first-run/index.tsx').then((feature) => ({ default: feature.FirstRun })),
)
const ChangeFirstPassword = lazy(() =>
  import('#renderer/features/own-password/index.tsx').then((feature) => ({
    default: feature.ChangeFirstPassword,
  })),
)

export const App = () => {
  const shop = useCoreQuery('shop.get', {}, { keepPrevious: true }).value
  const session = useCoreQuery('session.current', {}, { keepPrevious: true }).value
  const { person, lock } = useAppSelector((state) => state.window)
  useSessionOfCore(session)
  useCoreState()
  useTellFirstPicture(shop !== undefined && session !== undefined)
  useFrameAhead(shop !== undefined && session !== undefined)
  if (!shop || !session) return <Opening />
  if (shop.shop === null)
    return (
      <Suspense fallback={<Opening />}>
        <FirstRun />
      </Suspense>
    )
  if (person === null) return <SignIn />
  if (person.mustChangePassword && lock === null)
    return (
      <Suspense fallback={<Opening />}>
        <ChangeFirstPassword />
      </Suspense>
    )
  return (
    <Suspense fallback={<Opening />}>
      <Frame key={person.staffId} covered={lock !== null} />
      {lock === null ? <IdleLock /> : <LockScreen reason={lock} />}
    </Suspense>
  )
}

/** Loads the frame behind the first screen. */
const useFrameAhead = (ready: boolean) => {
  useEffect(() => {
    if (ready) requestIdleCallback(() => void frame())
  }, [ready])
}

const IdleLock = () => {
  useIdleLock()
  return null
}

type Session = ReturnType<typeof useCoreQuery<'session.current'>>['value']

/** The core remembers who sat here over its own restarts; what it says at start and after those counts. */
const useSessionOfCore = (session: Session) => {
  const dispatch = useAppDispatch()
  useEffect(() => {
    if (session === undefined) return
    if (session.person) dispatch(windowActions.personSignedIn(session.person))
    else dispatch(windowActions.locked('signedOut'))
  }, [session, dispatch])
}

/** For a window that was loaded after the last event about the core. */
const useCoreState = () => {
  const { call } = useBridge()
  const dispatch = useAppDispatch()
  useEffect(() => {
    void call('host.coreState', {}).then((reply) => {
      if (reply.ok)
        dispatch(windowActions.coreChanged(reply.value as Parameters<typeof windowActions.coreChanged>[0]))
    })
  }, [call, dispatch])
}

/** Two frames later everything that was drawn is also painted. */
const useTellFirstPicture = (ready: boolean) => {
  const { call } = useBridge()
  useEffect(() => {
    if (!ready) return
    const timer = setTimeout(() => void call('host.snapshotReady', {}, newId()), 400)
    return () => clearTimeout(timer)
  }, [ready, call])
}

/** Nothing for a moment, then one quiet word; if the core cannot start, what to do. */
const Opening = () => {
  const { t, i18n } = useTranslation('frame')
  const { t: common } = useTranslation()
  const core = useAppSelector((state) => state.window.core)
  const host = useHost()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 600)
    return () => clearTimeout(timer)
  }, [])
  if (core.state === 'down')
    return (
      <main className="opening" role="alert">
        <h1>{t('startFailed')}</h1>
        <p>{coreMessage(core.message, i18n.language)}</p>
        <p>{t('strip.down')}</p>
        <Button type="primary" onClick={() => void host('host.retryCore', {})}>
          {common('verb.retry')}
        </Button>
      </main>
    )
  return <main className="opening">{late && <p>{t('starting')}</p>}</main>
}
