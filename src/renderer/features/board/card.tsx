// One card: which order, which machine, whose, and what was promised. Drawn while scrolling, so it holds no state.
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCard } from '#shared/contract/board.ts'
import type { StateLabel } from '#shared/domain/work-order/labels.ts'
import { DueMark } from '#renderer/features/orders/index.tsx'
import { useFormat } from '../../lib/format.ts'

export type CardProps = Readonly<{
  card: BoardCard
  /** Large, and without the customer. */
  bench: boolean
  /** What its place says already; what it waits for is told where it is something else. Null: never. */
  place: string | null
  /** Under whose name it stands already. */
  inHand?: boolean
}>

export const Card = memo(({ card, bench, place, inHand = false }: CardProps) => {
  const { t } = useTranslation('board')
  const { number, device, customerName, company, reportedFault, primary, reassignRequested } = card
  return (
    <span className="board-card-lines">
      <span className="board-card-line">
        <span className="mono board-card-number">{number}</span>
        {card.important && <i className="icon-flag-filled" role="img" aria-label={t('important')} />}
        {card.starred && <i className="icon-star-filled" role="img" aria-label={t('starred')} />}
      </span>
      <span className="board-card-device" title={device}>
        {device}
      </span>
      <span className="board-card-line">
        <span className="board-card-who" title={bench ? reportedFault : `${customerName} ${company}`}>
          {bench ? reportedFault : customerName}
        </span>
        {reassignRequested ? (
          <span className="board-card-reassign">{t('reassign')}</span>
        ) : (
          <span className="board-card-technician">{inHand ? '' : primary}</span>
        )}
      </span>
      <span className="board-card-line">
        <Promised card={card} />
        {card.urges > 0 && (
          <strong className="board-card-urges num">{t('urges', { count: card.urges })}</strong>
        )}
        <Note card={card} place={place} />
      </span>
    </span>
  )
})
Card.displayName = 'Card'

const Promised = ({ card: { dueAt, stateSince } }: { card: BoardCard }) => {
  const { waits } = useFormat()
  if (dueAt !== null) return <DueMark promised={dueAt} />
  return <span className="board-card-waits num">{waits(stateSince)}</span>
}

/** What else one wants to know: why it rests, when it is back, what it waits for in a column of several. */
const Note = ({ card, place }: { card: BoardCard; place: string | null }) => {
  const { t } = useTranslation('board')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const { suspendReason, backBy, urges } = card
  const label = labels(`stateLabel.${card.label as StateLabel}`)
  const text =
    suspendReason !== ''
      ? suspendReason
      : backBy !== null
        ? t('backBy', { date: local(backBy, 'date').slice(5) })
        : // Beside the urges there is room for it only in a wide card.
          place === null || label === place || (urges > 0 && place !== '')
          ? ''
          : label
  if (text === '') return null
  return (
    <span className="board-card-note" title={text}>
      {text}
    </span>
  )
}
