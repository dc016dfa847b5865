// What the customer owes for the lines of a repair on the spot, and how he pays it (rules INT-7, SET-2).
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import type { SpotForm } from '#shared/domain/intake/index.ts'
import { PEOPLE_TO_SEPARATE, has, mayGive } from '#shared/domain/staff/rights.ts'
import { useForeignScanTaker } from '#renderer/components/scan.ts'
import { PayFields, usePay } from '#renderer/features/money/index.tsx'
import { chargedByLines } from '#renderer/features/orders/index.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'

export type SpotMoney = ReturnType<typeof useSpotMoney>

export const useSpotMoney = (draftId: string, spot: SpotForm) => {
  const roles = useAppSelector((state) => state.window.person?.roles) ?? []
  const settings = useCoreQuery('shop.settings', {}).value
  const people = (useCoreQuery('staff.list', {}).value?.people ?? []).filter(({ active }) => active)
  const dueFen = chargedByLines(spot.record)
  const mayTake = mayGive('settle').some((role) => roles.includes(role))
  const needed = dueFen > 0 || settings?.skipZeroSettlement === false
  const pay = usePay(needed ? [{ id: draftId, dueFen, storeFeeFen: 0, depositFen: 0 }] : [])
  return {
    pay: needed && mayTake ? pay : null,
    waits: needed && !mayTake,
    // A second person approves an order that exists already: here only whoever may approve alone puts on account.
    onAccount:
      has('approveMoney', roles) && settings?.combineDuties === true && people.length < PEOPLE_TO_SEPARATE,
  }
}

export const SpotPay = ({ money: { pay, waits, onAccount } }: { money: SpotMoney }) => {
  const { t } = useTranslation('intake')
  useForeignScanTaker((digits) => pay?.takeCode(digits) ?? false)
  if (waits)
    return (
      <p className="intake-bad" role="status">
        {t('spot.cashier')}
      </p>
    )
  return pay === null ? null : (
    <div
      className="spot-pay"
      role="presentation"
      data-verb-field="settlement"
      onKeyDownCapture={pay.watchKeys}
    >
      <PayFields pay={pay} discount={false} onAccount={onAccount} chords={false} />
    </div>
  )
}
