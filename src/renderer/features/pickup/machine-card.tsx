// One machine of the visit: whether it goes now, what must go with it, what is in it, and if it is not right.
import { useState } from 'react'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PickupOrder } from '#shared/contract/hand-over.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { Photo } from '#renderer/features/orders/index.tsx'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { StatusChip, chipOf } from '#renderer/components/status-tag.tsx'
import { loose } from '#renderer/lib/i18n.ts'
import type { LooseT } from '#renderer/lib/i18n.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { problemText } from '#renderer/lib/problem-text.ts'
import { Configuration } from './configuration.tsx'
import { FailedAcceptance } from './failed-acceptance.tsx'
import type { Giving } from './giving.ts'

type Props = Readonly<{
  order: PickupOrder
  index: number
  of: number
  giving: Giving
  onChange: (part: Partial<Giving>) => void
}>

/** Things that are out of the house come back by a scan here; what is due is paid here. */
const SOLVED_HERE: ReadonlySet<string> = new Set(['itemsUnaccounted', 'unpaid'])

const whyNot = (order: PickupOrder, t: LooseT): string => {
  const details = { command: 'handOver', state: order.state, number: order.number }
  return problemText({ kind: 'refusal', code: order.problem ?? '', details }, t).what
}

export const MachineCard = ({ order, index, of, giving, onChange }: Props) => {
  const { t } = useTranslation('pickup')
  const { t: labels } = useTranslation('labels')
  const { t: common } = useTranslation()
  const { openOrder } = useNav()
  const [failing, setFailing] = useState(false)
  const chosen = giving.chosen.includes(order.id)
  const possible = order.problem === null || SOLVED_HERE.has(order.problem)
  const choose = (take: boolean): void =>
    onChange({
      chosen: take ? [...giving.chosen, order.id] : giving.chosen.filter((id) => id !== order.id),
      inHand: { ...giving.inHand, [order.id]: take ? ['machine'] : [] },
    })
  return (
    <section
      className={`sheet pickup-machine ${chosen ? 'pickup-chosen' : ''}`}
      aria-label={`${order.device} ${order.number}`}
    >
      <div className="pickup-machine-head">
        <Checkbox
          data-enter-skip
          checked={chosen}
          disabled={!possible}
          onChange={(event) => choose(event.target.checked)}
        >
          {of > 1 && <span className="num faint">{`${index}/${of} `}</span>}
          <b>{order.device}</b>
        </Checkbox>
        <span className="mono faint">{order.serial}</span>
        <StatusChip
          chip={order.label === 'overduePickup' ? 'late' : chipOf(order.state)}
          text={loose(labels)(`stateLabel.${order.label}`)}
        />
        {of > 1 && order.dueFen > 0 && (
          <span>
            {t('due')} <b className="num">{formatYuan(order.dueFen, { sign: '¥' })}</b>
          </span>
        )}
        <span className="stretch" />
        <button type="button" className="link-button mono" onClick={() => openOrder(order.id, order.number)}>
          {order.number}
        </button>
      </div>
      <div className="pickup-machine-body">
        {order.photo !== null && (
          <div className="pickup-photo">
            <Photo hash={order.photo} alt={order.device} />
          </div>
        )}
        <div className="pickup-machine-main">
          {!possible && <p className="pickup-why">{whyNot(order, loose(common))}</p>}
          {chosen && (
            <>
              <DigitPicker
                label={t('things', { device: order.device })}
                multiple
                flow
                options={order.items.map(({ item, kind, name, place }) => ({
                  value: item,
                  label: kind === 'machine' ? t('machine') : name,
                  ...(place.kind === 'lost' ? { disabled: true } : {}),
                  ...(place.kind === 'counter'
                    ? {}
                    : { hint: [labels(`placeKind.${place.kind}`), place.name].filter(Boolean).join(' ') }),
                }))}
                value={giving.inHand[order.id] ?? []}
                onChange={(items) => onChange({ inHand: { ...giving.inHand, [order.id]: items } })}
              />
              {order.loaners.map(({ item, name, code }) => (
                <p key={item} className="pickup-why">
                  {t('loanerOut', { name, code })}
                </p>
              ))}
              <Configuration
                before={order.configuration}
                now={giving.configuration[order.id]}
                onChange={(lines) =>
                  onChange({ configuration: { ...giving.configuration, [order.id]: lines } })
                }
              />
            </>
          )}
          {possible && !failing && (
            <Button data-enter-skip size="small" onClick={() => setFailing(true)}>
              {t('failed.verb')}
            </Button>
          )}
          {failing && <FailedAcceptance order={order} onClose={() => setFailing(false)} />}
        </div>
      </div>
    </section>
  )
}
