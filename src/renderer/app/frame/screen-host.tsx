// Keeps every opened screen as it was left: a hidden one sleeps (no queries, no keys) with all that was typed,
// and gets the focus back where it was.
import { Activity, Suspense, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Loading, PanelBoundary } from '../../components/panel-states.tsx'
import { OrderScreen, SCREENS } from '../screens.tsx'
import { useAppSelector } from '../store.ts'

const NOTHING = {}

export const ScreenHost = () => {
  const active = useAppSelector((state) => state.window.active)
  const opened = useAppSelector((state) => state.window.opened)
  const tabs = useAppSelector((state) => state.window.tabs)
  return (
    <>
      {SCREENS.map(({ name, Component }) => {
        const shown = active.kind === 'screen' && active.name === name
        if (!shown && !opened[name]) return null
        return (
          <Slot key={name} shown={shown}>
            <Component params={opened[name]?.params ?? NOTHING} seq={opened[name]?.seq ?? 0} />
          </Slot>
        )
      })}
      {tabs.map(({ id }) => (
        <Slot key={id} shown={active.kind === 'order' && active.id === id}>
          <OrderScreen id={id} />
        </Slot>
      ))}
    </>
  )
}

const Slot = ({ shown, children }: { shown: boolean; children: ReactNode }) => {
  const lastFocus = useRef<HTMLElement>(null)
  return (
    <Activity mode={shown ? 'visible' : 'hidden'}>
      <div
        className="screen"
        onFocus={(event) => {
          lastFocus.current = event.target
        }}
      >
        <PanelBoundary>
          <Suspense fallback={<Loading rows={8} />}>
            {children}
            <FocusBack last={lastFocus} />
          </Suspense>
        </PanelBoundary>
      </div>
    </Activity>
  )
}

/** Runs each time the screen is shown: back to the last field, else to the one marked `data-autofocus`. */
const FocusBack = ({ last }: { last: React.RefObject<HTMLElement | null> }) => {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const screen = here.current?.closest('.screen')
    if (!screen || screen.contains(document.activeElement)) return
    const wanted =
      last.current?.isConnected === true
        ? last.current
        : screen.querySelector<HTMLElement>('[data-autofocus]')
    const target = wanted ?? document.getElementById('content')
    target?.focus({ preventScroll: wanted === null })
  }, [last])
  return <span ref={here} hidden />
}
