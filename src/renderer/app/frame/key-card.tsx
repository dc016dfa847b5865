// The key card (F1): every verb that a key does right now, and how forms walk.
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyLayer, useAllShortcuts, useShortcuts } from '../../lib/keys.ts'
import type { Shortcut } from '../../lib/keys.ts'
import { useAppDispatch, useAppSelector } from '../store.ts'
import { SCREENS } from '../screens.tsx'
import { windowActions } from '../window-slice.ts'

export const KeyCard = () => {
  const { t } = useTranslation('frame')
  const dispatch = useAppDispatch()
  const open = useAppSelector((state) => state.window.keyCard)
  const close = () => dispatch(windowActions.keyCardShown(false))
  return (
    <Modal open={open} onCancel={close} footer={null} title={t('keyCard.title')} width={720} destroyOnHidden>
      <KeyLayer value={50}>
        <Card close={close} />
      </KeyLayer>
    </Modal>
  )
}

const GLOBAL = new Set([
  'F1',
  'F3',
  'Ctrl+K',
  'Ctrl+L',
  'Ctrl+Tab',
  'Ctrl+Shift+Tab',
  'Shift+F4',
  ...SCREENS.map(({ keys }) => keys),
])

const Card = ({ close }: { close: () => void }) => {
  const { t } = useTranslation('frame')
  const all = useAllShortcuts()
  useShortcuts([{ keys: 'Escape', label: t('keyCard.escape'), run: close }])
  const seen = new Map<string, Shortcut>()
  for (const one of all) if (one.layer < 50 && one.keys !== 'Escape') seen.set(one.keys, one)
  const found = [...seen.values()]
  const forms: readonly (readonly [string, string])[] = [
    ['Enter', t('keyCard.enter')],
    ['Shift+Enter', t('keyCard.shiftEnter')],
    ['Ctrl+Enter', t('keyCard.ctrlEnter')],
    ['1 – 9, 0', t('keyCard.digits')],
    ['Space', t('keyCard.space')],
    ['Esc', t('keyCard.escape')],
  ]
  const pairs = (list: readonly Shortcut[]) => list.map(({ keys, label }) => [keys, label] as const)
  return (
    <div className="key-card">
      <p>{t('keyCard.hint')}</p>
      <div className="key-card-columns">
        <KeyList
          title={t('keyCard.everywhere')}
          lines={pairs(found.filter(({ keys }) => GLOBAL.has(keys)))}
        />
        <KeyList title={t('keyCard.here')} lines={pairs(found.filter(({ keys }) => !GLOBAL.has(keys)))} />
        <KeyList title={t('keyCard.forms')} lines={forms} />
      </div>
    </div>
  )
}

const KeyList = ({ title, lines }: { title: string; lines: readonly (readonly [string, string])[] }) =>
  lines.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(([keys, label]) => (
          <div key={keys}>
            <dt>
              <kbd className="key-cap">{keys}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
