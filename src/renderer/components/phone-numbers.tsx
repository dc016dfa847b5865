// A customer's numbers. Who sees them masked can ask for them with a reason that is kept; they go again after a
// minute (rule STF-4).
import { useEffect, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Customer } from '#shared/contract/customers.ts'
import { RIGHTS } from '#shared/domain/staff/rights.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { useAppSelector } from '../app/store.ts'
import { useCoreCommand } from '../lib/api.ts'
import { useShortcuts } from '../lib/keys.ts'
import { useEnterKey } from '../lib/use-enter-key.ts'
import { ProblemLine } from './panel-states.tsx'
import './small-parts.css'

const SHOWN_S = 60
const REASONS = ['reasonCall', 'reasonCheck', 'reasonComplaint'] as const
const MAY_REVEAL: readonly Role[] = RIGHTS.revealPhone

type Props = Readonly<{ customer: Pick<Customer, 'id' | 'phones' | 'phonesMasked'>; none: string }>

export const PhoneNumbers = ({ customer, none }: Props) => {
  const { t } = useTranslation('people')
  const roles = useAppSelector((state) => state.window.person?.roles)
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<readonly string[] | null>(null)
  const open = useRef<HTMLButtonElement>(null)
  const mayReveal = customer.phonesMasked && roles?.some((role) => MAY_REVEAL.includes(role)) === true
  const back = () => {
    setAsking(false)
    setShown(null)
    requestAnimationFrame(() => open.current?.focus())
  }
  if (customer.phones.length === 0) return none
  const numbers = shown ?? customer.phones.map(({ display }) => display)
  return (
    <>
      {numbers.map((number) => (
        <span key={number}>{number}</span>
      ))}
      {mayReveal && !asking && shown === null && (
        <button ref={open} type="button" className="link-button" onClick={() => setAsking(true)}>
          {t('phone.show')}
        </button>
      )}
      {asking && (
        <span className="phone-anchor">
          <AskWhy
            id={customer.id}
            onShown={(phones) => {
              setShown(phones)
              setAsking(false)
            }}
            onCancel={back}
          />
        </span>
      )}
      {shown !== null && <HideAgain onHide={back} />}
    </>
  )
}

type AskProps = Readonly<{
  id: string
  onShown: (phones: readonly string[]) => void
  onCancel: () => void
}>

const AskWhy = ({ id, onShown, onCancel }: AskProps) => {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const reveal = useCoreCommand('customer.revealPhone')
  const field = useRef<InputRef>(null)
  const [reason, setReason] = useState('')
  useEffect(() => field.current?.focus(), [])
  useShortcuts([{ keys: 'Escape', label: common('verb.cancel'), run: onCancel }])
  const show = async (given: string) => {
    if (given.trim() === '') return field.current?.focus()
    const outcome = await reveal.run({ id, reason: given.trim().slice(0, 200) })
    if (outcome.ok) onShown(outcome.value.phones)
  }
  return (
    <div className="phone-ask sheet">
      <label htmlFor={`phone-reason-${id}`}>{t('phone.reason')}</label>
      <Input
        ref={field}
        id={`phone-reason-${id}`}
        value={reason}
        maxLength={200}
        placeholder={t('phone.reasonHint')}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={useEnterKey(() => void show(reason))}
      />
      <div className="phone-reasons">
        {REASONS.map((one) => (
          <Button key={one} size="small" onClick={() => void show(t(`phone.${one}`))}>
            {t(`phone.${one}`)}
          </Button>
        ))}
      </div>
      <ProblemLine problem={reveal.problem} />
      <div className="side-line">
        <Button size="small" type="primary" loading={reveal.busy} onClick={() => void show(reason)}>
          {t('phone.showNow')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {common('verb.cancel')}
        </Button>
      </div>
    </div>
  )
}

const HideAgain = ({ onHide }: { onHide: () => void }) => {
  const { t } = useTranslation('people')
  const [left, setLeft] = useState(SHOWN_S)
  const button = useRef<HTMLButtonElement>(null)
  const hide = useRef(onHide)
  useEffect(() => {
    hide.current = onHide
  })
  useEffect(() => {
    button.current?.focus()
    const end = performance.now() + SHOWN_S * 1000
    const timer = setInterval(() => {
      const rest = Math.ceil((end - performance.now()) / 1000)
      if (rest > 0) setLeft(rest)
      else hide.current()
    }, 250)
    return () => clearInterval(timer)
  }, [])
  const locked = useAppSelector((state) => state.window.lock !== null)
  useEffect(() => {
    if (locked) hide.current()
  }, [locked])
  useShortcuts([{ keys: 'Escape', label: t('phone.hide'), run: onHide }])
  return (
    <span className="phone-shown faint num">
      {t('phone.left', { count: left })}{' '}
      <button ref={button} type="button" className="link-button" onClick={onHide}>
        {t('phone.hide')}
      </button>
    </span>
  )
}
