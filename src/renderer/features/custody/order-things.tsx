// Where the things of one order are: its machine, accessories and loaners; a scanned shelf takes the chosen ones.
import { useState } from 'react'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HeldItem } from '#shared/contract/custody.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { useAppSelector } from '#renderer/app/store.ts'
import { usePlaceWords } from '../../components/place-words.ts'
import { QueryPanel } from '../../components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { loose } from '../../lib/i18n.ts'
import { problemLine } from '../../lib/problem-text.ts'
import { beep } from '../../lib/sounds.ts'
import { LostForm } from './lost-form.tsx'
import { MovesList } from './moves-list.tsx'
import { OrderLoaners } from './order-loaners.tsx'
import { ScanField } from './scan-field.tsx'
import type { Said } from './use-scans.ts'
import '../../components/small-parts.css'
import './custody.css'

type Props = Readonly<{ order: OrderDetail }>

export const OrderThings = ({ order }: Props) => {
  const { t } = useTranslation('custody')
  const answer = useCoreQuery('custody.ofOrder', { id: order.id }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer}>
      {({ items, moves }) => (
        <div className="custody-order">
          <Things order={order} items={items} />
          <div className="custody-side">
            <OrderLoaners order={order} items={items} />
            <section className="sheet custody-list" aria-label={t('order.moves')}>
              <h2>{t('order.moves')}</h2>
              <MovesList items={items} moves={moves} />
            </section>
          </div>
        </div>
      )}
    </QueryPanel>
  )
}

const Things = ({ order, items }: Props & { items: readonly HeldItem[] }) => {
  const { t } = useTranslation('custody')
  const move = useCoreCommand('custody.move')
  const placeWords = usePlaceWords()
  const isManager = useAppSelector((state) =>
    may('manageShop').some((role) => state.window.person?.roles.includes(role)),
  )
  const own = items.filter(({ kind }) => kind !== 'loaner')
  // Remembered by what was left out, so that everything is chosen at first.
  const [left, setLeft] = useState<readonly string[]>([])
  const [said, setSaid] = useState<Said | null>(null)
  const [losing, setLosing] = useState<HeldItem | null>(null)
  const chosen = own.filter(({ item }) => !left.includes(item))
  const say = (tone: Said['tone'], text: string) => {
    beep(tone)
    setSaid((before) => ({ tone, text, seq: (before?.seq ?? 0) + 1 }))
  }
  const put = async (code: string) => {
    if (chosen.length === 0) return
    const outcome = await move.run({ codes: chosen.map((one) => one.code), to: { code } })
    if (!outcome.ok) return say('bad', problemLine(outcome.problem, loose(t)))
    const { moved, place } = outcome.value
    const words = { count: moved, place: placeWords(place) }
    say('good', moved === 0 ? t('scan.movedNone', words) : t('scan.moved', words))
  }
  return (
    <section className="sheet custody-sheet" aria-label={t('order.things')}>
      <ScanField
        label={t('order.moveTo')}
        hint={t('order.moveTo')}
        said={said}
        onCode={(code) => void put(code)}
      />
      <div className="custody-scroll">
        <table className="custody-table">
          <thead>
            <tr>
              <th scope="col">{t('order.thing')}</th>
              <th scope="col">{t('order.place')}</th>
              <th scope="col">{t('order.since')}</th>
              {isManager && (
                <th scope="col">
                  <span className="visually-hidden">{t('settings.actions')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {own.map((item) => (
              <ThingRow
                key={item.item}
                item={item}
                chosen={!left.includes(item.item)}
                onChosen={(now) =>
                  setLeft(now ? left.filter((one) => one !== item.item) : [...left, item.item])
                }
                onLost={isManager ? () => setLosing(item) : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {losing && <LostForm orderId={order.id} item={losing} onClose={() => setLosing(null)} />}
    </section>
  )
}

type RowProps = Readonly<{
  item: HeldItem
  chosen: boolean
  onChosen: (chosen: boolean) => void
  onLost: (() => void) | null
}>

const ThingRow = ({ item, chosen, onChosen, onLost }: RowProps) => {
  const { t } = useTranslation('custody')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const placeWords = usePlaceWords()
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('order.choose', { name: item.name })}
          checked={chosen}
          onChange={({ target }) => onChosen(target.checked)}
        >
          <b>{item.name}</b> <span className="faint">{labels(`itemKind.${item.kind}`)}</span>
        </Checkbox>
      </td>
      <td className="custody-now">{placeWords(item.place)}</td>
      <td className="num faint">
        {local(item.since)} {item.who}
      </td>
      {onLost && (
        <td className="custody-verbs">
          {item.place.kind !== 'lost' && (
            <Button size="small" type="link" aria-label={`${t('order.lost')} ${item.name}`} onClick={onLost}>
              {t('order.lost')}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}
