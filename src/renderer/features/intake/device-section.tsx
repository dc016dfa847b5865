// Section 2: which machine. The customer's own ones as a list box by digit, newest first; 0 is one we do not know.
import { memo } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { VisitOrBring } from './arrival.tsx'
import { ComebackStrip } from './comeback-strip.tsx'
import { ChosenDevice } from './chosen-device.tsx'
import { DeviceTiles } from './device-tiles.tsx'
import { NewDevice } from './new-device.tsx'
import { Section } from './section.tsx'
import { useIntake, useMachine, useMachinePath } from './session.ts'
import { Spot } from './spot.tsx'
import { useMachineMoves } from './use-machine-moves.ts'

export const DeviceSection = memo(({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const at = useMachinePath(machineKey)
  const [kind] = useMachine(machineKey, ({ device }) => device.kind)
  const customerId = useIntake(({ form }) => (form.customer.kind === 'existing' ? form.customer.id : ''))
  // Kept fresh also while the machine is chosen: an order may be opened for it at the next seat.
  const devices = useCoreQuery('customer.devices', { customerId }, { skip: customerId === '' })
  const known = devices.value?.devices.length ?? 0
  const { chooseAgain } = useMachineMoves()
  return (
    <Section
      number={2}
      title={t('section.device')}
      verbs={
        kind === 'existing' || (kind === 'new' && known > 0) ? (
          <Button size="small" onClick={() => chooseAgain(machineKey)}>
            {t('device.change')}
          </Button>
        ) : null
      }
    >
      {kind === 'none' && (
        <Spot path={`${at}.device`}>
          {() => (
            <DeviceTiles machineKey={machineKey} customerId={customerId} devices={devices.value?.devices} />
          )}
        </Spot>
      )}
      {kind === 'existing' && <ChosenDevice machineKey={machineKey} devices={devices.value?.devices ?? []} />}
      {kind === 'new' && <NewDevice machineKey={machineKey} />}
      <ComebackStrip machineKey={machineKey} />
      <VisitOrBring machineKey={machineKey} />
    </Section>
  )
})
