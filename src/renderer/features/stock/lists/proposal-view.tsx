// What to buy (rule PRT-10): minimum stock and what open orders want, less what is there and what comes. It leaves as a
// table, and the chosen lines become a receipt when the goods are here.
import { useRef, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/kernel/money.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { quantityText } from '#renderer/components/part-entry-text.ts'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import { useAsk, useCoreQuery, useHost } from '#renderer/lib/api.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { isRefusal } from '#renderer/lib/problem.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { emptyForm, withLine } from '../forms/form-model.ts'
import type { FormLine } from '../forms/form-model.ts'
import type { OpenSheet } from '../sheets/sheet.ts'
import { AmountCell, Cell } from './cell.tsx'
import { ListFrame } from './list-frame.tsx'
import { proposalCsv, proposedCost } from './proposal-csv.ts'
import type { ProposalLine } from './proposal-csv.ts'

const WHY = ['all', 'orders', 'minimum'] as const
type Why = (typeof WHY)[number]

type Props = Readonly<{
  covered: boolean
  manages: boolean
  onOpen: OpenSheet
  onReceive: (lines: readonly FormLine[]) => void
}>

export const ProposalView = (props: Props) => {
  const { t } = useTranslation('stock')
  const [why, setWhy] = useState<Why>('all')
  const answer = useCoreQuery('stock.proposal', why === 'all' ? {} : { because: why }, { keepPrevious: true })
  const step = () => setWhy((now) => WHY[(WHY.indexOf(now) + 1) % WHY.length] ?? 'all')
  useShortcuts([!props.covered && { keys: 'Alt+6', label: t('proposal.why.label'), run: step }])
  return (
    <>
      <div className="stock-filters">
        <DigitPicker
          label={t('proposal.why.label')}
          flow
          className="stock-only"
          options={WHY.map((value) => ({ value, label: t(`proposal.why.${value}`) }))}
          value={[why]}
          onChange={([next]) => setWhy(WHY.find((one) => one === next) ?? 'all')}
        />
      </div>
      <QueryPanel answer={answer} rows={8}>
        {({ lines }) => <Lines {...props} lines={lines} />}
      </QueryPanel>
    </>
  )
}

const Lines = ({
  lines,
  covered,
  manages,
  onOpen,
  onReceive,
}: Props & Readonly<{ lines: readonly ProposalLine[] }>) => {
  const { t } = useTranslation('stock')
  const list = useRef<VirtualListHandle>(null)
  const { notice } = useNav()
  const { zone } = useFormat()
  const today = businessDate(useNow(), zone)
  const ask = useAsk()
  const host = useHost()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Problem>()
  const chosen = lines.filter(({ partId }) => marked.has(partId))
  const taken = chosen.length === 0 ? lines : chosen
  const save = async () => {
    const csv = proposalCsv(taken, {
      column: (name) => t(`column.${name === 'cost' ? 'proposedCost' : name}`),
      because: (why) => t(`proposal.because.${why === 'orders' ? 'orders' : 'minimum'}`),
    })
    const bytes = new TextEncoder().encode(csv)
    const saved = await host('host.saveTable', {
      fileName: t('proposal.fileName', { day: today }),
      format: 'csv',
      data: btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('')),
    })
    if (saved.ok) notice('good', t('proposal.saved', { fileName: saved.value.fileName }))
    setProblem(saved.ok || isRefusal(saved.problem, 'cancelled') ? undefined : saved.problem)
  }
  const receive = async () => {
    let form = emptyForm('receive')
    for (const line of taken.toReversed()) {
      const part = await ask('part.get', { id: line.partId })
      if (part.ok) form = withLine(form, part.value, line.proposed, { costFen: proposedCost(line) })
    }
    setMarked(new Set())
    onReceive(form.lines)
  }
  useShortcuts([
    !covered && lines.length > 0 && { keys: 'Ctrl+E', label: t('proposal.export'), run: () => void save() },
    !covered &&
      manages &&
      lines.length > 0 && { keys: 'Ctrl+Enter', label: t('proposal.receive'), run: () => void receive() },
  ])
  const costs = lines.some(({ unitCostFen }) => unitCostFen !== null)
  const total = taken.reduce((sum, line) => sum + (proposedCost(line) ?? 0), 0)
  const names = ['code', 'name', 'because', 'sellable', 'onTheWay', 'demand', 'minimum', 'proposed'] as const
  return (
    <ListFrame
      list={list}
      label={t('view.proposal')}
      className={costs ? 'stock-grid-proposal-costs' : 'stock-grid-proposal'}
      columns={[
        ...names.map((name, index) => ({ name, label: t(`column.${name}`), right: index > 2 })),
        ...(costs ? [{ name: 'cost', label: t('column.proposedCost'), right: true }] : []),
      ]}
      rows={lines}
      keyOf={({ partId }) => partId}
      reading={false}
      problem={undefined}
      retry={() => undefined}
      covered={covered}
      onOpen={({ partId }) => onOpen({ kind: 'part', id: partId })}
      onSpace={({ partId }) =>
        setMarked((old) => {
          const next = new Set(old)
          if (!next.delete(partId)) next.add(partId)
          return next
        })
      }
      rowClass={({ partId }) => (marked.has(partId) ? 'stock-row-marked' : '')}
      empty={{ why: t('proposal.none') }}
      hints={[
        { keys: 'Space', label: t('owed.mark') },
        { keys: 'Enter', label: t('onHand.open') },
      ]}
      foot={
        lines.length > 0 && (
          <span className="stock-foot-verbs">
            <strong role="status" className="num">
              {chosen.length > 0 ? t('owed.marked', { count: chosen.length }) : ''}{' '}
              {costs ? formatYuan(total, { sign: '¥' }) : ''}
            </strong>
            <Button size="small" onClick={() => void save()}>
              {t('proposal.export')}
              <KeyCap keys="Ctrl+E" />
            </Button>
            {manages && (
              <Button size="small" onClick={() => void receive()}>
                {t('proposal.receive')}
                <KeyCap keys="Ctrl+Enter" />
              </Button>
            )}
            <ProblemLine problem={problem} />
          </span>
        )
      }
    >
      {(line) => (
        <>
          <Cell className="mono">{line.code}</Cell>
          <Cell title={line.name}>{line.name}</Cell>
          <Cell>
            <StatusChip
              chip={line.because === 'orders' ? 'late' : 'waiting'}
              text={t(`proposal.because.${line.because}`)}
            />
          </Cell>
          <AmountCell quantity={line.sellable} />
          <AmountCell quantity={line.onTheWay} />
          <AmountCell quantity={line.demand} />
          <AmountCell quantity={line.minimum} />
          <Cell className="num stock-right">
            <strong>{quantityText(line.proposed, line.unit)}</strong>
          </Cell>
          {costs && <Cell className="num stock-right">{costText(proposedCost(line))}</Cell>}
        </>
      )}
    </ListFrame>
  )
}

const costText = (fen: number | null): string => (fen === null ? '' : formatYuan(fen))
