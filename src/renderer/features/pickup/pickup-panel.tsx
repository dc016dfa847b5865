// All machines of a visit and what must go with them at the left; who takes them, signed how, at the right.
import { useEffect, useRef, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useForeignScanTaker, useScanTaker } from '#renderer/components/scan.ts'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { beep } from '#renderer/lib/sounds.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { ApprovalSheet } from '#renderer/features/money/index.tsx'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { CounterPay } from './counter-pay.tsx'
import type { Done } from './done-strip.tsx'
import type { Giving } from './giving.ts'
import { everythingInHand, isSlipOf, startOf, stillMissing } from './giving.ts'
import { MachineCard } from './machine-card.tsx'
import { Proof } from './proof.tsx'
import { useCounterMoney } from './use-counter-money.ts'
import { useHandOver } from './use-hand-over.ts'

export type Panel = Value<'handOver.panel'>

type Props = Readonly<{
  panel: Panel
  /** The code that led here, if it was the slip. */
  slip: string
  /** Opened from this order: it alone is chosen. */
  only: string | null
  onCode: (code: string) => void
  onDone: (done: Done) => void
}>

const startFor = ({ panel, slip, only }: Props): Giving => {
  const mine = only === null ? panel.orders : panel.orders.filter(({ id }) => id === only)
  return startOf(mine, slip)
}

export const PickupPanel = (props: Props) => {
  const { panel, onCode, onDone } = props
  const { t } = useTranslation('pickup')
  const { t: words } = useTranslation('money')
  const [giving, setGiving] = useState(() => startFor(props))
  const patch = (part: Partial<Giving>) => setGiving((old) => ({ ...old, ...part }))
  const form = useRef<HTMLDivElement>(null)
  const money = useCounterMoney(panel, giving)
  const { run, busy, problem, hint, pad, approvals } = useHandOver({ panel, giving, money, onDone })
  const toPay = money.bills.length > 0
  const finish = (): void => void run()
  const missing = stillMissing(panel.orders, giving)
  const all = (): void => {
    patch({ inHand: everythingInHand(panel.orders, giving) })
    form.current?.querySelector<HTMLElement>('.pay-methods')?.focus()
  }
  // A scanner's digits reach the list that has the focus before the scan is known: it is then as it was before them.
  const before = useRef({ giving, at: 0 })
  const beforeScan = (): Giving =>
    performance.now() - before.current.at < A_SCAN_MS ? before.current.giving : giving
  useCounterScans(panel, beforeScan, setGiving, onCode)
  useForeignScanTaker((digits) => {
    if (!toPay || !money.pay.takeCode(digits)) return false
    setGiving(beforeScan())
    return true
  })
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('handOver'), run: finish },
    { keys: 'Ctrl+G', label: t('all'), run: all },
  ])
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('.pickup-machine [role=listbox]')
    ;(first ?? form.current?.querySelector<HTMLElement>('button'))?.focus()
  }, [])
  // Nothing left to count: the next key says how it is paid.
  const counted = missing === 0
  useEffect(() => {
    const active = document.activeElement
    const untouched =
      active === null || active === document.body || active.closest('.pickup-machine') !== null
    if (toPay && counted && untouched) form.current?.querySelector<HTMLElement>('.pay-methods')?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the bill is there
  }, [toPay])
  const walk = useEnterWalk(finish)
  const foot = (
    <>
      <div role="status" className="pickup-missing">
        {hint ?? (missing > 0 ? t('missing', { count: missing }) : '')}
      </div>
      <ProblemLine problem={problem} />
      <Button
        type="primary"
        size="large"
        block
        loading={busy}
        disabled={giving.chosen.length === 0 || money.waits}
        onClick={finish}
      >
        {toPay ? words('payAndPickUp') : t(`verb.${giving.way}`, { count: giving.chosen.length })}
        <KeyCap keys="Ctrl+Enter" />
      </Button>
    </>
  )
  return (
    <div
      className="pickup-panel"
      ref={form}
      role="presentation"
      onKeyDown={walk}
      onKeyDownCapture={({ timeStamp }) => {
        money.pay.watchKeys({ timeStamp })
        const fresh = timeStamp - before.current.at > BETWEEN_KEYS_MS
        before.current = { giving: fresh ? giving : before.current.giving, at: timeStamp }
      }}
    >
      <div className="pickup-machines">
        <p className="pickup-who">
          <b>{panel.customerName}</b> <span className="num selectable">{panel.phone}</span>
          <span className="mono selectable">{panel.visitNumber}</span>
          {panel.broughtBy !== '' && <span>{t('broughtBy', { name: panel.broughtBy })}</span>}
          <span className="stretch" />
          <Button data-enter-skip onClick={all} disabled={missing === 0}>
            {t('all')}
            <KeyCap keys="Ctrl+G" />
          </Button>
        </p>
        {panel.orders.map((order, index) => (
          <MachineCard
            key={order.id}
            order={order}
            index={index + 1}
            of={panel.orders.length}
            giving={giving}
            onChange={patch}
          />
        ))}
      </div>
      <aside className="sheet pickup-proof">
        <div className="pickup-proof-body">
          <Proof panel={panel} giving={giving} onChange={patch} pad={pad} />
        </div>
        {!toPay && (
          <p className="pickup-due">
            <span>{t('due')}</span> <b className="num">{formatYuan(money.dueFen, { sign: '¥' })}</b>
          </p>
        )}
        {money.waits && (
          <p className="pickup-cashier" role="status">
            <b>{words('toCashier')}</b> {words('cashierTakes')}
          </p>
        )}
        {!toPay && foot}
      </aside>
      {toPay && (
        <aside className="sheet pickup-pay" aria-label={words('settle')}>
          <CounterPay money={money} />
          {foot}
        </aside>
      )}
      <ApprovalSheet approvals={approvals} />
    </div>
  )
}

/** People type slower, scanners faster. */
const BETWEEN_KEYS_MS = 100
/** From a scanner's first key to what is made of it. */
const A_SCAN_MS = 1500

/** At the counter a scan counts a thing, shows the slip, or asks for another pick-up. */
const useCounterScans = (
  panel: Panel,
  beforeScan: () => Giving,
  set: (giving: Giving) => void,
  onCode: (code: string) => void,
): void => {
  const { run: move } = useCoreCommand('custody.move')
  useScanTaker(({ digits, barcode }) => {
    if (barcode.kind === 'visit') {
      if (isSlipOf(digits, panel)) {
        set({ ...beforeScan(), slip: digits, lost: false })
        beep('good')
      } else onCode(digits)
      return true
    }
    if (barcode.kind === 'place' || barcode.kind === 'loaner') return false
    const held = panel.orders.flatMap((order) => order.items).find(({ code }) => code === digits)
    if (!held) {
      onCode(digits)
      return true
    }
    const { orderId, item, place } = held
    const giving = beforeScan()
    set({
      ...giving,
      chosen: giving.chosen.includes(orderId) ? giving.chosen : [...giving.chosen, orderId],
      inHand: { ...giving.inHand, [orderId]: [...new Set([...(giving.inHand[orderId] ?? []), item])] },
    })
    beep('good')
    // It was with a technician or a branch by the books: the scan says that it is here.
    if (place.kind === 'technician' || place.kind === 'branch')
      void move({ codes: [digits], to: { kind: 'counter' } })
    return true
  })
}
