// A document while it is written: its head, the line at which parts are scanned or found, its lines, and why. It keeps
// itself as a draft; Ctrl+Enter posts it, Esc puts it away unfinished.
import { useEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Part } from '#shared/contract/catalogue.ts'
import type { Value } from '#shared/contract/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { PartEntry } from '#renderer/components/part-entry.tsx'
import type { PartEntryHandle } from '#renderer/components/part-entry.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { beep } from '#renderer/lib/sounds.ts'
import { isEnter } from '#renderer/lib/use-enter-key.ts'
import type { Places } from '../use-places.ts'
import { FormHead } from './form-head.tsx'
import { specOf } from './form-kinds.ts'
import { FormLineRow } from './form-line.tsx'
import type { LineField } from './form-line.tsx'
import * as model from './form-model.ts'
import type { FormProblem, StockForm } from './form-model.ts'

export type Posted = Readonly<{ form: StockForm; answer: Value<ReturnType<typeof specOf>['method']> }>

type Props = Readonly<{
  form: StockForm
  places: Places
  /** The draft is kept, is being kept, or cannot be. */
  kept: string
  onForm: (update: (form: StockForm) => StockForm) => void
  onPosted: (posted: Posted) => void
  onClose: () => void
  onDiscard: () => void
  /** Of a count: parts that lie there and were not counted yet. */
  toCount: readonly Readonly<{ partId: string; code: string; name: string }>[]
}>

export const StockFormSheet = (props: Props) => {
  const { form, places, kept, onForm, onPosted, onClose, onDiscard, toCount } = props
  const { t } = useTranslation('stock')
  const { t: common } = useTranslation()
  const spec = specOf(form.kind)
  const command = useCoreCommand(spec.method)
  const box = useRef<HTMLElement>(null)
  const entry = useRef<PartEntryHandle>(null)
  const [found, setFound] = useState<FormProblem>()
  const lineOfProblem = refusedLine(command.problem, form)

  const focusIn = (key: number, field: LineField) =>
    box.current?.querySelector<HTMLElement>(`[data-stock-line="${key}"] [data-line-field=${field}]`)?.focus()
  const next = (key: number) => (to: LineField | 'entry') =>
    to === 'entry' ? entry.current?.focus() : focusIn(key, to)
  // Once: a screen that is shown again finds the focus where it was.
  const begun = useRef(false)
  useEffect(() => {
    if (!begun.current) entry.current?.focus()
    begun.current = true
  }, [])
  const wanted = useRef<LineField | null>(null)
  useEffect(() => {
    const { current } = form
    if (current === null) return
    box.current?.querySelector(`[data-stock-line="${current}"]`)?.scrollIntoView({ block: 'nearest' })
    if (wanted.current !== null) focusIn(current, wanted.current)
    wanted.current = null
  }, [form])

  // What is scanned while the document is posted would be on none: it is refused by ear and scanned again.
  const posting = useRef(false)
  const pick = (part: Part, quantity: number, typed: boolean) => {
    if (posting.current) return beep('bad')
    setFound(undefined)
    command.forget()
    beep('good')
    if (model.bySerials(form.kind, part)) wanted.current = 'serials'
    else if (spec.cost) wanted.current = typed ? 'cost' : 'quantity'
    else if (spec.least === 'negative' && !typed) wanted.current = 'quantity'
    onForm((old) => model.withPart(old, part, quantity))
  }
  const lead = (problem: FormProblem) => {
    setFound(problem)
    beep('bad')
    if (problem.at === 'line') return focusIn(problem.key, problem.what)
    if (problem.at === 'lines') return entry.current?.focus()
    const field = box.current?.querySelector(`[data-stock-field=${problem.at}]`)
    field?.querySelector<HTMLElement>('input, [role=listbox]')?.focus()
  }
  const submit = async () => {
    // What is typed or scanned and no line yet comes first; the next press posts.
    if (command.busy || entry.current?.pending() === true) return
    const problem = model.problemOf(form)
    if (problem) return lead(problem)
    setFound(undefined)
    posting.current = true
    const outcome = await command.run(model.paramsOf(form) as never)
    posting.current = outcome.ok
    if (outcome.ok) onPosted({ form, answer: outcome.value })
  }
  const all = () =>
    onForm((old) => ({
      ...old,
      lines: old.lines.map((one) =>
        one.expected === null || model.bySerials(old.kind, one)
          ? one
          : { ...one, quantity: model.textOf(one.expected) },
      ),
    }))
  const current = form.lines.find(({ key }) => key === form.current)
  const remove = (key: number) => {
    onForm((old) => model.withoutLine(old, key))
    entry.current?.focus()
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t(`form.post.${form.kind}`), run: () => void submit() },
    { keys: 'Escape', label: t('form.putAway'), run: onClose },
    { keys: 'Ctrl+F', label: t('form.toEntry'), run: () => entry.current?.focus() },
    form.kind === 'arrive' && { keys: 'Ctrl+D', label: t('form.allArrived'), run: all },
    current !== undefined && {
      keys: 'Alt+0',
      label: t('form.remove', { name: current.name }),
      run: () => remove(current.key),
    },
  ])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    if (event.defaultPrevented || event.altKey) return
    if (isEnter(event) && !event.ctrlKey && target.closest('[data-stock-field]')) {
      if (target.getAttribute('aria-expanded') === 'true') return
      event.preventDefault()
      return entry.current?.focus()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const line = target.closest<HTMLElement>('[data-stock-line]')
    const field = target.dataset['lineField']
    if (!line || field === undefined) return
    const lines = form.lines.map(({ key }) => key)
    const at = lines.indexOf(Number(line.dataset['stockLine'])) + (event.key === 'ArrowDown' ? 1 : -1)
    event.preventDefault()
    if (lines[at] === undefined) entry.current?.focus()
    else focusIn(lines[at], field as LineField)
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const key = Number(target.closest<HTMLElement>('[data-stock-line]')?.dataset['stockLine'] ?? Number.NaN)
    if (Number.isNaN(key) || key === form.current) return
    onForm((old) => ({ ...old, current: key }))
  }
  const total = form.lines.reduce((sum, one) => sum + (one.costFen ?? 0), 0)
  const counted = new Set(form.lines.map(({ partId }) => partId))
  const left = toCount.filter(({ partId }) => !counted.has(partId))
  const headBad =
    found && found.at !== 'line' && found.at !== 'lines' && found.at !== 'reason' ? found.at : undefined
  return (
    <section ref={box} className="sheet stock-form" aria-label={t(`form.title.${form.kind}`)}>
      <div role="presentation" className="stock-form-inside" onKeyDown={onKeyDown} onFocus={onFocus}>
        <header className="stock-form-head">
          <h2>
            {t(`form.title.${form.kind}`)}
            {form.documentNumber !== '' && (
              <span className="stock-form-of">
                {form.requestId === null ? '' : t('form.answers')}{' '}
                <span className="mono">{form.documentNumber}</span>
              </span>
            )}
          </h2>
          <span className="faint" role="status">
            {kept}
          </span>
          <span className="stretch" />
          {form.kind === 'arrive' && (
            <Button onClick={all}>
              {t('form.allArrived')}
              <KeyCap keys="Ctrl+D" />
            </Button>
          )}
        </header>
        <FormHead
          form={form}
          places={places}
          bad={headBad}
          onChange={(change) => onForm((old) => ({ ...old, ...change }))}
        />
        <PartEntry
          ref={entry}
          first
          label={t('form.entry')}
          onPick={pick}
          onQuantity={(quantity) => {
            beep('good')
            onForm((old) => model.withQuantity(old, quantity))
          }}
        />
        <div className="stock-lines" role="group" aria-label={t('form.lines')}>
          {form.lines.length === 0 && <p className="faint stock-none">{t(`form.none.${form.kind}`)}</p>}
          {form.lines.map((line, index) => (
            <FormLineRow
              key={line.key}
              kind={form.kind}
              line={line}
              n={form.lines.length - index}
              current={line.key === form.current}
              bad={
                found?.at === 'line' && found.key === line.key
                  ? found.what
                  : lineOfProblem?.key === line.key
                    ? lineOfProblem.what
                    : undefined
              }
              onChange={(change) => {
                setFound(undefined)
                onForm((old) => model.withChange(old, line.key, change))
              }}
              onSerial={(serial) => {
                const changed = model.withSerial(form, line.key, serial)
                if (changed) onForm((old) => model.withSerial(old, line.key, serial) ?? old)
                return changed !== undefined
              }}
              onSerials={(serials) => onForm((old) => model.withSerials(old, line.key, serials))}
              onRemove={() => remove(line.key)}
              onNext={next(line.key)}
            />
          ))}
        </div>
        {left.length > 0 && (
          <p className="stock-left">
            {t('form.leftToCount', { count: left.length })}{' '}
            <span className="faint">
              {left
                .slice(0, 6)
                .map(({ code, name }) => `${code} ${name}`)
                .join(t('form.join'))}
            </span>
          </p>
        )}
        <footer className="stock-form-foot">
          <div className="stock-reason" data-stock-field="reason">
            <Input
              aria-label={t(`form.reason.${form.kind}`)}
              placeholder={t(`form.reason.${form.kind}`)}
              {...(found?.at === 'reason' ? { status: 'error' as const, 'aria-invalid': true } : {})}
              maxLength={300}
              value={form.reason}
              onChange={(event) => onForm((old) => ({ ...old, reason: event.target.value }))}
            />
          </div>
          <span className="num faint">
            {t('form.count', { count: form.lines.length })}
            {spec.cost && ` · ${formatYuan(total, { sign: '¥' })}`}
          </span>
          <Button onClick={onDiscard}>{common('verb.discard')}</Button>
          <Button onClick={onClose}>
            {t('form.putAway')}
            <KeyCap keys="Esc" />
          </Button>
          <Button type="primary" loading={command.busy} onClick={() => void submit()}>
            {t(`form.post.${form.kind}`)}
            <KeyCap keys="Ctrl+Enter" />
          </Button>
        </footer>
        {found ? (
          <div role="alert" className="problem-line">
            {t(
              found.at === 'line'
                ? `form.missing.${found.what}`
                : found.at === 'lines'
                  ? 'form.missing.lines'
                  : `form.missing.${found.at}`,
            )}
          </div>
        ) : (
          <ProblemLine problem={command.problem} />
        )}
      </div>
    </section>
  )
}

/** The line that the core refused: lines are posted in the order in which they were entered. */
const refusedLine = (
  problem: Problem | undefined,
  form: StockForm,
): Readonly<{ key: number; what: LineField }> | undefined => {
  const field =
    problem?.kind === 'refusal'
      ? String(problem.details['field'] ?? '')
      : problem?.kind === 'badInput'
        ? (problem.issues[0]?.path ?? '')
        : ''
  const [, at, name] = /^lines\.(\d+)(?:\.(\w+))?/.exec(field) ?? []
  const line = at === undefined ? undefined : model.linesToPost(form)[Number(at)]
  if (!line) return undefined
  return { key: line.key, what: name === 'serials' ? 'serials' : name === 'costFen' ? 'cost' : 'quantity' }
}
