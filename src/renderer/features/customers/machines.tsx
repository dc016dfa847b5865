// The machines with their orders: Enter opens an order or corrects a machine, F2 takes the machine in again.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import type { Customer, DeviceWithHistory } from '#shared/contract/customers.ts'
import { decideCharge } from '#shared/domain/charge/charge.ts'
import type { State } from '#shared/domain/work-order/states.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { DeviceRecordDrawer } from '#renderer/features/device-record/index.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { Empty, QueryPanel } from '../../components/panel-states.tsx'
import { StatusTag } from '../../components/status-tag.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { useFormat, useNow } from '../../lib/format.ts'
import { loose } from '../../lib/i18n.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { useNav } from '../../lib/nav.ts'
import { customerRows, deviceText } from './customer-rows.ts'
import type { CustomerRow } from './customer-rows.ts'
import { DeviceDrawer } from './device-drawer.tsx'

const keyOf = (row: CustomerRow) => row.key
const rowClass = (row: CustomerRow) => `customer-row-${row.kind}`

export const Machines = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers')
  const { openScreen } = useNav()
  const answer = useCoreQuery('customer.devices', { customerId: customer.id }, { keepPrevious: true })
  const takeIn = { label: t('takeIn'), run: () => openScreen('intake', { customerId: customer.id }) }
  return (
    <section className="sheet customer-machines" aria-label={t('machines')}>
      <QueryPanel answer={answer} rows={8}>
        {({ devices }) =>
          devices.length === 0 ? (
            <Empty why={t('noMachines')} verb={takeIn} />
          ) : (
            <MachineList customer={customer} devices={devices} />
          )
        }
      </QueryPanel>
    </section>
  )
}

const MachineList = ({
  customer,
  devices,
}: {
  customer: Customer
  devices: readonly DeviceWithHistory[]
}) => {
  const { t } = useTranslation('customers')
  const { openOrder, openScreen } = useNav()
  const rowHeight = SIZES[useLook().density].row
  const rows = customerRows(devices)
  const [current, setCurrent] = useState<string | null>(null)
  const [recordOf, setRecordOf] = useState<DeviceWithHistory | null>(null)
  const [editing, setEditing] = useState<DeviceWithHistory | null>(null)
  const takeIn = (deviceId: string | undefined) => {
    if (deviceId !== undefined) openScreen('intake', { customerId: customer.id, deviceId })
  }
  const at = rows.find(({ key }) => key === current) ?? rows[0]
  useShortcuts([
    { keys: 'F2', label: t('takeInThis'), run: () => takeIn(at?.device.id) },
    { keys: 'Ctrl+H', label: t('recordOfThis'), run: () => at && setRecordOf(at.device) },
  ])
  return (
    <>
      <VirtualList
        first
        label={t('machines')}
        className="customer-grid"
        rows={rows}
        keyOf={keyOf}
        rowHeight={rowHeight}
        rowClass={rowClass}
        current={current}
        onCurrent={setCurrent}
        onOpen={(row) =>
          row.kind === 'order' ? openOrder(row.order.id, row.order.number) : setEditing(row.device)
        }
      >
        {(row) =>
          row.kind === 'device' ? (
            <DeviceRow
              device={row.device}
              here={at?.device.id === row.device.id}
              onEdit={setEditing}
              onRecord={() => setRecordOf(row.device)}
              onTakeIn={() => takeIn(row.device.id)}
            />
          ) : (
            <OrderRow order={row.order} onOpen={() => openOrder(row.order.id, row.order.number)} />
          )
        }
      </VirtualList>
      {recordOf && (
        <DeviceRecordDrawer
          deviceId={recordOf.id}
          title={deviceText(recordOf)}
          onClose={() => setRecordOf(null)}
        />
      )}
      {editing && <DeviceDrawer device={editing} open onClose={() => setEditing(null)} />}
    </>
  )
}

const DeviceRow = ({
  device,
  here,
  onEdit,
  onRecord,
  onTakeIn,
}: {
  device: DeviceWithHistory
  here: boolean
  onEdit: (device: DeviceWithHistory) => void
  onRecord: () => void
  onTakeIn: () => void
}) => {
  const { t } = useTranslation('customers')
  const { t: labels } = useTranslation('labels')
  const { zone } = useFormat()
  const charge = decideCharge({ ...device, today: businessDate(useNow(), zone) })
  return (
    <>
      <span role="gridcell" className="customer-device selectable">
        {deviceText(device)}
      </span>
      <span role="gridcell" className="mono customer-serial">
        {device.serial === ''
          ? loose(labels)(`noSerialReason.${device.noSerialReason}`, { defaultValue: '' })
          : `SN ${device.serial}`}
      </span>
      <span role="gridcell" className="customer-warranty">
        {'until' in charge.basis
          ? t('warrantyUntil', { kind: labels(`chargeKind.${charge.kind}`), until: charge.basis.until })
          : t('warrantyUnknown')}
      </span>
      <span role="gridcell" className="customer-verbs">
        <Button size="small" tabIndex={-1} className={here ? '' : 'customer-elsewhere'} onClick={onRecord}>
          {t('recordOfThis')}
          <KeyCap keys="Ctrl+H" />
        </Button>
        <Button size="small" tabIndex={-1} onClick={() => onEdit(device)}>
          {t('correctThis')}
        </Button>
        <Button size="small" tabIndex={-1} className={here ? '' : 'customer-elsewhere'} onClick={onTakeIn}>
          {t('takeInThis')}
          <KeyCap keys="F2" />
        </Button>
      </span>
    </>
  )
}

const OrderRow = ({ order, onOpen }: { order: DeviceWithHistory['orders'][number]; onOpen: () => void }) => {
  const { local } = useFormat()
  return (
    <>
      <span role="gridcell" className="customer-number">
        <button type="button" tabIndex={-1} className="link-button mono" onClick={onOpen}>
          {order.number}
        </button>
      </span>
      <span role="gridcell">
        <StatusTag state={order.state as State} />
      </span>
      <span role="gridcell" className="num">
        {local(order.createdAt, 'date')}
      </span>
      <span role="gridcell" className="faint">
        {order.reportedFault}
      </span>
    </>
  )
}
