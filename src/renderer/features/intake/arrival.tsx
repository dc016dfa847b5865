// The customer telephones instead of standing here (rule INT-1): one key, and then for each machine whether it is
// brought or visited. On site one a day goes; the others are brought (rule INT-8).
import { useTranslation } from 'react-i18next'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useIntake, useMachine, useMachinePath, useSession } from './session.ts'
import { Spot } from './spot.tsx'

const KEYS = 'Alt+8'

/** In the head of the customer's section. */
export const ByPhone = () => {
  const { t } = useTranslation('verbs')
  const { store } = useSession()
  const byPhone = useIntake(({ form }) => form.byPhone)
  const toggle = () => store.change('byPhone', (form) => ({ ...form, byPhone: !form.byPhone }))
  useShortcuts([{ keys: KEYS, label: t('arrival.phone'), run: toggle }])
  return (
    <button
      type="button"
      className={byPhone ? 'intake-by-phone' : 'intake-link'}
      aria-pressed={byPhone}
      data-enter-skip
      onClick={toggle}
    >
      {t(byPhone ? 'arrival.byPhone' : 'arrival.phone')} <kbd className="key-cap">{KEYS}</kbd>
    </button>
  )
}

/** Under the machine, only for a customer on the telephone. */
export const VisitOrBring = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('verbs')
  const { t: labels } = useTranslation('labels')
  const at = useMachinePath(machineKey)
  const byPhone = useIntake(({ form }) => form.byPhone)
  const [onSite, change] = useMachine(machineKey, (machine) => machine.onSite)
  const visits = useCoreQuery('shop.settings', {}).value?.onSiteHere ?? true
  if (!byPhone || (!visits && onSite !== true)) return null
  return (
    <Spot path={`${at}.service`} label={t('arrival.service')}>
      {() => (
        <DigitPicker
          flow
          label={t('arrival.service')}
          options={(['dropOff', 'onSite'] as const).map((value) => ({
            value,
            label: labels(`service.${value}`),
          }))}
          value={[onSite === true ? 'onSite' : 'dropOff']}
          onChange={([value]) => change('service', { onSite: value === 'onSite' })}
        />
      )}
    </Spot>
  )
}
