// A machine that the shop does not know yet (rule INT-3): kind, brand, model, serial number or why there is none,
// and what decides about the warranty.
import { useState } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { NO_SERIAL_REASONS } from '#shared/contract/customers.ts'
import type { NewDevice as NewDeviceFields } from '#shared/domain/intake/index.ts'
import {
  CATEGORIES,
  CATEGORY_WORDS,
  USUAL_WARRANTY_MONTHS,
  categoryOf,
  wordIn,
} from '#shared/domain/intake/index.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { ModelWarnings } from './model-warnings.tsx'
import { SerialKnown } from './serial-known.tsx'
import { useMachine, useMachinePath, useSession } from './session.ts'
import { Spot } from './spot.tsx'
import { useMachineMoves } from './use-machine-moves.ts'
import { useWordLanguage } from './words.ts'

export const NewDevice = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const { t: labels } = useTranslation('labels')
  const language = useWordLanguage()
  const { focus } = useSession()
  const at = `${useMachinePath(machineKey)}.device.new`
  const [device] = useMachine(machineKey, (machine) => machine.device)
  const { changeNew } = useMachineMoves()
  const [named, setNamed] = useState(false)
  if (device?.kind !== 'new') return null
  const change = (field: keyof NewDeviceFields, patch: Partial<NewDeviceFields>): void =>
    changeNew(machineKey, field, patch)
  const text = (
    field: Exclude<keyof NewDeviceFields, 'noSerialReason'>,
    className: string,
    more: { skip?: boolean; mono?: boolean } = {},
  ) => (
    <Spot path={`${at}.${field}`} label={t(`device.${field}`)} className={className}>
      {(control) => (
        <Input
          {...control}
          {...(more.skip ? { 'data-enter-skip': '' } : {})}
          className={more.mono ? 'mono' : ''}
          autoComplete="off"
          spellCheck={false}
          value={device[field]}
          onChange={({ target }) => {
            const typed = target.value
            // The usual term comes with the date; it can be corrected.
            const term =
              field === 'purchaseDate' && device.purchaseDate === '' && device.warrantyMonths === ''
                ? { warrantyMonths: String(USUAL_WARRANTY_MONTHS) }
                : {}
            change(field, { [field]: typed, ...term })
          }}
        />
      )}
    </Spot>
  )
  const category = device.category === '' ? null : categoryOf(device.category)
  return (
    <div className="new-device">
      <Spot path={`${at}.category`}>
        {() => (
          <DigitPicker
            label={t('device.category')}
            flow
            acts
            zero="other"
            value={category === null ? [] : [category]}
            options={CATEGORIES.map((one) => ({ value: one, label: wordIn(CATEGORY_WORDS[one], language) }))}
            onChange={([one]) => {
              const chosen = CATEGORIES.find((known) => known === one) ?? 'other'
              change('category', { category: wordIn(CATEGORY_WORDS[chosen], language) })
              setNamed(chosen === 'other')
              focus.to(chosen === 'other' ? `${at}.kind` : `${at}.brand`)
            }}
          />
        )}
      </Spot>
      <div className="intake-row">
        {(named || category === 'other') && (
          <Spot path={`${at}.kind`} label={t('device.kind')} className="w-brand">
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={device.category}
                onChange={({ target }) => change('category', { category: target.value })}
              />
            )}
          </Spot>
        )}
        {text('brand', 'w-brand')}
        {text('model', 'w-model')}
        {text('serial', 'w-serial', { mono: true })}
        {text('purchaseDate', 'w-date')}
        {text('warrantyMonths', 'w-months', { skip: true })}
        {text('onsiteMonths', 'w-months', { skip: true })}
      </div>
      <ModelWarnings brand={device.brand} model={device.model} />
      <SerialKnown machineKey={machineKey} />
      {device.serial.trim() === '' && (
        <Spot path={`${at}.noSerialReason`}>
          {() => (
            <div className="inline-picker">
              <span className="intake-label">{t('device.noSerial')}</span>
              <DigitPicker
                label={t('device.noSerial')}
                flow
                value={device.noSerialReason === '' ? [] : [device.noSerialReason]}
                options={NO_SERIAL_REASONS.map((one) => ({
                  value: one,
                  label: labels(`noSerialReason.${one}`),
                }))}
                onChange={([one = '']) => change('serial', { noSerialReason: one })}
              />
            </div>
          )}
        </Spot>
      )}
    </div>
  )
}
