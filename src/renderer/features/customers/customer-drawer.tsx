// Correcting a customer (rule INT-15): a wrong digit in a phone, a name misheard.
import { useState } from 'react'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Customer } from '#shared/contract/customers.ts'
import { PRICE_GROUPS } from '#shared/domain/catalogue/index.ts'
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

type Props = Readonly<{ customer: Customer; open: boolean; onClose: () => void }>

/** Starts anew from what is known each time it opens. */
export const CustomerDrawer = (props: Props) => (props.open ? <Open {...props} /> : null)

const MOST_PHONES = 6
/** In no group: the standard price. */
const STANDARD = 'standard'
const GROUPS = [STANDARD, ...PRICE_GROUPS] as const

const Open = ({ customer, onClose }: Props) => {
  const { t } = useTranslation('customers')
  const { t: common } = useTranslation()
  const { t: people } = useTranslation('people')
  const { notice } = useNav()
  const change = useCoreCommand('customer.change')
  const [before] = useState({
    name: customer.name,
    company: customer.company,
    address: customer.address,
    remark: customer.remark,
    priceGroup: customer.priceGroup,
    phones: customer.phones.map(({ display }) => display),
  })
  const [now, setNow] = useState(before)
  /** A number of which the person sees only a part: it stays as it is, or goes. */
  const isMasked = (phone: string) => customer.phonesMasked && before.phones.includes(phone)
  const set = (part: Partial<typeof now>) => setNow((old) => ({ ...old, ...part }))
  const problems = fieldProblems(change.problem, loose(common))
  const save = async () => {
    const phones = now.phones.map((phone) => phone.trim()).filter((phone) => phone !== '')
    const changes = { ...now, phones }
    if (!isChanged(before, changes)) return onClose()
    const outcome = await change.run({ id: customer.id, changes })
    if (!outcome.ok) return
    notice('good', t('saved', { name: outcome.value.name }))
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('correctCustomer')}
      hint={t('paperHint')}
      busy={change.busy}
      problem={change.problem}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        first
        label={t('field.name')}
        value={now.name}
        max={60}
        problem={problems['changes.name']}
        onChange={(name) => set({ name })}
      />
      {now.phones.map((phone, index) => (
        <div key={index} className="phone-line">
          <TextField
            disabled={isMasked(phone)}
            label={t('field.phone', { n: index + 1 })}
            value={phone}
            max={40}
            inputMode="tel"
            problem={problems[`changes.phones.${index}`]}
            onChange={(typed) => set({ phones: now.phones.map((old, i) => (i === index ? typed : old)) })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('removePhone', { phone })}
            title={t('removePhone', { phone })}
            onClick={() => set({ phones: now.phones.filter((_old, i) => i !== index) })}
          />
        </div>
      ))}
      {now.phones.some(isMasked) && <p className="faint">{people('phone.masked')}</p>}
      {now.phones.length < MOST_PHONES && (
        <Button
          size="small"
          className="amend-add"
          icon={<PlusOutlined />}
          onClick={() => set({ phones: [...now.phones, ''] })}
        >
          {t('addPhone')}
        </Button>
      )}
      <TextField
        label={t('field.company')}
        value={now.company}
        max={80}
        problem={problems['changes.company']}
        onChange={(company) => set({ company })}
      />
      <TextField
        label={t('field.address')}
        value={now.address}
        max={200}
        problem={problems['changes.address']}
        onChange={(address) => set({ address })}
      />
      <div className="text-field">
        <span className="amend-label">{t('field.priceGroup')}</span>
        <DigitPicker
          label={t('field.priceGroup')}
          flow
          value={[now.priceGroup ?? STANDARD]}
          options={GROUPS.map((group) => ({
            value: group,
            label: t(`priceGroup.${group}`),
          }))}
          onChange={([group]) => set({ priceGroup: PRICE_GROUPS.find((one) => one === group) ?? null })}
        />
      </div>
      <TextField
        long
        label={t('field.remark')}
        value={now.remark}
        max={500}
        problem={problems['changes.remark']}
        onChange={(remark) => set({ remark })}
      />
    </SideDrawer>
  )
}
