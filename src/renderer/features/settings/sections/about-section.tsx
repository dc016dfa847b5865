// How the program is: versions, space, backups, an honest word on how passcodes are kept, and a check on demand.
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Check } from '#shared/contract/system.ts'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useAppSelector } from '#renderer/app/store.ts'
import { useAsk, useCoreQuery, useHost } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { loose } from '#renderer/lib/i18n.ts'
import type { Problem } from '#renderer/lib/problem.ts'

export const AboutSection = () => {
  const { t } = useTranslation('settings')
  const health = useCoreQuery('system.health', {})
  const { local, ago } = useFormat()
  const host = useHost()
  const [problem, setProblem] = useState<Problem>()
  const openFolder = async () => {
    const outcome = await host('host.openDataFolder', {})
    setProblem(outcome.ok ? undefined : outcome.problem)
  }
  return (
    <QueryPanel answer={health}>
      {(known) => (
        <>
          <dl className="sheet settings-facts selectable">
            <Fact name={t('about.version')}>{known.version}</Fact>
            <Fact name={t('about.storage')}>{loose(t)(`problems:storageState.${known.storage}`)}</Fact>
            <Fact name={t('about.free')}>
              <span className="num">{(known.freeMiB / 1024).toFixed(1)} GiB</span>
            </Fact>
            <Fact name={t('about.lastBackup')}>
              {known.lastBackupAt === null
                ? t('backups.empty')
                : `${local(known.lastBackupAt)} (${ago(known.lastBackupAt)})`}
            </Fact>
            <Fact name={t('about.outbox')}>{t('about.outboxValue', { count: known.outbox })}</Fact>
            <Fact name={t('about.passcode')}>
              {t(known.passcodeKeeping === 'system' ? 'about.passcodeSystem' : 'about.passcodeFile')}
            </Fact>
            <Fact name={t('about.folder')}>
              <span className="mono">{known.dataFolder}</span>{' '}
              <Button size="small" onClick={() => void openFolder()}>
                {t('about.openFolder')}
              </Button>
            </Fact>
            <Fact name={t('about.sqlite')}>SQLite {known.sqlite}</Fact>
            <Fact name={t('about.runtime')}>{known.runtime}</Fact>
          </dl>
          <ProblemLine problem={problem} />
          <Verify />
        </>
      )}
    </QueryPanel>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Verify = () => {
  const { t } = useTranslation('settings')
  const roles = useAppSelector((state) => state.window.person?.roles)
  const ask = useAsk()
  const [busy, setBusy] = useState(false)
  const [checks, setChecks] = useState<readonly Check[]>()
  const [problem, setProblem] = useState<Problem>()
  if (!roles?.includes('manager') && !roles?.includes('auditor')) return null
  const run = async () => {
    setBusy(true)
    const outcome = await ask('system.verify', {})
    setBusy(false)
    setChecks(outcome.ok ? outcome.value.checks : undefined)
    setProblem(outcome.ok ? undefined : outcome.problem)
  }
  const bad = checks?.filter((check) => !check.ok).length ?? 0
  return (
    <div className="settings-form">
      <h3>{t('about.verify')}</h3>
      <div className="settings-bar">
        <p>{t('about.verifyWhy')}</p>
        <Button loading={busy} onClick={() => void run()}>
          {t('about.verifyGo')}
        </Button>
      </div>
      <ProblemLine problem={problem} />
      <div aria-live="polite">
        {checks && (
          <>
            <p className="settings-note">
              {bad === 0 ? t('about.verifyOk') : t('about.verifyBad', { count: bad })}
            </p>
            <table className="plain-table sheet">
              <tbody>
                {checks.map((check) => (
                  <tr key={check.name}>
                    <td>{loose(t)(`settings:about.checks.${check.name}`, { defaultValue: check.name })}</td>
                    <td>
                      <StatusChip
                        chip={check.ok ? 'ready' : 'late'}
                        text={check.ok ? t('about.checkOk', { count: check.count }) : t('about.checkBad')}
                      />
                    </td>
                    <td className="selectable">{check.problems.slice(0, 3).join(' · ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </div>
    </div>
  )
}
