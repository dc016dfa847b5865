// A state at a glance: shape, word and colour together, readable by everybody who sees colours differently.
// antd's own tags fail the contrast we ask for.
import type { StateLabel } from '#shared/domain/work-order/labels.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import { useTranslation } from 'react-i18next'
import './status-tag.css'

export const CHIPS = ['waiting', 'working', 'ready', 'late', 'outside', 'idle'] as const
export type Chip = (typeof CHIPS)[number]

const CHIP_OF = {
  pendingReview: 'waiting',
  pendingBranch: 'waiting',
  accepted: 'waiting',
  pendingDispatch: 'waiting',
  pendingReceive: 'waiting',
  inService: 'working',
  awaitingCustomer: 'waiting',
  awaitingParts: 'waiting',
  repeatService: 'working',
  atVendor: 'outside',
  suspended: 'idle',
  readyForPickup: 'ready',
  pendingSettlement: 'waiting',
  pendingClose: 'waiting',
  cancelRequested: 'waiting',
  closed: 'idle',
  cancelled: 'idle',
} as const satisfies Record<State, Chip>

export const chipOf = (state: State): Chip => CHIP_OF[state]

const Glyph = ({ chip }: { chip: Chip }) => (
  <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true" className="status-glyph">
    {chip === 'waiting' && (
      <>
        <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path d="M6 6V1a5 5 0 0 1 5 5z" fill="currentColor" />
      </>
    )}
    {chip === 'working' && <path d="M2.5 1v10l8-5z" fill="currentColor" />}
    {chip === 'ready' && <path d="M1.5 6.5l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />}
    {chip === 'late' && (
      <path
        d="M6 .5l5.7 10.8H.3zM5.3 4.2h1.4v3.6H5.3zm0 4.5h1.4v1.4H5.3z"
        fill="currentColor"
        fillRule="evenodd"
      />
    )}
    {chip === 'outside' && <path d="M2 10l8-8M4 2h6v6" fill="none" stroke="currentColor" strokeWidth="1.8" />}
    {chip === 'idle' && <path d="M1.5 6h9" stroke="currentColor" strokeWidth="2" />}
  </svg>
)

/** A chip with any words. */
export const StatusChip = ({ chip, text }: { chip: Chip; text: string }) => (
  <span className={`status-tag status-${chip}`}>
    <Glyph chip={chip} />
    {text}
  </span>
)

/**
 * The chip of a work order's state; `label` is the word that the core found for it (`stateLabel`), `late` shows
 * overdue with the same words.
 */
export const StatusTag = ({
  state,
  label = state,
  late = false,
}: {
  state: State
  label?: string
  late?: boolean
}) => {
  const { t } = useTranslation('labels')
  const chip = late || label === 'overduePickup' ? 'late' : chipOf(state)
  return <StatusChip chip={chip} text={t(`stateLabel.${label as StateLabel}`)} />
}
