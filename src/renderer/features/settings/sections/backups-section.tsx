// Backups: what there is, one more now, and going back to one under its name.
import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/contract/backups.ts'
import { Dialog } from '#renderer/components/dialog.tsx'
import { Empty, ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { loose } from '#renderer/lib/i18n.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { useEnterKey } from '#renderer/lib/use-enter-key.ts'

export const BackupsSection = () => {
  const { t } = useTranslation('settings')
  const list = useCoreQuery('backup.list', {})
  const make = useCoreCommand('backup.make')
  const { notice } = useNav()
  const [chosen, setChosen] = useState<Backup | null>(null)
  const backUp = async () => {
    const outcome = await make.run({})
    if (!outcome.ok) return
    notice('good', t('backups.made', { orders: outcome.value.orders }))
    list.refetch()
  }
  return (
    <>
      <div className="settings-bar settings-form">
        <p>{t('backups.intro')}</p>
        <Button type="primary" loading={make.busy} onClick={() => void backUp()}>
          {t('backups.now')}
        </Button>
      </div>
      <ProblemLine problem={make.problem} />
      <QueryPanel answer={list}>
        {({ backups, folder, lastError }) => (
          <div className="settings-form">
            {lastError !== null && (
              <p className="problem-line" role="alert">
                {t('backups.lastError', { error: lastError })}
              </p>
            )}
            {backups.length === 0 ? (
              <section className="sheet">
                <Empty why={t('backups.empty')} />
              </section>
            ) : (
              <BackupTable backups={backups} onRestore={setChosen} />
            )}
            <p className="settings-note settings-folder">
              {t('backups.folder')} <span className="mono selectable">{folder}</span>
            </p>
          </div>
        )}
      </QueryPanel>
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

type BackupTableProps = Readonly<{ backups: readonly Backup[]; onRestore: (backup: Backup) => void }>

const BackupTable = ({ backups, onRestore }: BackupTableProps) => {
  const { t } = useTranslation('settings')
  const { local, ago } = useFormat()
  return (
    <div className="sheet">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('backups.at')}</th>
            <th scope="col">{t('backups.reason')}</th>
            <th scope="col" className="right">
              {t('backups.orders')}
            </th>
            <th scope="col" className="right">
              {t('backups.size')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('staff.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.id}>
              <td className="num">
                {local(backup.at)} <span className="faded">{ago(backup.at)}</span>
              </td>
              <td>
                {loose(t)(`settings:backups.reasons.${backup.reason}`, { defaultValue: backup.reason })}
              </td>
              <td className="num right">{backup.orders ?? '–'}</td>
              <td className="num right">{(backup.bytes / 1024 / 1024).toFixed(1)} MiB</td>
              <td className="verbs">
                {backup.present ? (
                  <Button
                    size="small"
                    aria-label={t('backups.restoreTitle', { at: local(backup.at) })}
                    onClick={() => onRestore(backup)}
                  >
                    {t('backups.restore')}
                  </Button>
                ) : (
                  <span className="faded">{t('backups.missing')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Says what will happen and wants the branch code typed: this cannot be undone by a slip of a finger. */
const RestoreDialog = ({ backup, onClose }: { backup: Backup; onClose: () => void }) => {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const { local } = useFormat()
  const { notice } = useNav()
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const restore = useCoreCommand('backup.restore')
  const [typed, setTyped] = useState('')
  const at = local(backup.at)
  const sure =
    shop !== undefined && shop !== null && typed.normalize('NFKC').trim().toUpperCase() === shop.branchCode
  const go = async () => {
    if (!sure) return
    const outcome = await restore.run({ file: backup.file })
    if (!outcome.ok) return
    notice('good', t('backups.restored', outcome.value))
    onClose()
  }
  const onEnter = useEnterKey(() => void go())
  return (
    <Dialog
      open
      title={t('backups.restoreTitle', { at })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('verb.cancel')}</Button>
          <Button danger type="primary" disabled={!sure} loading={restore.busy} onClick={() => void go()}>
            {t('backups.restoreGo', { at })}
          </Button>
        </>
      }
    >
      <p>
        {backup.orders === null
          ? t('backups.restoreFound')
          : t('backups.restoreWhat', { orders: backup.orders })}
      </p>
      <ul className="restore-points">
        <li>{t('backups.restorePoints.later')}</li>
        <li>{t('backups.restorePoints.kept')}</li>
        <li>{t('backups.restorePoints.numbers')}</li>
        <li>{t('backups.restorePoints.signIn')}</li>
      </ul>
      <label className="stage-label" htmlFor="restore-code">
        {t('backups.restoreType', { code: shop?.branchCode ?? '' })}
      </label>
      <Input
        id="restore-code"
        className="mono"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onEnter}
      />
      <ProblemLine problem={restore.problem} />
    </Dialog>
  )
}
