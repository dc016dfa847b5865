// The parts of an order: what is planned, issued, used and returned at the left; the till at the right, where a scan
// and Enter are enough (rules PRT-1 to PRT-3, PRT-6 to PRT-8, PRT-11, PRT-12).
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import type { OrderPart } from '#shared/contract/order-parts.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { PaperPreview } from '../../../components/paper-preview.tsx'
import type { Sheet } from '../../../components/paper-preview.tsx'
import { Empty, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import type { SectionProps } from '../order/order-screen.tsx'
import { LinePanel } from './line-panel.tsx'
import { PartForm } from './part-form.tsx'
import type { FormName } from './part-forms.ts'
import { PartsBeside, slipOf, tagOf } from './parts-beside.tsx'
import { PartsTable } from './parts-table.tsx'
import { TILLS, movable } from './till-model.ts'
import type { Till } from './till-model.ts'
import { TillPanel } from './till-panel.tsx'
import { useTill } from './use-till.ts'
import type { Parts } from './use-till.ts'
import './parts.css'

export const PartsSection = ({ order, ask }: SectionProps) => {
  const answer = useCoreQuery('orderPart.ofOrder', { id: order.id }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer}>
      {(parts) => <PartsOf order={order} parts={parts} asked={ask.what === 'parts' ? ask.turn : 0} />}
    </QueryPanel>
  )
}

type Side =
  | Readonly<{ what: 'till' }>
  | Readonly<{ what: 'line'; line: string }>
  | Readonly<{ what: 'form'; form: FormName; line: string | null }>
const TILL: Side = { what: 'till' }

const PartsOf = ({ order, parts, asked }: { order: OrderDetail; parts: Parts; asked: number }) => {
  const { t } = useTranslation('parts')
  const { notice } = useNav()
  const [side, setSide] = useState<Side>(TILL)
  const [printing, setPrinting] = useState<readonly Sheet[]>([])
  const { open, may } = useAllowed(order, parts)
  const lineOf = (id: string | null): OrderPart | null => parts.lines.find((line) => line.id === id) ?? null
  const work = useTill({
    order,
    parts,
    onDone: (till, moved) => {
      notice('good', t(`till.done.${till}`, { count: moved.orderPartIds.length }))
      // A defective or an old part lies nowhere without its tag (PRT-8).
      if (moved.tags.length > 0) setPrinting(moved.tags.map((id) => tagOf({ id })))
    },
  })
  const takeBack = async () => {
    if (await work.takeBack()) notice('good', t('till.undone'))
  }
  const toTill = (till: Till) => {
    setSide(TILL)
    work.open(till)
  }
  const [document] = parts.documents
  const unprinted = parts.tags.filter(({ printed }) => !printed)
  const canFill = parts.quoted.length > 0 || parts.lines.some((line) => movable('issue', line) > 0)
  const toForm = (form: FormName) => setSide({ what: 'form', form, line: null })
  useShortcuts([
    ...TILLS.map((till, index) =>
      open.includes(till)
        ? { keys: `Alt+${index + 1}`, label: t(`till.do.${till}`), run: () => toTill(till) }
        : null,
    ),
    may('boughtIn') && { keys: 'Alt+6', label: t('form.boughtIn.title'), run: () => toForm('boughtIn') },
    may('waive') && { keys: 'Alt+7', label: t('form.waive.title'), run: () => toForm('waive') },
    side.what === 'till' &&
      open.includes('issue') &&
      canFill && {
        keys: 'Ctrl+D',
        label: t('till.fill'),
        run: () => {
          work.open('issue')
          void work.fill()
        },
      },
    work.canUndo && {
      keys: 'Ctrl+Z',
      label: t('till.undo'),
      run: () => void takeBack(),
      notInText: work.rows.length > 0,
    },
    unprinted.length > 0
      ? {
          keys: 'Ctrl+P',
          label: t('printTags', { count: unprinted.length }),
          run: () => setPrinting(unprinted.map(tagOf)),
        }
      : document !== undefined && {
          keys: 'Ctrl+P',
          label: t('printSlip'),
          run: () => setPrinting([slipOf(document)]),
        },
  ])
  const subject = side.what === 'till' ? null : lineOf(side.line)
  return (
    <div className="parts-section">
      <div className="parts-left">
        <div className="sheet parts-lines">
          <div className="parts-bar">
            <h3>{t('section')}</h3>
            <span className="stretch" />
            {may('boughtIn') && (
              <Button size="small" onClick={() => toForm('boughtIn')}>
                {t('form.boughtIn.title')}
                <KeyCap keys="Alt+6" />
              </Button>
            )}
            {may('waive') && (
              <Button size="small" onClick={() => toForm('waive')}>
                {t('form.waive.title')}
                <KeyCap keys="Alt+7" />
              </Button>
            )}
          </div>
          {parts.lines.length === 0 ? (
            <Empty why={t(open.includes('issue') ? 'none' : 'noneOver')} />
          ) : (
            <PartsTable lines={parts.lines} onOpen={({ id }) => setSide({ what: 'line', line: id })} />
          )}
        </div>
        <PartsBeside parts={parts} onPrint={setPrinting} />
      </div>
      <div className="parts-right">
        {side.what === 'line' && subject ? (
          <LinePanel
            line={subject}
            open={open}
            may={may}
            onTill={(till) => {
              setSide(TILL)
              work.openWith(till, subject)
            }}
            onForm={(form) => setSide({ what: 'form', form, line: subject.id })}
            onClose={() => setSide(TILL)}
          />
        ) : side.what === 'form' ? (
          <PartForm
            key={`${side.form} ${side.line}`}
            order={order}
            form={side.form}
            line={subject}
            onClose={() => setSide(TILL)}
            onDone={(words) => {
              notice('good', words)
              setSide(TILL)
            }}
          />
        ) : (
          open.length > 0 && <TillPanel work={work} open={open} canFill={canFill} asked={asked} />
        )}
      </div>
      <PaperPreview open={printing.length > 0} sheets={printing} onClose={() => setPrinting([])} />
    </div>
  )
}

/** What this person may do with these parts now; the core has the last word. */
const useAllowed = (order: OrderDetail, parts: Parts) => {
  const roles = useAppSelector((state) => state.window.person?.roles) ?? []
  const over = isFinal(order.state)
  const some = (till: Till) => parts.lines.some((line) => movable(till, line) > 0)
  const open = TILLS.filter((till) => {
    if (till === 'issue') return !over && has('issueParts', roles)
    if (till === 'use') return !over && has('useParts', roles)
    // What is still in hand of an order that is over comes back; with nothing there is no such key.
    return has('issueParts', roles) && (!over || some(till))
  })
  const stuck = some('use') || some('old')
  const may = (form: FormName): boolean => {
    if (form === 'waive') return has('waiveParts', roles) && stuck
    if (over) return false
    return has(form === 'takeBackUse' ? 'useParts' : 'planParts', roles)
  }
  return { open, may }
}
