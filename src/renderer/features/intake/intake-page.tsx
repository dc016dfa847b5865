// The page of one intake: form at the left, what it amounts to and the verbs at the right.
import { Suspense, useCallback, useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useStore } from 'react-redux'
import type { RootState } from '#renderer/app/store.ts'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import { Loading, ProblemLine } from '#renderer/components/panel-states.tsx'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import type { FullSession } from './create-session.ts'
import { CustomerSection } from './customer-section.tsx'
import { DraftsOffer } from './drafts-offer.tsx'
import { MachineCards } from './machine-card.tsx'
import { RepairedStrip, SpotPanel } from './on-the-spot/lazy.tsx'
import { useSpot } from './on-the-spot/use-spot.ts'
import type { Spot } from './on-the-spot/use-spot.ts'
import { RefusedFeePanel } from './refused-fee-panel.tsx'
import { SavedStrip } from './saved-strip.tsx'
import { Summary } from './summary.tsx'
import { useIntakeKeys } from './use-intake-keys.ts'
import { useOpening } from './use-opening.ts'
import { useRound } from './use-round.ts'
import type { Round } from './use-round.ts'
import { Verbs } from './verbs.tsx'
import { picturesIn } from './use-photos.ts'

type PageProps = ScreenProps & Readonly<{ session: FullSession }>

export const IntakePage = ({ session, params, seq }: PageProps) => {
  const round = useRound(session)
  const [refusing, setRefusing] = useState(false)
  useOpening(session, round, params, seq)
  const spot = useSpot(session)
  const onRefuse = useCallback(() => setRefusing(true), [])
  useIntakeKeys(session, round, onRefuse, spot)
  useSavingOnLock(session)
  const walk = useEnterWalk(() => void round.save())
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // What lies over the page is drawn elsewhere, but its keys pass here on their way up.
    if (!event.currentTarget.contains(event.target as Node)) return
    // A key that is held down must not walk through fields that nobody has read.
    if (event.repeat && event.key === 'Enter') return event.preventDefault()
    // With the panel of a repair on the spot beside the form, the key that finishes is the panel's.
    if (!(spot.shown && event.ctrlKey)) walk(event)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter on its way up from the fields
    <div
      className={`intake-body ${spot.shown ? 'intake-body-spot' : ''}`}
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
        <LastSaved round={round} />
        <CustomerSection />
        <MachineCards />
      </div>
      <aside className="intake-side">
        {spot.shown ? (
          <Suspense fallback={<Loading />}>
            <SpotPanel session={session} times={spot.times} onClose={spot.close} onDone={round.onRepaired} />
          </Suspense>
        ) : (
          <Side round={round} refusing={refusing} onRefuse={setRefusing} spot={spot} />
        )}
      </aside>
    </div>
  )
}

type SideProps = Readonly<{
  round: Round
  refusing: boolean
  onRefuse: (refusing: boolean) => void
  spot: Spot
}>

/** What the form amounts to, and its verbs. */
const Side = ({ round, refusing, onRefuse, spot }: SideProps) => (
  <>
    {refusing ? (
      <RefusedFeePanel
        onClose={() => onRefuse(false)}
        onDone={(who) => {
          onRefuse(false)
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
    <Verbs round={round} onRefuse={() => onRefuse(true)} spot={spot} />
  </>
)

const LastSaved = ({ round }: { round: Round }) => {
  const { saved } = round
  const onNext = () => void round.next()
  if (saved === null) return null
  if (saved.kind === 'repaired')
    return (
      <Suspense fallback={null}>
        <RepairedStrip key={saved.repaired.orderId} repaired={saved.repaired} onNext={onNext} />
      </Suspense>
    )
  return (
    <SavedStrip
      key={saved.visit.visitId}
      saved={saved.visit}
      papers={round.papers}
      preview={round.preview}
      onPreview={round.setPreview}
      onNext={onNext}
    />
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
