// What was written down at intake, with photos and the passcode; amended in place (rule INT-15).
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { SimilarFixes } from '#renderer/features/knowledge/index.tsx'
import { AmendForm } from '../amend/amend-form.tsx'
import { IntakeFacts } from './intake-facts.tsx'
import type { SectionProps } from './order-screen.tsx'
import { Passcode } from './passcode.tsx'
import { Photos } from '../photos/photos.tsx'

export const IntakeSection = ({ order, ask }: SectionProps) => {
  const { t } = useTranslation('orders')
  const [amending, setAmending] = useState(false)
  const [heard, setHeard] = useState(0)
  if (ask.turn !== heard) {
    setHeard(ask.turn)
    if (ask.what === 'amend' && !isFinal(order.state)) setAmending(true)
  }
  return (
    <div className="order-intake">
      <div
        className="intake-facts sheet"
        role="region"
        aria-label={t('section.intake')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabIndex={0}
      >
        {amending ? (
          <AmendForm order={order} onClose={() => setAmending(false)} />
        ) : (
          <IntakeFacts order={order} />
        )}
      </div>
      <div className="order-intake-side">
        <SimilarFixes orderId={order.id} />
        <Photos order={order} askTurn={ask.what === 'photo' ? ask.turn : 0} />
        <Passcode order={order} />
      </div>
    </div>
  )
}
