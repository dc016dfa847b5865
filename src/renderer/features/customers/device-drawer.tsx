// Correcting a machine: its names, its serial number, and the dates by which its warranty is told.
import { useState } from 'react'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { NO_SERIAL_REASONS } from '#shared/contract/customers.ts'
import type { Device } from '#shared/contract/customers.ts'
import { DigitPicker } from '../../components/digit-picker.tsx'
import { useCoreCommand } from '../../lib/api.ts'
import { loose } from '../../lib/i18n.ts'
import { useNav } from '../../lib/nav.ts'
import { fieldProblems } from '../../lib/problem-text.ts'
import { isChanged } from './changed-fields.ts'
import { SideDrawer } from './side-drawer.tsx'
import { TextField } from './text-field.tsx'
import '../../components/small-parts.css'
import './customers.css'

type Props = Readonly<{ device: Device; open: boolean; onClose: () => void }>

/** Starts anew from what is known each time it opens. */
export const DeviceDrawer = (props: Props) => (props.open ? <Open {...props} /> : null)

const formOf = (device: Device) => ({
  category: device.category,
  brand: device.brand,
  model: device.model,
  serial: device.serial,
  noSerialReason: device.noSerialReason,
  purchaseDate: device.purchaseDate,
  warrantyMonths: device.warrantyMonths,
  onsiteMonths: device.onsiteMonths,
  contractUntil: device.contractUntil,
})
type Form = ReturnType<typeof formOf>

const Open = ({ device, onClose }: Props) => {
  const { t } = useTranslation('customers')
  const { t: common } = useTranslation()
  const { notice } = useNav()
  const change = useCoreCommand('customer.changeDevice')
  const [before] = useState(formOf(device))
  const [now, setNow] = useState(before)
  const set = (part: Partial<Form>) => setNow((old) => ({ ...old, ...part }))
  const problems = fieldProblems(change.problem, loose(common))
  const save = async () => {
    const missing = now.serial.trim() === ''
    const noSerialReason = NO_SERIAL_REASONS.find((known) => missing && known === now.noSerialReason) ?? ''
    const changes = { ...now, noSerialReason } as const
    if (!isChanged(before, changes)) return onClose()
    const outcome = await change.run({ id: device.id, changes })
    if (!outcome.ok) return
    notice('good', t('savedDevice'))
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('correctDevice')}
      hint={t('paperHint')}
      busy={change.busy}
      problem={change.problem}
      onSave={() => void save()}
      onClose={onClose}
    >
      <div className="field-pair">
        <TextField
          first
          label={t('field.category')}
          value={now.category}
          max={30}
          problem={problems['changes.category']}
          onChange={(category) => set({ category })}
        />
        <TextField label={t('field.brand')} value={now.brand} max={40} onChange={(brand) => set({ brand })} />
      </div>
      <TextField label={t('field.model')} value={now.model} max={60} onChange={(model) => set({ model })} />
      <TextField
        mono
        label={t('field.serial')}
        value={now.serial}
        max={60}
        problem={problems['changes.serial']}
        onChange={(serial) => set({ serial })}
      />
      {now.serial.trim() === '' && (
        <NoSerial reason={now.noSerialReason} onReason={(noSerialReason) => set({ noSerialReason })} />
      )}
      <Terms form={now} set={set} problems={problems} />
    </SideDrawer>
  )
}

const NoSerial = ({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) => {
  const { t } = useTranslation('customers')
  const { t: labels } = useTranslation('labels')
  return (
    <div className="text-field">
      <span className="amend-label">{t('field.noSerialReason')}</span>
      <DigitPicker
        flow
        label={t('field.noSerialReason')}
        options={NO_SERIAL_REASONS.map((one) => ({ value: one, label: labels(`noSerialReason.${one}`) }))}
        value={[reason]}
        onChange={([chosen]) => onReason(chosen ?? '')}
      />
    </div>
  )
}

const Terms = ({
  form,
  set,
  problems,
}: {
  form: Form
  set: (part: Partial<Form>) => void
  problems: Readonly<Record<string, string>>
}) => {
  const { t } = useTranslation('customers')
  return (
    <>
      <div className="field-pair">
        <Day
          label={t('field.purchaseDate')}
          value={form.purchaseDate}
          problem={problems['changes.purchaseDate']}
          onChange={(purchaseDate) => set({ purchaseDate })}
        />
        <Day
          label={t('field.contractUntil')}
          value={form.contractUntil}
          problem={problems['changes.contractUntil']}
          onChange={(contractUntil) => set({ contractUntil })}
        />
      </div>
      <div className="field-pair">
        <TextField
          label={t('field.warrantyMonths')}
          inputMode="numeric"
          value={form.warrantyMonths === null ? '' : String(form.warrantyMonths)}
          max={3}
          problem={problems['changes.warrantyMonths']}
          onChange={(typed) => set({ warrantyMonths: monthsOf(typed) })}
        />
        <TextField
          label={t('field.onsiteMonths')}
          inputMode="numeric"
          value={form.onsiteMonths === null ? '' : String(form.onsiteMonths)}
          max={3}
          problem={problems['changes.onsiteMonths']}
          onChange={(typed) => set({ onsiteMonths: monthsOf(typed) })}
        />
      </div>
    </>
  )
}

/** Digits as an input method writes them count too; nothing typed is nothing known. */
const monthsOf = (typed: string): number | null => {
  const digits = typed.normalize('NFKC').replaceAll(/\D/g, '')
  return digits === '' ? null : Math.min(600, Number(digits))
}

const Day = ({
  label,
  value,
  onChange,
  problem,
}: {
  label: string
  value: string | null
  onChange: (value: string | null) => void
  problem: string | undefined
}) => (
  <div className="text-field">
    <label>
      {label}
      <DatePicker
        aria-label={label}
        value={value === null ? null : dayjs(value)}
        onChange={(picked) => onChange(picked?.format('YYYY-MM-DD') ?? null)}
        {...(problem === undefined ? {} : { status: 'error' as const })}
      />
    </label>
    <div role="alert" className="amend-problem">
      {problem}
    </div>
  </div>
)
