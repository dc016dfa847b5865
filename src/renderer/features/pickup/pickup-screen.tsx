// The pick-up: reached by the slip from anywhere, by an order, or by a code typed here; until then, what nobody
// came for.
import { useEffect, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import type { Params } from '#shared/contract/index.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { useScanTaker } from '#renderer/components/scan.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useEnterKey } from '#renderer/lib/use-enter-key.ts'
import type { ScreenParams } from '#renderer/app/window-slice.ts'
import type { Done } from './done-strip.tsx'
import { DoneStrip } from './done-strip.tsx'
import { isSlipOf } from './giving.ts'
import { PickupPanel } from './pickup-panel.tsx'
import { Unclaimed } from './unclaimed.tsx'
import './pickup.css'

type Target = Params<'handOver.panel'>

const targetOf = (params: ScreenParams): Target | null => {
  if (typeof params['code'] === 'string') return { code: params['code'] }
  if (typeof params['orderId'] === 'string') return { orderId: params['orderId'] }
  return typeof params['visitId'] === 'string' ? { visitId: params['visitId'] } : null
}

export const PickupScreen = ({ params, seq }: ScreenProps) => {
  const { t } = useTranslation('pickup')
  const [target, setTarget] = useState<Target | null>(targetOf(params))
  const [done, setDone] = useState<Done | null>(null)
  const [heard, setHeard] = useState(seq)
  if (seq !== heard) {
    setHeard(seq)
    const asked = targetOf(params)
    if (asked) setTarget(asked)
  }
  const go = (next: Target | null): void => {
    setTarget(next)
    if (next) setDone(null)
  }
  useShortcuts([target !== null && { keys: 'Escape', label: t('another'), run: () => go(null) }])
  return (
    <div className="pickup">
      <Reach target={target} onTarget={go} />
      {done && <DoneStrip key={done.key} done={done} onGone={() => setDone(null)} />}
      {target === null ? (
        <>
          <OtherScans onCode={(code) => go({ code })} />
          <Unclaimed onOpen={(orderId) => go({ orderId })} />
        </>
      ) : (
        <Found
          key={JSON.stringify(target)}
          target={target}
          onTarget={go}
          onDone={(one) => {
            setTarget(null)
            setDone(one)
          }}
        />
      )}
    </div>
  )
}

const OtherScans = ({ onCode }: { onCode: (code: string) => void }) => {
  useScanTaker(({ digits }) => {
    onCode(digits)
    return true
  })
  return null
}

type ReachProps = Readonly<{ target: Target | null; onTarget: (target: Target | null) => void }>

const Reach = ({ target, onTarget }: ReachProps) => {
  const { t } = useTranslation('pickup')
  const [text, setText] = useState('')
  const field = useRef<InputRef>(null)
  useEffect(() => {
    if (target === null) field.current?.focus()
  }, [target])
  const reach = (): void => {
    if (text.trim() === '') return
    onTarget({ code: text.trim() })
    setText('')
  }
  const onKeyDown = useEnterKey(reach)
  useShortcuts([{ keys: 'Ctrl+F', label: t('reach'), run: () => field.current?.focus() }])
  return (
    <header className="pickup-head">
      <h1>{t('title')}</h1>
      <Input
        ref={field}
        className="pickup-reach"
        aria-label={t('reach')}
        placeholder={t('reachHint')}
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {target !== null && (
        <Button onClick={() => onTarget(null)}>
          {t('another')}
          <KeyCap keys="Esc" />
        </Button>
      )}
    </header>
  )
}

type FoundProps = Readonly<{
  target: Target
  onTarget: (target: Target | null) => void
  onDone: (done: Done) => void
}>

const Found = ({ target, onTarget, onDone }: FoundProps) => {
  const answer = useCoreQuery('handOver.panel', target, { keepPrevious: true })
  if (answer.value === undefined && answer.problem?.kind === 'refusal')
    return (
      <div className="sheet pickup-problem">
        <ProblemLine problem={answer.problem} />
        <OtherScans onCode={(code) => onTarget({ code })} />
      </div>
    )
  return (
    <QueryPanel answer={answer} rows={8}>
      {(panel) => (
        <PickupPanel
          key={panel.visitId}
          panel={panel}
          slip={target.code !== undefined && isSlipOf(target.code, panel) ? target.code : ''}
          only={target.orderId ?? null}
          onCode={(code) => onTarget({ code })}
          onDone={onDone}
        />
      )}
    </QueryPanel>
  )
}
