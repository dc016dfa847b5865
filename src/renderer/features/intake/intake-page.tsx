// The page of one intake: form at the left, what it amounts to and the verbs at the right.
import { useCallback, useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useStore } from 'react-redux'
import type { RootState } from '#renderer/app/store.ts'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import type { FullSession } from './create-session.ts'
import { CustomerSection } from './customer-section.tsx'
import { DraftsOffer } from './drafts-offer.tsx'
import { MachineCards } from './machine-card.tsx'
import { RefusedFeePanel } from './refused-fee-panel.tsx'
import { SavedStrip } from './saved-strip.tsx'
import { Summary } from './summary.tsx'
import { useIntakeKeys } from './use-intake-keys.ts'
import { useOpening } from './use-opening.ts'
import { useRound } from './use-round.ts'
import { Verbs } from './verbs.tsx'
import { picturesIn } from './use-photos.ts'

type PageProps = ScreenProps & Readonly<{ session: FullSession }>

export const IntakePage = ({ session, params, seq }: PageProps) => {
  const round = useRound(session)
  const [refusing, setRefusing] = useState(false)
  useOpening(session, round, params, seq)
  const onRefuse = useCallback(() => setRefusing(true), [])
  useIntakeKeys(session, round, onRefuse)
  useSavingOnLock(session)
  const walk = useEnterWalk(() => void round.save())
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // What lies over the page is drawn elsewhere, but its keys pass here on their way up.
    if (!event.currentTarget.contains(event.target as Node)) return
    // A key that is held down must not walk through fields that nobody has read.
    if (event.repeat && event.key === 'Enter') return event.preventDefault()
    walk(event)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter on its way up from the fields
    <div
      className="intake-body"
      onKeyDown={onKeyDown}
      onBlur={() => void session.settle()}
      onPaste={(event) => {
        const pictures = picturesIn(event.clipboardData)
        if (pictures.length === 0) return
        event.preventDefault()
        round.addPhotos(pictures)
      }}
    >
      <div className="intake-form">
        {round.saved && (
          <SavedStrip
            key={round.saved.visitId}
            saved={round.saved}
            papers={round.papers}
            preview={round.preview}
            onPreview={round.setPreview}
            onNext={() => void round.next()}
          />
        )}
        <CustomerSection />
        <MachineCards />
      </div>
      <aside className="intake-side">
        {refusing ? (
          <RefusedFeePanel
            onClose={() => setRefusing(false)}
            onDone={(who) => {
              setRefusing(false)
              round.endPolitely(who)
            }}
          />
        ) : (
          <Summary />
        )}
        {!refusing && <DraftsOffer onTake={(draft) => void round.takeBack(draft)} />}
        <ProblemLine problem={round.problem} />
        <span className="visually-hidden" role="status">
          {round.announced}
        </span>
        <Verbs round={round} onRefuse={onRefuse} />
      </aside>
    </div>
  )
}

/** Locking signs out right behind this: what was typed goes to the core first. */
const useSavingOnLock = (session: FullSession): void => {
  const store = useStore<RootState>()
  useEffect(() => {
    let locked = store.getState().window.lock
    return store.subscribe(() => {
      const now = store.getState().window.lock
      if (now === locked) return
      locked = now
      void session.settle()
    })
  }, [store, session])
}
