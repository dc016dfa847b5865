// A dialog whose keys are its own: what it covers sleeps. Focus is trapped and goes back where it was.
import { use } from 'react'
import type { ReactNode } from 'react'
import { Modal } from 'antd'
import type { ModalProps } from 'antd'
import { KeyLayer, useShortcuts } from '../lib/keys.ts'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from './first-focus.tsx'

export type DialogProps = Readonly<{
  open: boolean
  title: ReactNode
  onClose: () => void
  width?: ModalProps['width']
  footer?: ReactNode
  children: ReactNode
}>

export const Dialog = ({ open, title, onClose, width = 520, footer = null, children }: DialogProps) => {
  const layer = use(KeyLayer)
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      width={width}
      footer={footer}
      keyboard={false}
      centered
      destroyOnHidden
      mask={{ closable: false }}
    >
      <KeyLayer value={layer + 1}>
        <CloseByEscape onClose={onClose} />
        <FirstFocus />
        {children}
      </KeyLayer>
    </Modal>
  )
}

const CloseByEscape = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  useShortcuts([{ keys: 'Escape', label: t('verb.close'), run: onClose }])
  return null
}
