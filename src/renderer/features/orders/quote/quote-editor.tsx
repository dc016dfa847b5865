// The draft of a quote, as fast as a till (rules QUO-1, QUO-3): type, Enter, quantity, Enter, price, Enter. It saves
// itself; Ctrl+Enter sends it.
import { useEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { QuoteVersion } from '#shared/contract/quote.ts'
import { proposedPayer } from '#shared/domain/service/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { ProblemLine } from '../../../components/panel-states.tsx'
import { useCoreCommand } from '../../../lib/api.ts'
import { useFormat, useNow } from '../../../lib/format.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import { isEnter } from '../../../lib/use-enter-key.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { readDay } from '../../../lib/read-day.ts'
import { Beside } from './beside.tsx'
import { ItemEntry } from './item-entry.tsx'
import {
  linesOf,
  nextAlternative,
  nextKind,
  nextPayer,
  problemOf,
  rowOfItem,
  rowOfText,
  sheetOf,
  totalsOfRows,
} from './quote-model.ts'
import type { Row, Sheet } from './quote-model.ts'
import { QuoteRow } from './quote-row.tsx'

const SAVE_AFTER_MS = 400
const yuan = (fen: number) => formatYuan(fen, { sign: '¥' })

type Props = Readonly<{ order: OrderDetail; draft: QuoteVersion; onSent: () => void }>

export const QuoteEditor = ({ order, draft, onSent }: Props) => {
  const { t } = useTranslation('quotes')
  const { notice } = useNav()
  const { zone } = useFormat()
  const now = useNow()
  const [sheet, setSheet] = useState<Sheet>(() => sheetOf(draft))
  const [current, setCurrent] = useState<number | null>(null)
  const keys = useRef(draft.lines.length)
  const box = useRef<HTMLElement>(null)
  const draftRun = useCoreCommand('quote.draft')
  const sendRun = useCoreCommand('quote.send')
  const voidRun = useCoreCommand('quote.void')
  const payer = proposedPayer(order.chargeKind, order.comeback !== null)
  const row = sheet.rows.find(({ key }) => key === current)

  const day = sheet.validUntil === '' ? null : readDay(sheet.validUntil, businessDate(now, zone))
  const lines = linesOf(sheet.rows)
  const ready = lines !== undefined && !(sheet.validUntil !== '' && day === null)
  const content = JSON.stringify({ validUntil: day, remark: sheet.remark, lines })
  const [saved, setSaved] = useState(content)
  // Sent or dropped: there is nothing left to save into.
  const over = useRef(false)
  const save = async (): Promise<boolean> => {
    if (!lines || !ready || over.current) return false
    const outcome = await draftRun.run({ id: order.id, validUntil: day, remark: sheet.remark, lines })
    if (outcome.ok) setSaved(content)
    return outcome.ok
  }
  const latest = useRef(save)
  const dirty = useRef(false)
  useEffect(() => {
    latest.current = save
    dirty.current = ready && content !== saved
  })
  // Leaving the section or the tab loses nothing.
  useEffect(
    () => () => {
      if (dirty.current) void latest.current()
    },
    [],
  )
  useEffect(() => {
    if (content === saved || !ready) return
    const timer = setTimeout(() => void latest.current(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [content, saved, ready])

  const focusEntry = () => box.current?.querySelector<HTMLElement>('[data-quote-entry]')?.focus()
  const focusIn = (key: number, field: 'quantity' | 'price') =>
    box.current?.querySelector<HTMLElement>(`[data-quote-row="${key}"] [data-quote-field=${field}]`)?.focus()
  useEffect(focusEntry, [])

  const setRows = (rows: readonly Row[]) => setSheet((old) => ({ ...old, rows }))
  const change = (key: number, part: Partial<Row>) =>
    setSheet((old) => ({
      ...old,
      rows: old.rows.map((one) => (one.key === key ? { ...one, ...part } : one)),
    }))
  const toFocus = useRef<number | null>(null)
  useEffect(() => {
    if (toFocus.current !== null) focusIn(toFocus.current, 'quantity')
    toFocus.current = null
  }, [sheet.rows.length])
  const add = (make: (key: number, alternative: Row['alternative']) => Row) => {
    const key = (keys.current += 1)
    // What is typed after an option's line belongs to the same option.
    const alternative = sheet.rows.at(-1)?.alternative ?? ''
    setRows([...sheet.rows, make(key, alternative)])
    setCurrent(key)
    toFocus.current = key
  }
  const remove = (key: number) => {
    setRows(sheet.rows.filter((one) => one.key !== key))
    focusEntry()
  }

  const send = async () => {
    const bad = sheet.rows.find((one) => problemOf(one) !== undefined)
    if (bad) return focusIn(bad.key, problemOf(bad) === 'quantity' ? 'quantity' : 'price')
    if (!(await save())) return
    over.current = true
    const outcome = await sendRun.run({ id: order.id, ver: order.ver })
    if (!outcome.ok) {
      over.current = false
      return
    }
    notice('good', t('sent', { version: draft.version }))
    onSent()
  }
  const drop = async () => {
    over.current = true
    const outcome = await voidRun.run({ id: order.id, version: draft.version, reason: t('dropReason') })
    if (outcome.ok) notice('good', t('dropped'))
    else over.current = false
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('send'), run: () => void send() },
    { keys: 'Ctrl+D', label: t('toEntry'), run: focusEntry },
    row !== undefined && {
      keys: 'Alt+1',
      label: t('keys.alternative'),
      run: () => change(row.key, { alternative: nextAlternative(row.alternative) }),
    },
    row !== undefined && {
      keys: 'Alt+2',
      label: t('keys.kind'),
      run: () => change(row.key, { kind: nextKind(row) }),
    },
    row !== undefined && {
      keys: 'Alt+3',
      label: t('keys.payer'),
      run: () => change(row.key, { payer: nextPayer(row.payer) }),
    },
    row !== undefined && {
      keys: 'Alt+4',
      label: t('keys.waived'),
      run: () => change(row.key, { waived: !row.waived }),
    },
    row !== undefined && { keys: 'Alt+5', label: t('keys.remove'), run: () => remove(row.key) },
  ])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !isEnter(event) || event.altKey) return
    // Before the next verb of the order, which has the same key.
    if (event.ctrlKey) {
      event.preventDefault()
      return void send()
    }
    const target = event.target as HTMLElement
    if (target instanceof HTMLButtonElement) return
    const line = target.closest<HTMLElement>('[data-quote-row]')
    event.preventDefault()
    if (!line) return focusEntry()
    if (target.dataset['quoteField'] === 'quantity' && !event.shiftKey)
      return focusIn(Number(line.dataset['quoteRow']), 'price')
    if (target.dataset['quoteField'] === 'price' && event.shiftKey)
      return focusIn(Number(line.dataset['quoteRow']), 'quantity')
    return focusEntry()
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const line = target.closest<HTMLElement>('[data-quote-row]')
    if (line) setCurrent(Number(line.dataset['quoteRow']))
  }
  const totals = totalsOfRows(sheet.rows)
  const profits = draft.totals.map(({ profitFen }) => profitFen)
  const isSaved = content === saved
  return (
    <section ref={box} className="sheet quote-editor" aria-label={t('editor', { version: draft.version })}>
      <div role="presentation" onKeyDown={onKeyDown} onFocus={onFocus}>
        <header className="quote-editor-head">
          <h2>{t('editor', { version: draft.version })}</h2>
          <span className="faint" role="status">
            {ready ? t(isSaved ? 'saved' : 'saving') : t('unfinished')}
          </span>
          <span className="stretch" />
          <label className="quote-head-field">
            <span className="faint">{t('validUntil')}</span>
            <Input
              className="num quote-date"
              maxLength={10}
              {...(sheet.validUntil !== '' && day === null ? { status: 'error' as const } : {})}
              value={sheet.validUntil}
              onChange={(event) => setSheet({ ...sheet, validUntil: event.target.value })}
            />
          </label>
          <label className="quote-head-field quote-remark">
            <span className="faint">{t('remark')}</span>
            <Input
              maxLength={500}
              value={sheet.remark}
              onChange={(event) => setSheet({ ...sheet, remark: event.target.value })}
            />
          </label>
        </header>
        <div className="quote-rows">
          {sheet.rows.length > 0 && (
            <div className="quote-row quote-row-head" aria-hidden="true">
              {(
                [
                  'alternative',
                  'kind',
                  'text',
                  'quantity',
                  'price',
                  'amount',
                  'payer',
                  'waived',
                  'warranty',
                ] as const
              ).map((name) => (
                <span
                  key={name}
                  className={['quantity', 'price', 'amount'].includes(name) ? 'quote-right' : ''}
                >
                  {t(`column.${name}`)}
                </span>
              ))}
              <span />
            </div>
          )}
          {sheet.rows.map((one, index) => (
            <QuoteRow
              key={one.key}
              row={one}
              n={index + 1}
              current={one.key === current}
              onChange={(part) => change(one.key, part)}
              onRemove={() => remove(one.key)}
            />
          ))}
          <ItemEntry
            orderId={order.id}
            keys={row === undefined ? '' : t('keys.line')}
            onItem={(item) => add((key, alternative) => rowOfItem(item, key, payer, alternative))}
            onText={(text) => add((key, alternative) => rowOfText(text, key, payer, alternative))}
          />
        </div>
        <footer className="quote-editor-foot">
          <ProblemLine problem={sendRun.problem ?? draftRun.problem ?? voidRun.problem} />
          <div className="quote-editor-verbs">
            {totals.map((total, index) => (
              <span key={total.alternative} className="quote-total">
                {total.alternative === '' ? t('total') : t('totalOf', { alternative: total.alternative })}{' '}
                <strong className="num">{yuan(total.customerFen)}</strong>
                {total.othersFen > 0 && (
                  <span className="num faint"> {t('others', { amount: yuan(total.othersFen) })}</span>
                )}
                {isSaved && typeof profits[index] === 'number' && (
                  <span className="num faint"> {t('profit', { amount: yuan(profits[index]) })}</span>
                )}
              </span>
            ))}
            <span className="quote-do">
              <Button loading={voidRun.busy} onClick={() => void drop()}>
                {t('drop')}
              </Button>
              <Button type="primary" loading={sendRun.busy} onClick={() => void send()}>
                {t('send')}
                <KeyCap keys="Ctrl+Enter" />
              </Button>
            </span>
          </div>
        </footer>
      </div>
      <Beside customerId={order.customer.id} orderId={order.id} row={row} />
    </section>
  )
}
