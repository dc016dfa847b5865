// Calm strips over the screens: the core restarts, the core is down, the disk takes nothing. Never a dialog.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { coreMessage } from '../../lib/core-message.ts'
import { useHost } from '../../lib/api.ts'
import { useAppSelector } from '../store.ts'

export const Strips = () => {
  const { t, i18n } = useTranslation('frame')
  const { t: common } = useTranslation()
  const { core, storage, person, quitting } = useAppSelector((state) => state.window)
  const host = useHost()
  if (quitting) return <p className="strip strip-calm">{t('strip.quitting')}</p>
  return (
    <div aria-live="polite">
      {core.state === 'restarting' && person !== null && (
        <p className="strip strip-calm">{t('strip.restarting')}</p>
      )}
      {core.state === 'down' && (
        <div className="strip strip-bad">
          <p>
            {t('strip.down')} <span className="strip-detail">{coreMessage(core.message, i18n.language)}</span>
          </p>
          <Button size="small" onClick={() => void host('host.retryCore', {})}>
            {common('verb.retry')}
          </Button>
        </div>
      )}
      {storage !== 'ok' && <p className="strip strip-warn">{t(`strip.${storage}`)}</p>}
    </div>
  )
}
