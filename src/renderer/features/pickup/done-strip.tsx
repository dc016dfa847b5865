// Just handed over: ten seconds to take it back, the slip for what stays, the signed paper to be scanned.
import { useEffect, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { PaperPreview } from '#renderer/components/paper-preview.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { Paid } from '#renderer/features/money/index.tsx'
import { PaidStrip } from '#renderer/features/money/index.tsx'
import { SignedPaper } from './signed-paper.tsx'

export type Done = Readonly<{
  key: string
  visitId: string
  orders: readonly Readonly<{ id: string; number: string }>[]
  who: string
  remaining: number
  /** Signed on paper: it is scanned back afterwards. */
  onPaper: boolean
  /** What was paid with it; taking the hand-over back leaves it paid. */
  paid: Paid | null
}>

const UNDO_SECONDS = 10

const useSecondsLeft = (): number => {
  const [left, setLeft] = useState(UNDO_SECONDS)
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return left
}

export const DoneStrip = ({ done, onGone }: { done: Done; onGone: () => void }) => {
  const { t } = useTranslation('pickup')
  const { notice } = useNav()
  const undo = useCoreCommand('handOver.undo')
  const left = useSecondsLeft()
  const [preview, setPreview] = useState(false)
  const takeBack = async (): Promise<void> => {
    for (const { id } of done.orders) {
      const outcome = await undo.run({ id })
      if (!outcome.ok) return
    }
    notice('good', t('done.undone', { count: done.orders.length }))
    onGone()
  }
  const print = (): void => setPreview(true)
  useShortcuts([
    left > 0 && { keys: 'Ctrl+Z', label: t('done.undo'), run: () => void takeBack() },
    done.remaining > 0 && { keys: 'Ctrl+P', label: t('done.slip'), run: print },
  ])
  return (
    <section className="pickup-done" aria-label={t('done.title')}>
      <p role="status">
        <strong>{t('done.given', { count: done.orders.length, who: done.who })}</strong>{' '}
        {done.remaining > 0 && t('done.remaining', { count: done.remaining })}
      </p>
      {done.paid && <PaidStrip paid={done.paid} />}
      {left > 0 && (
        <Button loading={undo.busy} onClick={() => void takeBack()}>
          {t(done.paid ? 'done.undoOnly' : 'done.undo')} <span className="num">{left}</span>
          <KeyCap keys="Ctrl+Z" />
        </Button>
      )}
      {done.remaining > 0 && (
        <Button type="primary" onClick={print}>
          {t('done.slip')}
          <KeyCap keys="Ctrl+P" />
        </Button>
      )}
      {done.onPaper && <SignedPaper orders={done.orders.map(({ id }) => id)} />}
      <ProblemLine problem={undo.problem} />
      <PaperPreview
        open={preview}
        sheets={[{ paper: 'pickupSlip', subjectId: done.visitId }]}
        onClose={() => setPreview(false)}
      />
    </section>
  )
}
