// One machine of the visit: sections 2 to 6. Only one card is open; the others are a line each.
import { memo } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { deviceTitle } from '#shared/domain/intake/index.ts'
import { AccessorySection } from './accessory-section.tsx'
import { ChargeSection } from './charge-section.tsx'
import { DetailSection } from './detail-section.tsx'
import { DeviceSection } from './device-section.tsx'
import { FaultSection } from './fault-section.tsx'
import { useIntake, useMachine } from './session.ts'
import { useMachineMoves } from './use-machine-moves.ts'

export const MachineCards = memo(() => {
  const keys = useIntake(({ form }) => form.machines.map((machine) => machine.key).join(' ')).split(' ')
  return keys.map((key, index) => (
    <MachineCard key={key} machineKey={key} index={index} count={keys.length} />
  ))
})

type CardProps = Readonly<{ machineKey: string; index: number; count: number }>

const MachineCard = memo(({ machineKey, index, count }: CardProps) => {
  const { t } = useTranslation('intake')
  const open = useIntake(({ active }) => active === machineKey)
  const [title = ''] = useMachine(machineKey, ({ device }) => deviceTitle(device))
  const [fault = ''] = useMachine(machineKey, (machine) => machine.fault)
  const wrong = useIntake(({ problems }) =>
    Object.keys(problems).some((path) => path.startsWith(`machines.${index}.`)),
  )
  const { activate, remove } = useMachineMoves()
  const name = t('machine.nth', { n: index + 1 })
  return (
    <div className={`machine-card ${open ? 'machine-card-open' : ''}`} role="group" aria-label={name}>
      {count > 1 && (
        <div className="machine-head">
          <button
            type="button"
            className="machine-toggle"
            aria-expanded={open}
            data-enter-skip
            onClick={() => activate(machineKey)}
          >
            <span className="machine-name">{name}</span>
            {title !== '' && <strong>{title}</strong>}
            {!open && <span className="candidate-side">{fault}</span>}
            {!open && wrong && <span className="intake-bad">{t('machine.wrong')}</span>}
          </button>
          <Button size="small" type="text" onClick={() => remove(machineKey)}>
            {t('machine.remove')}
          </Button>
        </div>
      )}
      {open && (
        <>
          <DeviceSection machineKey={machineKey} />
          <FaultSection machineKey={machineKey} />
          <AccessorySection machineKey={machineKey} />
          <ChargeSection machineKey={machineKey} />
          <DetailSection machineKey={machineKey} />
        </>
      )}
    </div>
  )
})
