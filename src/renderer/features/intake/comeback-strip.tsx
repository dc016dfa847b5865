// The machine was here before and its repair warranty still runs: whose work it was, and one key that makes the new
// order a comeback of it (rule INT-12).
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { useIntake, useMachine, useMachinePath } from './session.ts'
import { Spot } from './spot.tsx'

const KEYS = 'Alt+7'

export const ComebackStrip = ({ machineKey }: { machineKey: string }) => {
  const customerId = useIntake(({ form }) => (form.customer.kind === 'existing' ? form.customer.id : ''))
  const [deviceId = ''] = useMachine(machineKey, ({ device }) =>
    device.kind === 'existing' ? device.id : '',
  )
  const [model = ''] = useMachine(machineKey, ({ device }) =>
    device.kind === 'new' ? device.model.trim() : '',
  )
  const asks = customerId !== '' && (deviceId !== '' || model !== '')
  const params = { customerId, ...(deviceId === '' ? { model } : { deviceId }) }
  const found = useCoreQuery('order.comebacks', params, { skip: !asks }).value?.orders[0]
  if (!asks || !found) return null
  return <Strip machineKey={machineKey} found={found} />
}

type Found = Readonly<{
  id: string
  number: string
  technician: string
  reportedFault: string
  closedAt: number
  warrantyUntil: number
}>

const Strip = ({ machineKey, found }: { machineKey: string; found: Found }) => {
  const { t } = useTranslation('verbs')
  const { local } = useFormat()
  const { openOrder } = useNav()
  const at = useMachinePath(machineKey)
  const [chosen, change] = useMachine(machineKey, (machine) => machine.comebackOf)
  const taken = chosen === found.id
  const toggle = () => change('comebackOf', { comebackOf: taken ? '' : found.id })
  useShortcuts([{ keys: KEYS, label: t('comeback.take'), run: toggle }])
  return (
    <Spot path={`${at}.comebackOf`} className="intake-comeback-spot">
      {() => (
        <div className={`intake-comeback ${taken ? 'intake-comeback-taken' : ''}`} role="status">
          <span>
            <strong>{t(taken ? 'comeback.taken' : 'comeback.maybe')}</strong>{' '}
            <button
              type="button"
              className="intake-link mono"
              data-enter-skip
              onClick={() => openOrder(found.id, found.number)}
            >
              {found.number}
            </button>{' '}
            {t('comeback.facts', {
              fault: found.reportedFault,
              who: found.technician,
              until: local(found.warrantyUntil, 'date'),
            })}
          </span>
          <Button size="small" aria-pressed={taken} data-enter-skip onClick={toggle}>
            {t(taken ? 'comeback.undo' : 'comeback.take')}
            <kbd className="key-cap">{KEYS}</kbd>
          </Button>
        </div>
      )}
    </Spot>
  )
}
