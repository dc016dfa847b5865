// Every move of the things of an order, the newest first.
import { useTranslation } from 'react-i18next'
import type { HeldItem } from '#shared/contract/custody.ts'
import type { Value } from '#shared/contract/index.ts'
import { kindOfItem } from '#shared/domain/custody/index.ts'
import { Empty } from '../../components/panel-states.tsx'
import { usePlaceWords } from '../../components/place-words.ts'
import { useFormat } from '../../lib/format.ts'

type Props = Readonly<{ items: readonly HeldItem[]; moves: Value<'custody.ofOrder'>['moves'] }>

export const MovesList = ({ items, moves }: Props) => {
  const { t } = useTranslation('custody')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const placeWords = usePlaceWords()
  if (moves.length === 0) return <Empty why={t('order.noMoves')} />
  // A loaner that is back is no longer among the things.
  const nameOf = (item: string) =>
    items.find((one) => one.item === item)?.name ?? labels(`itemKind.${kindOfItem(item)}`)
  return (
    <ol className="custody-moves" aria-label={t('order.moves')}>
      {moves.map((move) => (
        <li key={`${move.at} ${move.item} ${move.to.kind}`}>
          <p className="faint">
            <time className="num">{local(move.at)}</time> {move.who}
          </p>
          <p>
            <b>{nameOf(move.item)}</b> {placeWords(move.from)} <span aria-hidden="true">→</span>{' '}
            <span className="custody-now">{placeWords(move.to)}</span>
            {move.remark !== '' && <span className="faint"> {move.remark}</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
