// The record of one machine over a screen: what sits in it and what its meter shows.
import { use } from 'react'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '../../components/first-focus.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { KeyLayer, useShortcuts } from '../../lib/keys.ts'
import { DeviceParts } from './device-parts.tsx'
import { Meter } from './meter.tsx'
import './device-record.css'

type Props = Readonly<{ deviceId: string; title: string; onClose: () => void }>

export const DeviceRecordDrawer = ({ deviceId, title, onClose }: Props) => {
  const { t } = useTranslation('device')
  const layer = use(KeyLayer)
  return (
    <Drawer
      open
      title={t('recordOf', { device: title })}
      size={780}
      onClose={onClose}
      keyboard={false}
      destroyOnHidden
    >
      <KeyLayer value={layer + 1}>
        <Body deviceId={deviceId} onClose={onClose} />
      </KeyLayer>
    </Drawer>
  )
}

const Body = ({ deviceId, onClose }: { deviceId: string; onClose: () => void }) => {
  const { t } = useTranslation()
  useShortcuts([{ keys: 'Escape', label: t('verb.close'), run: onClose }])
  return (
    <div className="device-record device-record-whole">
      <Meter deviceId={deviceId} />
      <DeviceParts deviceId={deviceId} onLeave={onClose} />
      <span className="stretch" />
      <div className="device-form-verbs">
        <Button onClick={onClose} data-autofocus>
          {t('verb.close')}
          <KeyCap keys="Escape" />
        </Button>
      </div>
      <FirstFocus />
    </div>
  )
}
