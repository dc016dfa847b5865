// The frame around every screen: rail, search, work tabs, the screens themselves, strips, status bar.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useScanner } from '../../components/scan.ts'
import { KeyCard } from './key-card.tsx'
import { Notices } from './notices.tsx'
import { Rail } from './rail.tsx'
import { ScreenHost } from './screen-host.tsx'
import { StatusBar } from './status-bar.tsx'
import { Strips } from './strips.tsx'
import { TopBar } from './top-bar.tsx'
import { useFrameKeys } from './use-frame-keys.ts'
import { WorkTabs } from './work-tabs.tsx'
import './frame.css'

/** `covered`: the lock screen lies over it; everything stays, nothing can be reached. */
export const Frame = ({ covered }: { covered: boolean }) => {
  const { t } = useTranslation('frame')
  const lastFocus = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!covered && lastFocus.current?.isConnected === true) lastFocus.current.focus()
  }, [covered])
  return (
    <div
      className="frame"
      onFocus={(event) => {
        lastFocus.current = event.target
      }}
      inert={covered}
      aria-hidden={covered}
    >
      {!covered && <FrameKeys />}
      <a className="skip-link" href="#content" onClick={jumpToContent}>
        {t('skip')}
      </a>
      <Rail />
      <div className="frame-body">
        <header className="frame-top" aria-label={t('top')}>
          <TopBar />
          <WorkTabs />
        </header>
        <Strips />
        <main id="content" className="frame-content" tabIndex={-1}>
          <ScreenHost />
        </main>
        <Notices />
        <StatusBar />
      </div>
      <KeyCard />
    </div>
  )
}

const jumpToContent = (event: React.MouseEvent) => {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

/** A component of its own, so that keys and scanner sleep while the frame is covered. */
const FrameKeys = () => {
  useFrameKeys()
  useScanner()
  return null
}
