// The serial number is on record already: take that machine, correct the number, or say that it is another one.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useIntake, useMachine, useMachinePath, useSession } from './session.ts'
import { useCustomerMoves } from './use-customer-moves.ts'

export const SerialKnown = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const { store, focus } = useSession()
  const stopped = useIntake((state) => state.stopped)
  const at = useMachinePath(machineKey)
  const [device, change] = useMachine(machineKey, (machine) => machine.device)
  const { takeCustomer } = useCustomerMoves()
  if (stopped?.kind !== 'refusal' || stopped.code !== 'serialKnown') return null
  if (stopped.details.field !== `${at}.device.new.serial` || device?.kind !== 'new') return null
  const { owner, customerId, deviceId } = stopped.details
  return (
    <div className="intake-alert" role="status">
      <Button
        size="small"
        type="primary"
        onClick={() => {
          store.set({ ...store.get(), active: machineKey })
          change('device', { device: { kind: 'none' } })
          void takeCustomer(String(customerId), String(owner), String(deviceId))
        }}
      >
        {t('device.useThat', { name: String(owner) })}
      </Button>{' '}
      <Button
        size="small"
        onClick={() => {
          change('device', { device: { ...device, sameSerialAs: String(deviceId) } })
          store.set({ ...store.get(), stopped: null })
          focus.to(`${at}.reportedFault`)
        }}
      >
        {t('device.anotherOne')}
      </Button>
    </div>
  )
}
