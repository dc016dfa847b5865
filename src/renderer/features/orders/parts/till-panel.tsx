// The till of the parts section: what is done by its key, one line to scan into, the rows, done.
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '../../../components/key-cap.tsx'
import { ProblemLine } from '../../../components/panel-states.tsx'
import { PartEntry } from '../../../components/part-entry.tsx'
import type { PartEntryHandle } from '../../../components/part-entry.tsx'
import { isEnter, focusStep } from '../../../lib/use-enter-key.ts'
import { TILLS } from './till-model.ts'
import type { Till } from './till-model.ts'
import { TillRow } from './till-row.tsx'
import type { useTill } from './use-till.ts'

type Props = Readonly<{
  work: ReturnType<typeof useTill>
  /** The acts that make sense now. */
  open: readonly Till[]
  /** Something is planned or accepted that was not issued. */
  canFill: boolean
  /** Grows when the cursor is wanted here. */
  asked: number
}>

/** Parts are scanned in when they go out of the bin or come back to it; what is used or owed is known. */
const SCANNED = ['issue', 'good', 'defective'] as const satisfies readonly Till[]
type Scanned = (typeof SCANNED)[number]
const isScanned = (till: Till): till is Scanned => (SCANNED as readonly Till[]).includes(till)

/** What is proposed has all but these. */
const NEEDED: ReadonlySet<string> = new Set(['serials', 'oldSerials', 'fault'])

export const TillPanel = ({ work, open, canFill, asked }: Props) => {
  const { t } = useTranslation('parts')
  const entry = useRef<PartEntryHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  const { till } = work
  const scanned = isScanned(till)
  const toStart = () => {
    if (scanned) return entry.current?.focus()
    const fields = [...(box.current?.querySelectorAll<HTMLInputElement>('[data-till-field]') ?? [])]
    const missing = fields.find(
      ({ value, dataset }) => value === '' && NEEDED.has(dataset['tillField'] ?? ''),
    )
    ;(missing ?? fields[0])?.focus()
  }
  const latest = useRef(toStart)
  useEffect(() => {
    latest.current = toStart
  })
  // A new act begins where its first key goes; the section asks for that when it is opened by its key.
  const mode = `${work.till} ${asked}`
  const heard = useRef(`issue 0`)
  useEffect(() => {
    if (heard.current !== mode) latest.current()
    heard.current = mode
  }, [mode])
  // What is proposed may come a moment later; nobody who is elsewhere by then is called back.
  const count = work.rows.length
  const before = useRef(count)
  useEffect(() => {
    if (!scanned && before.current === 0 && count > 0 && document.activeElement === document.body)
      latest.current()
    before.current = count
  }, [count, scanned])
  const { bad } = work
  useEffect(() => {
    if (!bad) return
    const row = box.current?.querySelector(`[data-till-row="${bad.key}"]`)
    const names = { newSerials: 'serials', serial: 'oldSerials' } as Readonly<Record<string, string>>
    const name = names[bad.field] ?? bad.field
    const field = row?.querySelector<HTMLElement>(`[data-till-field="${name}"]`)
    ;(field ?? row?.querySelector<HTMLElement>('[data-till-field]'))?.focus()
  }, [bad])
  /** What is typed or scanned and no line yet comes first; the next press finishes. */
  const finish = () => {
    if (entry.current?.pending() !== true) work.finish()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !isEnter(event) || event.altKey) return
    if (event.target instanceof HTMLButtonElement && !event.ctrlKey) return
    event.preventDefault()
    // Before the next verb of the order, which has the same key.
    if (event.ctrlKey) return finish()
    const rows = box.current
    if (rows && focusStep(rows, event.target as Element, event.shiftKey ? -1 : 1)) return
    if (event.shiftKey) return
    if (scanned) entry.current?.focus()
    else finish()
  }
  return (
    <section className="sheet till" aria-label={t('till.title')}>
      <div role="presentation" className="till-body" onKeyDown={onKeyDown}>
        <div className="till-modes" role="group" aria-label={t('till.title')}>
          {TILLS.map((one, index) => (
            <button
              key={one}
              type="button"
              className="till-mode"
              aria-pressed={one === work.till}
              disabled={!open.includes(one)}
              onClick={() => work.open(one)}
            >
              {t(`till.mode.${one}`)}
              <kbd aria-hidden="true">{index + 1}</kbd>
            </button>
          ))}
        </div>
        {isScanned(till) && (
          <PartEntry
            ref={entry}
            label={t(`till.entry.${till}`)}
            hint={t(`till.entryHint.${till}`)}
            claim={work.claim}
            onPick={(part, quantity) => work.pick(part, quantity)}
            onQuantity={work.setLast}
            onDone={work.finish}
          />
        )}
        <div ref={box} className="till-rows">
          {work.rows.map((row) => (
            <TillRow
              key={row.key}
              till={work.till}
              row={row}
              bad={work.bad?.key === row.key ? work.bad.field : undefined}
              onChange={(part) => work.change(row.key, part)}
              onRemove={() => work.remove(row.key)}
            />
          ))}
          {work.rows.length === 0 && (
            <p className="till-empty faint">
              {t(`till.none.${work.till}`)}
              {work.till === 'issue' && canFill && (
                <Button size="small" onClick={() => void work.fill()}>
                  {t('till.fill')}
                  <KeyCap keys="Ctrl+D" />
                </Button>
              )}
            </p>
          )}
        </div>
        <footer className="till-foot">
          <div role="alert" className="till-said">
            {work.said}
          </div>
          <ProblemLine problem={work.problem} />
          <Button
            type="primary"
            block
            disabled={!open.includes(work.till)}
            loading={work.busy}
            onClick={finish}
          >
            {t(`till.do.${work.till}`)}
            <KeyCap keys="Ctrl+Enter" />
          </Button>
        </footer>
      </div>
    </section>
  )
}
