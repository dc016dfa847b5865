// A form at the right edge over a screen: its keys are its own, the focus is trapped and goes back.
import { use } from 'react'
import type { ReactNode } from 'react'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '../../components/first-focus.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { ProblemLine } from '../../components/panel-states.tsx'
import { KeyLayer, useShortcuts } from '../../lib/keys.ts'
import type { Problem } from '../../lib/problem.ts'
import { useEnterWalk } from '../../lib/use-enter-key.ts'

type Props = Readonly<{
  open: boolean
  title: string
  /** What saving does to papers that were printed. */
  hint: string
  busy: boolean
  problem: Problem | undefined
  onSave: () => void
  onClose: () => void
  children: ReactNode
}>

export const SideDrawer = (props: Props) => {
  const { open, title, onClose } = props
  const layer = use(KeyLayer)
  return (
    <Drawer
      open={open}
      title={title}
      size={460}
      onClose={onClose}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <KeyLayer value={layer + 1}>
        <Body {...props} />
      </KeyLayer>
    </Drawer>
  )
}

const Body = ({ hint, busy, problem, onSave, onClose, children }: Props) => {
  const { t } = useTranslation()
  useShortcuts([{ keys: 'Escape', label: t('verb.close'), run: onClose }])
  const onKeyDown = useEnterWalk(onSave)
  return (
    <div className="side-drawer" role="presentation" onKeyDown={onKeyDown}>
      <div className="side-drawer-fields">
        {children}
        <FirstFocus />
      </div>
      <ProblemLine problem={problem} />
      <p className="faint">{hint}</p>
      <div className="side-drawer-foot">
        <Button onClick={onClose}>{t('verb.cancel')}</Button>
        <Button type="primary" loading={busy} onClick={onSave}>
          {t('verb.save')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  )
}
