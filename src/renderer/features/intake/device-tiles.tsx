// The machines of a customer, one digit each. While they are being read the list already takes the keys, so that a
// fast clerk's digit is never lost.
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { categoryIn, storyOf } from '#shared/domain/intake/index.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { titleOf } from './device-choice.ts'
import { useIntake, useMachinePath, useSession } from './session.ts'
import { useChargeWords } from './use-charge-words.ts'
import { useMachineMoves } from './use-machine-moves.ts'
import { useWordLanguage } from './words.ts'

type TilesProps = Readonly<{
  machineKey: string
  customerId: string
  devices: readonly DeviceWithHistory[] | undefined
}>

export const DeviceTiles = ({ machineKey, customerId, devices }: TilesProps) => {
  const { t } = useTranslation('intake')
  const { focus, typeAhead } = useSession()
  const { choose, startNew } = useMachineMoves()
  const at = `${useMachinePath(machineKey)}.device`
  const held = useRef(false)
  // Joined to text, so that typing elsewhere does not draw the tiles again.
  const taken = useIntake(({ form }) =>
    form.machines
      .map(({ device }) => (device.kind === 'existing' ? device.id : ''))
      .filter(Boolean)
      .join(' '),
  ).split(' ')

  useLayoutEffect(() => {
    if (!devices) return
    const waited = held.current
    held.current = false
    if (!waited && !focus.isWanted(at)) return
    if (devices.length === 0) startNew(machineKey)
    else focus.to(at)
    if (waited) typeAhead.release()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the machines have come
  }, [devices])

  if (customerId === '') return <p className="intake-hint">{t('device.afterCustomer')}</p>
  if (!devices)
    return (
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t('device.which')}
        aria-busy="true"
        className="digit-picker tiles-wait"
        onFocus={() => {
          if (!held.current) typeAhead.hold()
          held.current = true
        }}
        onBlur={(event) => {
          if (event.relatedTarget === null || !held.current) return
          held.current = false
          typeAhead.release()
        }}
      />
    )
  return (
    <DigitPicker
      label={t('device.which')}
      acts
      zero="new"
      value={[]}
      className="tiles"
      options={[
        ...devices.map((device) => ({
          value: device.id,
          label: <Tile device={device} />,
          disabled: taken.includes(device.id),
        })),
        { value: 'new', label: t('device.newOne') },
      ]}
      onChange={([id]) => {
        const device = devices.find((one) => one.id === id)
        if (device) choose(machineKey, device)
        else startNew(machineKey)
      }}
    />
  )
}

const Tile = ({ device }: { device: DeviceWithHistory }) => {
  const { t } = useTranslation('intake')
  const language = useWordLanguage()
  const { zone, local } = useFormat()
  const now = useNow()
  const words = useChargeWords()
  const { charge, open, last, comeback } = storyOf(device, now, businessDate(now, zone))
  return (
    <span className="tile">
      <span className="tile-line">
        <strong>{titleOf(device)}</strong>
        {titleOf(device) !== device.category && (
          <span className="candidate-side">{categoryIn(device.category, language)}</span>
        )}
        {device.serial !== '' && <span className="mono candidate-side">{device.serial}</span>}
        <span className="tile-flag">
          {open && <StatusChip chip="working" text={t('device.inRepair')} />}
          {!open && comeback && <StatusChip chip="waiting" text={t('device.comeback')} />}
        </span>
      </span>
      <span className="tile-line">
        <span className={`tile-charge charge-${charge.kind}`}>{words.short(charge)}</span>
        <span className="candidate-side">
          {last
            ? t('device.last', { date: local(last.createdAt, 'date'), fault: last.reportedFault })
            : t('device.firstTime')}
        </span>
      </span>
    </span>
  )
}
