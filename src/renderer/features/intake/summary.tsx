// The right side: what will be saved and printed, whether the draft is kept, and the verbs with their keys.
import { memo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { parseYuan } from '#shared/kernel/money.ts'
import { isRefused } from '#shared/kernel/result.ts'
import type { MachineForm } from '#shared/domain/intake/index.ts'
import { deviceTitle, isUntouched, printsLabels } from '#shared/domain/intake/index.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { loose } from '#renderer/lib/i18n.ts'
import { problemText } from '#renderer/lib/problem-text.ts'
import { useIntake, useSession } from './session.ts'
import { useMachineMoves } from './use-machine-moves.ts'

export const Summary = memo(() => {
  const { t } = useTranslation('intake')
  const machines = useIntake(({ form }) => form.machines)
  const nothing = useIntake(({ form, startLimit }) => isUntouched(form, startLimit))
  const active = useIntake((state) => state.active)
  const { activate } = useMachineMoves()
  const faults = new Map<string, number>()
  for (const { fault } of machines) faults.set(fault.trim(), (faults.get(fault.trim()) ?? 0) + 1)
  const same = [...faults].find(([fault, count]) => fault !== '' && count >= SAME_FAULTS)
  return (
    <section className="summary" aria-label={t('summary.title')}>
      <Who />
      <ol hidden={nothing} className="summary-machines">
        {machines.map((machine, index) => (
          <li key={machine.key}>
            <button
              type="button"
              className="summary-machine"
              aria-current={machine.key === active}
              onClick={() => activate(machine.key)}
            >
              <MachineLine machine={machine} index={index} />
            </button>
          </li>
        ))}
      </ol>
      {same && <p className="intake-note">{t('summary.sameFault', { count: same[1], fault: same[0] })}</p>}
      <Printing count={machines.length} />
      <DraftLine />
    </section>
  )
})

/** From here on it may be a batch problem (rule INT-8). */
const SAME_FAULTS = 5

const Who = () => {
  const { t } = useTranslation('intake')
  const customer = useIntake(({ form }) => form.customer)
  if (customer.kind === 'none') return <p className="summary-who summary-empty">{t('summary.nobody')}</p>
  return (
    <p className="summary-who">
      <strong>{customer.name === '' ? t('summary.noName') : customer.name}</strong>
      {customer.kind === 'new' && <span className="num">{customer.phones.filter(Boolean).join('  ')}</span>}
    </p>
  )
}

const MachineLine = ({ machine, index }: { machine: MachineForm; index: number }) => {
  const { t } = useTranslation('intake')
  const title = deviceTitle(machine.device)
  const left = machine.accessories.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <span className="summary-index num">{index + 1}</span>
      <span className="summary-device">{title === '' ? t('summary.noDevice') : title}</span>
      {machine.important && <span className="new-mark">{t('details.important')}</span>}
      <span className="summary-fault">{machine.fault}</span>
      <span className="summary-left">
        {left > 0 ? t('summary.accessories', { count: left }) : ''}
        {machine.photos.length > 0 ? ` ${t('details.photos', { count: machine.photos.length })}` : ''}
      </span>
      <span className="summary-limit num">
        {isRefused(parseYuan(machine.limit)) ? '' : `¥${machine.limit}`}
      </span>
    </>
  )
}

const Printing = ({ count }: { count: number }) => {
  const { t } = useTranslation('intake')
  const settings = useCoreQuery('shop.settings', {}).value
  if (!settings) return null
  const papers = [
    t('summary.orders', { count: count * 2 }),
    t('summary.slip'),
    printsLabels(settings) ? t('summary.labels', { count }) : '',
  ].filter(Boolean)
  const how =
    settings.printer === ''
      ? t('summary.noPrinter')
      : settings.printOnSave
        ? t('summary.printer', { name: settings.printer })
        : t('summary.previewFirst')
  return (
    <div className="summary-print">
      <p>{papers.join(t('summary.and'))}</p>
      <p className="intake-hint">{how}</p>
    </div>
  )
}

const DraftLine = () => {
  const { t } = useTranslation('intake')
  const { t: plain } = useTranslation()
  const { draft } = useSession()
  const { local } = useFormat()
  const status = useSyncExternalStore(draft.listen, draft.status)
  if (status.state === 'none') return <p className="summary-draft" />
  if (status.state === 'failed' && status.problem)
    return (
      <p className="summary-draft intake-bad" role="status">
        {t('draft.failed', { why: problemText(status.problem, loose(plain)).what })}
      </p>
    )
  return (
    <p className="summary-draft intake-hint">
      {status.state !== 'saved' || status.at === null
        ? t('draft.saving')
        : t('draft.saved', { time: local(status.at, 'seconds').slice(-8) })}
    </p>
  )
}
