// Who it is, and the two verbs: correct, take in something.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Customer } from '#shared/contract/customers.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { StatusChip } from '../../components/status-tag.tsx'
import { useShortcuts } from '../../lib/keys.ts'
import { useNav } from '../../lib/nav.ts'
import { CustomerDrawer } from './customer-drawer.tsx'

export const CustomerHead = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers')
  const { openScreen } = useNav()
  const [editing, setEditing] = useState(false)
  useShortcuts([{ keys: 'Ctrl+E', label: t('correctCustomer'), run: () => setEditing(true) }])
  return (
    <header className="customer-head">
      <h1 className="selectable">{customer.name}</h1>
      {customer.company !== '' && <span className="customer-company selectable">{customer.company}</span>}
      {customer.openOrders > 0 && (
        <StatusChip chip="waiting" text={t('openOrders', { count: customer.openOrders })} />
      )}
      <span className="stretch" />
      <Button onClick={() => setEditing(true)}>
        {t('correctCustomer')}
        <KeyCap keys="Ctrl+E" />
      </Button>
      <Button onClick={() => openScreen('intake', { customerId: customer.id })}>{t('takeInOther')}</Button>
      <CustomerDrawer customer={customer} open={editing} onClose={() => setEditing(false)} />
    </header>
  )
}
