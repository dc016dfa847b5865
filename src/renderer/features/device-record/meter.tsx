// The meter of a machine (rule PRT-14): what it showed, when its consumables are due, and a new reading by key. Shows
// nothing for machines that have no meter.
import { useEffect, useRef, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import type { Value } from '#shared/contract/index.ts'
import type { MeterReading } from '#shared/contract/meters.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { QueryPanel } from '../../components/panel-states.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { Consumables } from './consumables.tsx'
import { formatCount } from './read-count.ts'
import { ReadingForm } from './reading-form.tsx'
import './device-record.css'

const KEYS = 'Ctrl+Shift+J'
/** Older ones are shown when asked for. */
const SHOWN = 6

type Props = Readonly<{
  deviceId: string
  /** The order that a new reading belongs to. */
  orderId?: string
}>

export const Meter = (props: Props) => {
  const answer = useCoreQuery('meter.ofDevice', { deviceId: props.deviceId }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer} rows={2}>
      {(meter) => (meter.usesMeter || meter.readings.length > 0 ? <Known {...props} meter={meter} /> : null)}
    </QueryPanel>
  )
}

type Asked = Readonly<{ correct: MeterReading | null }>

const Known = ({ deviceId, orderId, meter }: Props & { meter: Value<'meter.ofDevice'> }) => {
  const { t } = useTranslation('device')
  const roles = useAppSelector((state) => state.window.person?.roles) ?? []
  const mayRead = has('readMeter', roles)
  const [asked, setAsked] = useState<Asked | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const read = () => setAsked({ correct: null })
  // The form that closes gives the focus back to what opened it.
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && asked === null) opener.current?.focus()
    wasOpen.current = asked !== null
  }, [asked])
  useShortcuts([mayRead && asked === null && { keys: KEYS, label: t('meter.read'), run: read }])
  return (
    <section className="device-block" aria-label={t('meter.title')}>
      <div className="device-block-head">
        <h3>{t('meter.title')}</h3>
        {meter.perDay !== null && (
          <span className="num faint">{t('meter.perDay', { pages: formatCount(meter.perDay) })}</span>
        )}
        <span className="stretch" />
        {mayRead && (
          <Button ref={opener} size="small" disabled={asked !== null} onClick={read}>
            {t('meter.read')}
            <KeyCap keys={KEYS} />
          </Button>
        )}
      </div>
      {asked !== null && (
        <ReadingForm
          key={asked.correct?.id ?? 'new'}
          deviceId={deviceId}
          {...(orderId === undefined ? {} : { orderId })}
          correct={asked.correct}
          onClose={() => setAsked(null)}
        />
      )}
      {meter.readings.length === 0 ? (
        asked === null && <p className="faint">{t('meter.none')}</p>
      ) : (
        <Readings
          readings={meter.readings}
          {...(mayRead ? { onCorrect: (correct: MeterReading) => setAsked({ correct }) } : {})}
        />
      )}
      <Consumables list={meter.consumables} />
    </section>
  )
}

const Readings = ({
  readings,
  onCorrect,
}: {
  readings: readonly MeterReading[]
  onCorrect?: (reading: MeterReading) => void
}) => {
  const { t } = useTranslation('device')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const [all, setAll] = useState(false)
  const shown = all ? readings : readings.slice(0, SHOWN)
  return (
    <>
      <table className="device-table">
        <thead>
          <tr>
            <th scope="col">{t('meter.at')}</th>
            <th scope="col">{t('meter.counter')}</th>
            <th scope="col" className="device-right">
              {t('meter.value')}
            </th>
            <th scope="col">{t('meter.who')}</th>
            <th scope="col">{t('meter.order')}</th>
            <th scope="col">{t('meter.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.id} className={one.corrected ? 'device-gone' : ''}>
              <td className="num">{local(one.at)}</td>
              <td>{labels(`counter.${one.counter}`)}</td>
              <td className="num device-right">
                {one.corrected ? <del>{formatCount(one.value)}</del> : formatCount(one.value)}
              </td>
              <td>{one.who}</td>
              <td className="mono">{one.orderNumber}</td>
              <td>
                <span className="device-reason">
                  {one.corrects !== null && <span className="device-mark">{t('meter.correction')}</span>}
                  {one.corrected && <span className="device-mark">{t('meter.corrected')}</span>}
                  <span className="selectable">{one.reason}</span>
                  <span className="stretch" />
                  {onCorrect && !one.corrected && (
                    <button
                      type="button"
                      className="link-button"
                      aria-label={t('meter.correctThis', { value: formatCount(one.value) })}
                      onClick={() => onCorrect(one)}
                    >
                      {t('meter.correct')}
                    </button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {readings.length > shown.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('meter.all', { count: readings.length })}
        </button>
      )}
    </>
  )
}
