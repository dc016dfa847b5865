// From the filled form to machines that went home: the signature is stored first, then everything at once, with what is
// due for them in the same command.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paid } from '#renderer/features/money/index.tsx'
import { useApprovals, withoutApproval } from '#renderer/features/money/index.tsx'
import { newId, useCoreCommand } from '#renderer/lib/api.ts'
import type { Done } from './done-strip.tsx'
import type { Giving } from './giving.ts'
import { deliverParams, pickUpParams } from './giving.ts'
import type { Panel } from './pickup-panel.tsx'
import type { CounterMoney } from './use-counter-money.ts'
import { useSignature } from './use-signature.ts'

type Needs = Readonly<{ panel: Panel; giving: Giving; money: CounterMoney; onDone: (done: Done) => void }>

export const useHandOver = ({ panel, giving, money, onDone }: Needs) => {
  const { t } = useTranslation('pickup')
  const handOver = useCoreCommand('handOver.handOver')
  const payAndPickUp = useCoreCommand('settlement.payAndPickUp')
  const deliver = useCoreCommand('handOver.deliver')
  const approvals = useApprovals()
  const signature = useSignature()
  const [hint, setHint] = useState<string>()
  // From the first key to the answer: a second one adds nothing.
  const running = useRef(false)
  const orders = panel.orders.filter(({ id }) => giving.chosen.includes(id))

  const done = (remaining: number, paid: Paid | null): void =>
    onDone({
      key: newId(),
      visitId: panel.visitId,
      orders: orders.map(({ id, number }) => ({ id, number })),
      who: giving.by === 'proxy' ? giving.name : panel.customerName,
      remaining,
      onPaper: giving.way !== 'courier' && giving.signOn === 'paper',
      paid,
    })

  const atCounter = async (hash: string | null): Promise<void> => {
    const pickup = pickUpParams(panel.orders, giving, hash)
    if (money.bills.length === 0) {
      const outcome = await handOver.run(pickup)
      if (outcome.ok) done(outcome.value.remaining, null)
      return
    }
    const settled = new Set(money.bills.map(({ id }) => id))
    const outcome = await approvals.run((tokens) =>
      payAndPickUp.run({
        settlement: { ...money.pay.params(), approvals: tokens },
        pickup: {
          ...pickup,
          // Settling moves the order on: its version is looked at there.
          orders: pickup.orders.map(({ ver, ...order }) =>
            settled.has(order.id) || ver === undefined ? order : { ...order, ver },
          ),
        },
      }),
    )
    if (outcome === null) setHint(t('notApproved'))
    else if (outcome.ok) done(outcome.value.pickup.remaining, outcome.value.settlement)
  }

  const act = async (): Promise<void> => {
    setHint(undefined)
    signature.forget()
    if (orders.length === 0 || !money.ready || money.waits) return
    if (giving.lost && giving.photo === '') return setHint(t('lost.photoMissing'))
    if (giving.lost && giving.second === '') return setHint(t('lost.secondMissing'))
    if (giving.way === 'counter' && money.bills.length > 0 && !money.pay.check()) return
    const hash = await signature.take(giving.way === 'courier' ? 'paper' : giving.signOn)
    if (hash === undefined) return
    if (giving.way === 'counter') return atCounter(hash)
    for (const order of orders) {
      const outcome = await deliver.run(deliverParams(order, giving, hash))
      if (!outcome.ok) return
    }
    done(0, null)
  }
  const run = async (): Promise<void> => {
    if (running.current) return
    running.current = true
    await act().finally(() => (running.current = false))
  }
  return {
    run,
    approvals,
    busy: handOver.busy || payAndPickUp.busy || deliver.busy || signature.busy,
    problem:
      handOver.problem ?? withoutApproval(payAndPickUp.problem) ?? deliver.problem ?? signature.problem,
    hint: hint ?? signature.missing,
    pad: signature.pad,
  }
}
