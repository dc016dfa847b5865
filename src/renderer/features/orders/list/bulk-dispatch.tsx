// Several orders to one technician at once, and one print run of their repair orders (rule DSP-5).
import { useState } from 'react'
import { Button, Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderLine } from '#shared/contract/orders.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { Empty, ProblemLine, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '../../../lib/api.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import { useEnterWalk } from '../../../lib/use-enter-key.ts'
import { TechnicianList, useFocusFirst } from '../verbs/index.ts'
import type { Crew } from '../verbs/index.ts'
import '../verbs/verbs.css'

type Props = Readonly<{ orders: readonly OrderLine[]; onClose: () => void; onDone: () => void }>

export const BulkDispatch = ({ orders, onClose, onDone }: Props) => {
  const { t } = useTranslation('verbs')
  const { notice } = useNav()
  const first = orders[0]?.id ?? ''
  const answer = useCoreQuery('dispatch.candidates', { id: first }, { keepPrevious: true })
  const assign = useCoreCommand('dispatch.assign')
  const print = useCoreCommand('print.print')
  const [crew, setCrew] = useState<Crew>({ primary: '', assistants: [] })
  const [instructions, setInstructions] = useState('')
  const [prints, setPrints] = useState(true)
  const box = useFocusFirst(answer.value !== undefined)
  const who = answer.value?.technicians.find(({ staffId }) => staffId === crew.primary)?.name ?? ''
  const submit = async () => {
    if (crew.primary === '') return box.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
    const outcome = await assign.run({
      orders: orders.map(({ id }) => ({ id })),
      primary: crew.primary,
      assistants: [...crew.assistants],
      instructions,
    })
    if (!outcome.ok) return
    notice('good', t('bulk.done', { count: orders.length, who }))
    if (prints) {
      const sheets = orders.map(({ id }) => ({
        paper: 'repairOrder' as const,
        subjectId: id,
        copy: 'bench' as const,
      }))
      const printed = await print.run({ sheets })
      if (!printed.ok) return notice('bad', t('bulk.notPrinted'))
    }
    onDone()
  }
  const walk = useEnterWalk(() => void submit())
  useShortcuts([
    { keys: 'Escape', label: t('panel.close'), run: onClose },
    { keys: 'Ctrl+Enter', label: t('bulk.verb'), run: () => void submit() },
  ])
  return (
    <section
      ref={box}
      className="verb-panel orders-bulk"
      aria-label={t('bulk.title', { count: orders.length })}
    >
      <header className="verb-panel-head">
        <h2>{t('bulk.title', { count: orders.length })}</h2>
      </header>
      <div className="verb-panel-body" role="presentation" onKeyDown={walk}>
        <p className="verb-known mono">{orders.map(({ number }) => number).join('  ')}</p>
        <QueryPanel answer={answer}>
          {({ technicians }) =>
            technicians.length === 0 ? (
              <Empty why={t('own.none')} />
            ) : (
              <>
                <span className="verb-label">{t('own.who')}</span>
                <TechnicianList
                  technicians={technicians}
                  primary={crew.primary}
                  assistants={crew.assistants}
                  onChange={setCrew}
                />
                <label className="verb-label" htmlFor="bulk-instructions">
                  {t('field.instructions')}
                </label>
                <Input
                  id="bulk-instructions"
                  maxLength={500}
                  autoComplete="off"
                  value={instructions}
                  onChange={(event) => setInstructions(event.target.value)}
                />
                <Checkbox checked={prints} onChange={(event) => setPrints(event.target.checked)}>
                  {t('bulk.print')}
                </Checkbox>
              </>
            )
          }
        </QueryPanel>
      </div>
      <footer className="verb-panel-foot">
        <ProblemLine problem={assign.problem} />
        <span className="verb-panel-verbs">
          <Button onClick={onClose}>
            {t('panel.close')}
            <KeyCap keys="Esc" />
          </Button>
          <Button type="primary" loading={assign.busy || print.busy} onClick={() => void submit()}>
            {t('bulk.verb')}
            <KeyCap keys="Ctrl+Enter" />
          </Button>
        </span>
      </footer>
    </section>
  )
}
