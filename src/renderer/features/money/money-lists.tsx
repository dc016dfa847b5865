// The money of an order in figures and as lists: who, when, by whom approved, what took it back.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/kernel/money.ts'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useFormat } from '#renderer/lib/format.ts'
import type { OrderMoney } from './money-section.tsx'

type Props = Readonly<{ money: OrderMoney }>

const yuan = (fen: number): string => formatYuan(fen, { sign: '¥' })

export const MoneyFacts = ({ money }: Props) => {
  const { t } = useTranslation('money')
  const { dueFen, chargedFen, discountFen, collectedFen, settledAmountFen, owesFen, depositFen } = money
  const figures = [
    ['due', Math.max(0, dueFen), dueFen > 0],
    ['charged', chargedFen, false],
    ['discounts', discountFen, false],
    ['collected', collectedFen, false],
    ['confirmed', settledAmountFen, false],
    ['owes', owesFen, owesFen > 0 && money.settled !== 'no'],
    ['deposit', depositFen, false],
  ] as const
  return (
    <section className="sheet money-facts" aria-label={t('facts')}>
      <p className="money-state">
        <StatusChip
          chip={money.settled === 'no' ? (dueFen > 0 ? 'waiting' : 'idle') : 'ready'}
          text={t(`settled.${money.settled === 'no' && dueFen === 0 ? 'nothing' : money.settled}`)}
        />
      </p>
      <dl>
        {figures
          .filter(
            ([name, fen]) => fen !== 0 || name === 'due' || name === 'collected' || name === 'confirmed',
          )
          .map(([name, fen, strong]) => (
            <div key={name} className={strong ? 'money-strong' : ''}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd className="num" data-fact={name}>
                {yuan(fen)}
              </dd>
            </div>
          ))}
        {money.costFen !== null && money.grossProfitFen !== null && (
          <>
            <div>
              <dt>{t('fact.cost')}</dt>
              <dd className="num">{yuan(money.costFen)}</dd>
            </div>
            <div>
              <dt>{t('fact.profit')}</dt>
              <dd className="num">{yuan(money.grossProfitFen)}</dd>
            </div>
          </>
        )}
      </dl>
    </section>
  )
}

export const Settlements = ({ money: { settlements } }: Props) => {
  const { t } = useTranslation('money')
  const { local } = useFormat()
  if (settlements.length === 0) return null
  return (
    <Group title={t('settlements')}>
      {settlements.toReversed().map((one) => {
        const parts = (
          [
            ['storage', one.storeFeeFen],
            ['discount', -one.discountFen],
            ['rounding', -one.roundingFen],
            ['depositOff', -one.depositFen],
            ['paid', one.paidFen],
            ['onAccount', one.onAccountFen],
          ] as const
        ).filter(([, fen]) => fen !== 0)
        return (
          <li key={one.id} className={one.reversedBy === null ? '' : 'money-gone'}>
            <div className="money-row">
              <span className="mono selectable">{one.number}</span>
              <span className="num faint">{local(one.at)}</span>
              <span>{one.who}</span>
              {one.approvedBy !== '' && (
                <span className="faint">{t('approvedBy', { who: one.approvedBy })}</span>
              )}
              {one.reverses !== null && <StatusChip chip="late" text={t('isReversal')} />}
              {one.reversedBy !== null && <StatusChip chip="idle" text={t('wasReversed')} />}
              <span className="stretch" />
              <b className="num">{yuan(one.chargedFen)}</b>
            </div>
            <div className="money-row faint">
              {parts.map(([name, fen]) => (
                <span key={name}>
                  {t(`part.${name}`)} <span className="num">{yuan(fen)}</span>
                </span>
              ))}
              {one.reason !== '' && <q className="selectable">{one.reason}</q>}
            </div>
          </li>
        )
      })}
    </Group>
  )
}

export const Receipts = ({ money: { receipts } }: Props) => {
  const { t } = useTranslation('money')
  const { local } = useFormat()
  if (receipts.length === 0) return null
  return (
    <Group title={t('receipts')}>
      {receipts.toReversed().map((one) => (
        <li key={one.id} className={one.reversedBy === null ? '' : 'money-gone'}>
          <div className="money-row">
            <span className="mono selectable">{one.number}</span>
            <span>{t(`kind.${one.kind}`)}</span>
            <span className="num faint">{local(one.at)}</span>
            <span>{one.who}</span>
            {one.reverses !== null && <StatusChip chip="late" text={t('isReversal')} />}
            {one.reversedBy !== null && <StatusChip chip="idle" text={t('wasReversed')} />}
            <span className="stretch" />
            <b className="num">{yuan(one.amountFen)}</b>
          </div>
          <div className="money-row faint">
            {one.payments.map((payment) => (
              <span key={payment.id}>
                {t(`method.${payment.method}`)} <span className="num">{yuan(payment.amountFen)}</span>
                {payment.tenderedFen !== null && (
                  <span className="num"> {t('gave', { amount: yuan(payment.tenderedFen) })}</span>
                )}
                {payment.reference !== '' && <span className="mono selectable"> {payment.reference}</span>}{' '}
                {t(payment.confirmedAt === null ? 'onlyCollected' : 'isConfirmed')}
              </span>
            ))}
            {one.note !== '' && <q className="selectable">{one.note}</q>}
          </div>
        </li>
      ))}
    </Group>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="sheet money-group" aria-label={title}>
    <h3>{title}</h3>
    <ul>{children}</ul>
  </section>
)
