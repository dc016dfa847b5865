// Section 5: who pays and why (rule INT-4), up to how much without asking again (rule INT-13), and when we call.
import { memo } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { CHARGE_KINDS } from '#shared/domain/charge/charge.ts'
import type { ChargeKind } from '#shared/domain/charge/charge.ts'
import { formatYuan, parseYuan } from '#shared/kernel/money.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { CHARGE_REASONS } from '#shared/domain/intake/index.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { NextContact } from './next-contact-field.tsx'
import { PhraseField } from '#renderer/components/phrase-field.tsx'
import { Section } from './section.tsx'
import { useMachine, useMachinePath } from './session.ts'
import { Spot } from './spot.tsx'
import { useChargeWords } from './use-charge-words.ts'
import { useProposedCharge } from './use-proposed-charge.ts'

export const ChargeSection = memo(({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  return (
    <Section number={5} title={t('section.charge')} aside={<Because machineKey={machineKey} />}>
      <ChargeKindChoice machineKey={machineKey} />
      <div className="intake-row">
        <Limit machineKey={machineKey} />
        <NextContact machineKey={machineKey} />
      </div>
    </Section>
  )
})

const Because = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const words = useChargeWords()
  return (
    <span className="intake-hint">
      {t('charge.because', { why: words.why(useProposedCharge(machineKey)) })}
    </span>
  )
}

const ChargeKindChoice = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const { t: labels } = useTranslation('labels')
  const at = useMachinePath(machineKey)
  const proposed = useProposedCharge(machineKey)
  const [charge, change] = useMachine(machineKey, (machine) => machine.charge)
  const kind = charge?.kind ?? proposed.kind
  const differs = kind !== proposed.kind
  return (
    <>
      <Spot path={`${at}.charge`}>
        {() => (
          <DigitPicker
            label={t('charge.label')}
            flow
            value={[kind]}
            options={CHARGE_KINDS.map((one) => ({
              value: one,
              label: labels(`chargeKind.${one}`),
              ...(one === proposed.kind ? { hint: t('charge.proposed') } : {}),
            }))}
            onChange={([one]) =>
              change('charge', {
                charge:
                  one === proposed.kind ? null : { kind: one as ChargeKind, reason: charge?.reason ?? '' },
              })
            }
          />
        )}
      </Spot>
      {differs && (
        <Spot path={`${at}.charge.reason`} label={t('charge.reason')}>
          {(control) => (
            <PhraseField
              control={control}
              value={charge?.reason ?? ''}
              onChange={(reason) => change('charge.reason', { charge: { kind, reason } })}
              phrases={CHARGE_REASONS}
            />
          )}
        </Spot>
      )}
    </>
  )
}

const Limit = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const at = useMachinePath(machineKey)
  const [limit = '', change] = useMachine(machineKey, (machine) => machine.limit)
  return (
    <Spot path={`${at}.limitFen`} label={t('limit.label')} beside={t('limit.hint')} className="w-limit">
      {(control) => (
        <Input
          {...control}
          className="money-input"
          prefix="¥"
          inputMode="decimal"
          autoComplete="off"
          value={limit}
          onChange={({ target }) => change('limitFen', { limit: target.value })}
          onBlur={() => {
            const fen = parseYuan(limit)
            if (!isRefused(fen)) change('limitFen', { limit: formatYuan(fen) })
          }}
        />
      )}
    </Spot>
  )
}
