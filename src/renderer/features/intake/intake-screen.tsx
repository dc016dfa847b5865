// Intake (ux: one page, keyboard alone): from the machine on the counter to the printed slip.
import { useEffect, useRef, useState } from 'react'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import { useAppSelector } from '#renderer/app/store.ts'
import { useBridge } from '#renderer/lib/api.ts'
import { createSession } from './create-session.ts'
import { IntakePage } from './intake-page.tsx'
import { SessionProvider } from './session.ts'
import './intake.css'

/** Somebody else at the same desk gets a form of his own; this one waits among its owner's drafts. */
export const IntakeScreen = (props: ScreenProps) => {
  const staffId = useAppSelector((state) => state.window.person?.staffId)
  return <OwnIntake key={staffId} {...props} />
}

const OwnIntake = (props: ScreenProps) => {
  const bridge = useBridge()
  const root = useRef<HTMLDivElement>(null)
  const [session] = useState(() => createSession(bridge, () => root.current))
  useEffect(() => {
    // Keeps what was typed when the screen is put away, the window is locked, or the program ends.
    const stop = bridge.listen((event) => {
      if (event.type === 'quitting' || (event.type === 'core' && event.state === 'up')) void session.settle()
    })
    const leave = () => void session.settle()
    window.addEventListener('pagehide', leave)
    window.addEventListener('blur', leave)
    return () => {
      stop()
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('blur', leave)
      leave()
      session.typeAhead.drop()
    }
  }, [bridge, session])
  return (
    <SessionProvider value={session}>
      <div ref={root} className="intake">
        <IntakePage session={session} {...props} />
      </div>
    </SessionProvider>
  )
}
