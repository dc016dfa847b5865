// How it is paid: what is taken off, one digit a method, amounts that stand until they are changed, change in large
// figures, the rest on account.
import { useEffect, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { PAYMENT_METHODS } from '#shared/domain/money/index.ts'
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { KEYS } from './pay-model.ts'
import type { Rest, Row } from './pay-model.ts'
import type { Pay } from './use-pay.ts'
import './money.css'

type Props = Readonly<{
  pay: Pay
  /** Left out where nothing may be taken off. */
  discount?: boolean
  onAccount?: boolean
  /** Alt and the digit from anywhere; false where these keys are taken. */
  chords?: boolean
}>

const yuan = (fen: number): string => formatYuan(fen, { sign: '¥' })
const ROUNDED = 'rounded'

export const PayFields = ({ pay, discount = true, onAccount = true, chords = true }: Props) => {
  const { t } = useTranslation('money')
  const { paying, sums } = pay
  const small = paying.rounded ? sums.roundingFen : sums.dueFen % 100
  const keys = KEYS.filter((key) => key !== 'onAccount' || onAccount)
  const value = [
    ...KEYS.filter((key) => paying.rest === key || (key !== 'onAccount' && paying.typed[key] !== undefined)),
    ...(paying.rounded ? [ROUNDED] : []),
  ]
  const press = (key: string): void =>
    key === ROUNDED ? pay.patch({ rounded: !paying.rounded }) : pay.choose(key as Rest)
  const offered = [
    ...keys.map((key) => ({ value: key as string, label: t(`method.${key}`) })),
    ...(small > 0
      ? [{ value: ROUNDED, label: t('rounding'), hint: <span className="num">{yuan(-small)}</span> }]
      : []),
  ]
  const [asked, setAsked] = useState(false)
  useShortcuts([
    ...offered.map(
      ({ value: key, label }, index) => chords && { keys: `Alt+${index + 1}`, label, run: () => press(key) },
    ),
    discount && { keys: 'Ctrl+D', label: t('discount'), run: () => setAsked(true) },
  ])
  return (
    <div className="pay-fields">
      <p className="pay-due">
        <span>{t('due')}</span>
        {discount && !asked && (
          <Button type="link" size="small" data-enter-skip onClick={() => setAsked(true)}>
            {t('discount')}
            <KeyCap keys="Ctrl+D" />
          </Button>
        )}
        <span className="pay-stretch" />
        <b className="num" data-pay="due">
          {yuan(sums.dueFen)}
        </b>
      </p>
      {discount && asked && <Discount pay={pay} />}
      {sums.owedBackFen > 0 && (
        <p className="pay-line">
          <span>{t('owedBack')}</span>
          <b className="num">{yuan(sums.owedBackFen)}</b>
        </p>
      )}
      {(sums.dueFen > 0 || paying.rounded) && (
        <DigitPicker
          className="pay-methods"
          label={t('methods')}
          multiple
          flow
          options={offered}
          value={value}
          onChange={(next) => {
            const key = offered.find((one) => next.includes(one.value) !== value.includes(one.value as Rest))
            if (key) press(key.value)
          }}
        />
      )}
      {PAYMENT_METHODS.flatMap((method) => sums.rows.find((row) => row.method === method) ?? []).map(
        (row) => (
          <MethodRow key={row.method} pay={pay} row={row} />
        ),
      )}
      {sums.changeFen !== null && sums.changeFen >= 0 && (
        <p className="pay-due pay-change">
          <span>{t('change')}</span>
          <b className="num" data-pay="change">
            {yuan(sums.changeFen)}
          </b>
        </p>
      )}
      {paying.rest === 'onAccount' && <OnAccount pay={pay} />}
      {sums.openFen > 0 && sums.rows.length > 0 && (
        <p className="pay-line">
          <span>{t('open')}</span>
          <b className="num">{yuan(sums.openFen)}</b>
          {onAccount && (
            <span className="faint">
              <KeyCap keys="6" /> {t('method.onAccount')}
            </span>
          )}
        </p>
      )}
      <div role="alert" className="pay-problem">
        {pay.shown !== null &&
          t(`problem.${pay.shown === 'stillOpen' && !onAccount ? 'stillOpenHere' : pay.shown}`)}
      </div>
    </div>
  )
}

const Discount = ({ pay: { paying, patch } }: { pay: Pay }) => {
  const { t } = useTranslation('money')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={box} className="pay-pair">
      <MoneyInput
        data-no-scan
        aria-label={t('discount')}
        placeholder={t('discount')}
        value={paying.discountFen ?? null}
        onChange={(discountFen) => patch({ discountFen })}
      />
      <Input
        aria-label={t('reason')}
        placeholder={t('reason')}
        maxLength={200}
        value={paying.reason}
        onChange={({ target }) => patch({ reason: target.value })}
      />
    </div>
  )
}

const REFERENCED: ReadonlySet<PaymentMethod> = new Set(['card', 'bank'])

const MethodRow = ({ pay, row: { method, amountFen } }: { pay: Pay; row: Row }) => {
  const { t } = useTranslation('money')
  const name = t(`method.${method}`)
  return (
    <div className="pay-pair" data-pay-method={method}>
      <label className="pay-field">
        <span className="pay-label">{name}</span>
        <MoneyInput
          data-no-scan
          size="large"
          aria-label={t('amountBy', { method: name })}
          value={amountFen}
          onChange={(fen) => pay.type(method, fen)}
        />
      </label>
      {method === 'cash' && (
        <label className="pay-field">
          <span className="pay-label">{t('given')}</span>
          <MoneyInput
            data-no-scan
            size="large"
            aria-label={t('given')}
            value={pay.paying.tenderedFen ?? null}
            onChange={(tenderedFen) => pay.patch({ tenderedFen })}
          />
        </label>
      )}
      {REFERENCED.has(method) && (
        <label className="pay-field">
          <span className="pay-label">{t('reference')}</span>
          <Input
            size="large"
            aria-label={t('reference')}
            maxLength={60}
            value={pay.paying.references[method] ?? ''}
            onChange={({ target }) =>
              pay.patch({ references: { ...pay.paying.references, [method]: target.value } })
            }
          />
        </label>
      )}
    </div>
  )
}

const OnAccount = ({ pay: { paying, sums, patch } }: { pay: Pay }) => {
  const { t } = useTranslation('money')
  return (
    <>
      <p className="pay-line pay-account">
        <span>{t('method.onAccount')}</span>
        <b className="num" data-pay="onAccount">
          {yuan(sums.onAccountFen)}
        </b>
      </p>
      {sums.onAccountFen > 0 && (
        <div className="pay-pair">
          <Input
            aria-label={t('followUpOn')}
            placeholder={t('followUpHint')}
            maxLength={20}
            value={paying.followUpOn}
            onChange={({ target }) => patch({ followUpOn: target.value })}
          />
          <Input
            aria-label={t('words')}
            placeholder={t('words')}
            maxLength={200}
            value={paying.words}
            onChange={({ target }) => patch({ words: target.value })}
          />
        </div>
      )}
    </>
  )
}
