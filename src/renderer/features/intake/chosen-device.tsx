// The machine that was chosen, in a line; and what must be known before it is taken in: it is in repair already, or
// it was here not long ago.
import { useLayoutEffect } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { categoryIn, storyOf } from '#shared/domain/intake/index.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { ModelWarnings } from './model-warnings.tsx'
import { useIntake, useMachine, useMachinePath, useSession } from './session.ts'
import { useProblemText } from './spot.tsx'
import { useChargeWords } from './use-charge-words.ts'
import { useCustomerMoves } from './use-customer-moves.ts'
import { useWordLanguage } from './words.ts'

type ChosenProps = Readonly<{ machineKey: string; devices: readonly DeviceWithHistory[] }>

export const ChosenDevice = ({ machineKey, devices }: ChosenProps) => {
  const language = useWordLanguage()
  const { zone } = useFormat()
  const now = useNow()
  const words = useChargeWords()
  const [device] = useMachine(machineKey, (machine) => machine.device)
  if (device?.kind !== 'existing') return null
  const known = devices.find(({ id }) => id === device.id)
  const story = known && storyOf(known, now, businessDate(now, zone))
  return (
    <div className="chosen-line">
      <strong className="chosen-name selectable">{device.title}</strong>
      {device.title !== device.category && <span>{categoryIn(device.category, language)}</span>}
      {known?.serial ? <span className="mono selectable">{known.serial}</span> : null}
      {story && (
        <span className={`tile-charge charge-${story.charge.kind}`}>{words.short(story.charge)}</span>
      )}
      {story?.open && <AlreadyInRepair machineKey={machineKey} open={story.open} />}
      {story && !story.open && story.comeback && <Comeback order={story.comeback} deviceId={device.id} />}
      {known && <ModelWarnings brand={known.brand} model={known.model} />}
      <WrongDevice machineKey={machineKey} />
    </div>
  )
}

type PastOrder = DeviceWithHistory['orders'][number]

/** It was here not long ago; where its repair warranty still runs, the strip under it says more. */
const Comeback = ({ order, deviceId }: { order: PastOrder; deviceId: string }) => {
  const { t } = useTranslation('intake')
  const { local } = useFormat()
  const customerId = useIntake(({ form }) => (form.customer.kind === 'existing' ? form.customer.id : ''))
  const warranted = useCoreQuery('order.comebacks', { customerId, deviceId }, { skip: customerId === '' })
  if (warranted.loading || (warranted.value?.orders.length ?? 0) > 0) return null
  return (
    <p className="intake-note">
      {t('device.comebackOf', {
        number: order.number,
        date: local(order.createdAt, 'date'),
        fault: order.reportedFault,
      })}
    </p>
  )
}

/** Said as soon as the machine is chosen, not only when saving is refused. */
const AlreadyInRepair = ({ machineKey, open }: { machineKey: string; open: PastOrder }) => {
  const { t } = useTranslation('intake')
  const { openOrder } = useNav()
  const { focus, store } = useSession()
  const at = useMachinePath(machineKey)
  const [second, change] = useMachine(machineKey, (machine) => machine.secondOrder)
  useLayoutEffect(() => focus.drawn())
  if (second) return <p className="intake-note">{t('device.secondOrder', { number: open.number })}</p>
  return (
    <div className="intake-alert intake-alert-row" data-spot={`${at}.device`} role="status">
      <p>{t('device.alreadyInRepair', { number: open.number })}</p>
      <Button size="small" onClick={() => openOrder(open.id, open.number)}>
        {t('device.openOrder')}
      </Button>{' '}
      <Button
        size="small"
        onClick={() => {
          change('device', { secondOrder: true })
          store.set({ ...store.get(), stopped: null })
          focus.to(`${at}.reportedFault`)
        }}
      >
        {t('device.wantSecond')}
      </Button>
    </div>
  )
}

/** The machine turned out to be somebody else's, or is gone: words and the way out. */
const WrongDevice = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const at = useMachinePath(machineKey)
  const words = useProblemText(`${at}.device.existing`)
  const stopped = useIntake((state) => state.stopped)
  const { takeCustomer } = useCustomerMoves()
  const [device] = useMachine(machineKey, (machine) => machine.device)
  if (words === undefined) return null
  const owner =
    stopped?.kind === 'refusal' && stopped.code === 'deviceOfAnotherCustomer'
      ? { id: String(stopped.details.customerId), name: String(stopped.details.owner) }
      : null
  return (
    <div className="intake-alert" data-spot={`${at}.device.existing`} role="alert">
      <p>{words}</p>
      {owner && device?.kind === 'existing' && (
        <Button size="small" onClick={() => void takeCustomer(owner.id, owner.name, device.id)}>
          {t('device.toOwner', { name: owner.name })}
        </Button>
      )}
    </div>
  )
}
