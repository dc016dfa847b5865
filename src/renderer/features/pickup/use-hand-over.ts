// From the filled form to machines that went home: the signature is stored first, then everything at once.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId, useCoreCommand } from '#renderer/lib/api.ts'
import type { Done } from './done-strip.tsx'
import type { Giving } from './giving.ts'
import { deliverParams, pickUpParams } from './giving.ts'
import type { Panel } from './pickup-panel.tsx'
import { useSignature } from './use-signature.ts'

export const useHandOver = (panel: Panel, giving: Giving, onDone: (done: Done) => void) => {
  const { t } = useTranslation('pickup')
  const handOver = useCoreCommand('handOver.handOver')
  const deliver = useCoreCommand('handOver.deliver')
  const signature = useSignature()
  const [hint, setHint] = useState<string>()

  const run = async (): Promise<void> => {
    setHint(undefined)
    signature.forget()
    if (giving.chosen.length === 0) return
    if (giving.lost && giving.photo === '') return setHint(t('lost.photoMissing'))
    if (giving.lost && giving.second === '') return setHint(t('lost.secondMissing'))
    const hash = await signature.take(giving.way === 'courier' ? 'paper' : giving.signOn)
    if (hash === undefined) return
    const orders = panel.orders.filter(({ id }) => giving.chosen.includes(id))
    const done = (remaining: number): void =>
      onDone({
        key: newId(),
        visitId: panel.visitId,
        orders: orders.map(({ id, number }) => ({ id, number })),
        who: giving.by === 'proxy' ? giving.name : panel.customerName,
        remaining,
        onPaper: giving.way !== 'courier' && giving.signOn === 'paper',
      })
    if (giving.way === 'counter') {
      const outcome = await handOver.run(pickUpParams(panel.orders, giving, hash))
      if (outcome.ok) done(outcome.value.remaining)
      return
    }
    for (const order of orders) {
      const outcome = await deliver.run(deliverParams(order, giving, hash))
      if (!outcome.ok) return
    }
    done(0)
  }
  return {
    run,
    busy: handOver.busy || deliver.busy || signature.busy,
    problem: handOver.problem ?? deliver.problem ?? signature.problem,
    hint: hint ?? signature.missing,
    pad: signature.pad,
  }
}
