// The till of one order: its mode, its rows, what a scan does to them, and the one command that they become.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '#shared/contract/catalogue.ts'
import type { Value } from '#shared/contract/index.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { PER_UNIT, formatQuantity } from '#shared/kernel/quantity.ts'
import { useAsk, useCoreCommand } from '../../../lib/api.ts'
import type { Problem } from '../../../lib/problem.ts'
import { beep } from '../../../lib/sounds.ts'
import {
  commandOf,
  isLeftOut,
  movable,
  proposed,
  rowOfLine,
  rowOfPart,
  rowProblem,
  withRow,
} from './till-model.ts'
import type { Row, Till } from './till-model.ts'

export type Parts = Value<'orderPart.ofOrder'>
type Moved = Value<'orderPart.issue'>
export type BadRow = Readonly<{ key: number; field: string }>
/** What can be taken back right away, by the opposite document. */
type Undo = Readonly<{ till: 'issue' | 'good'; rows: readonly Row[]; lines: readonly string[] }>

type Needs = Readonly<{
  order: OrderDetail
  parts: Parts
  onDone: (till: Till, moved: Moved) => void
}>

export const useTill = ({ order, parts, onDone }: Needs) => {
  const { t } = useTranslation('parts')
  const ask = useAsk()
  const runs = {
    issue: useCoreCommand('orderPart.issue'),
    use: useCoreCommand('orderPart.use'),
    giveBack: useCoreCommand('orderPart.giveBack'),
    returnOld: useCoreCommand('orderPart.returnOld'),
  }
  const [till, setTill] = useState<Till>('issue')
  const [rows, setRows] = useState<readonly Row[]>([])
  const [bad, setBad] = useState<BadRow | null>(null)
  const [early, setEarly] = useState<string>('')
  const [undo, setUndo] = useState<Undo | null>(null)
  // What the next scan stands on, before the screen was drawn anew.
  const now = useRef<readonly Row[]>([])
  const nextKey = useRef(100)
  const latest = useRef(parts)
  // Somebody typed or scanned here: what is proposed anew would wipe it out.
  const touched = useRef(false)
  // The command that is under way: what is scanned meanwhile belongs to the next one.
  const running = useRef<Promise<void> | null>(null)
  const hold = (next: readonly Row[]) => {
    now.current = next
    setRows(next)
  }
  const say = (tone: 'good' | 'bad', text: string) => {
    beep(tone)
    setEarly(tone === 'bad' ? text : '')
  }
  // A key may be faster than the news of what was just done: what is proposed follows until somebody touches it.
  useEffect(() => {
    latest.current = parts
    if (touched.current) return
    now.current = proposed(till, parts.lines, order.reportedFault)
    setRows(now.current)
  }, [parts, till, order.reportedFault])
  const open = (next: Till) => {
    touched.current = false
    setTill(next)
    setBad(null)
    setEarly('')
    for (const run of Object.values(runs)) run.forget()
    hold(proposed(next, latest.current.lines, order.reportedFault))
  }
  const add = (row: Row) => {
    touched.current = true
    hold(withRow(now.current, { ...row, key: (nextKey.current += 1) }))
    say('good', '')
  }
  /** Of this order's lines; an issue takes what is planned first. */
  const lineFor = (partId: string, serial?: string) =>
    latest.current.lines.find(
      (line) =>
        line.partId === partId &&
        movable(till, line) > 0 &&
        (till !== 'issue' || !line.boughtIn) &&
        (serial === undefined || till === 'issue' || line.serialsInHand.includes(serial)),
    )
  const pick = (part: Part, quantity: number, serial = '') => {
    const line = lineFor(part.id, serial === '' ? undefined : serial)
    const fault = till === 'defective' ? order.reportedFault : ''
    if (line) return add(rowOfLine(till, line, quantity, 0, { serials: serial, fault }))
    if (till === 'issue') return add(rowOfPart(part, quantity, 0, serial))
    say('bad', t('till.notInHand', { name: part.name }))
  }
  /** A serial number stands for its part: in a bin when something is issued, in somebody's hands when it comes back. */
  const claim = async (text: string): Promise<boolean> => {
    await running.current
    const serial = text.normalize('NFKC').toUpperCase()
    const held = latest.current.lines.find((line) => line.serialsInHand.includes(serial))
    if (till !== 'issue') {
      if (!held) return false
      const fault = till === 'defective' ? order.reportedFault : ''
      add(rowOfLine(till, held, PER_UNIT, 0, { serials: serial, fault }))
      return true
    }
    const found = await ask('orderPart.ofSerial', { serial: text.slice(0, 60) })
    const fits = found.ok ? found.value.parts : []
    const wanted = fits.find(({ id }) => now.current.some(({ partId }) => partId === id)) ?? fits[0]
    if (!wanted) return false
    pick(wanted, PER_UNIT, serial)
    return true
  }
  const change = (key: number, part: Partial<Row>) => {
    setBad(null)
    touched.current = true
    hold(now.current.map((row) => (row.key === key ? { ...row, ...part } : row)))
  }
  const run = (command: ReturnType<typeof commandOf>) => {
    switch (command.method) {
      case 'orderPart.issue':
        return runs.issue.run(command.params)
      case 'orderPart.use':
        return runs.use.run(command.params)
      case 'orderPart.giveBack':
        return runs.giveBack.run(command.params)
      case 'orderPart.returnOld':
        return runs.returnOld.run(command.params)
    }
  }
  const finish = () => {
    running.current ??= send().finally(() => {
      running.current = null
    })
  }
  const send = async () => {
    const live = now.current.filter((row) => !isLeftOut(row))
    if (live.length === 0) return say('bad', t('till.empty'))
    const wrong = live.find((row) => rowProblem(till, row) !== null)
    if (wrong) {
      const field = rowProblem(till, wrong) ?? 'quantity'
      say('bad', t(`till.wrong.${field}`, { name: wrong.name }))
      return setBad({ key: wrong.key, field })
    }
    setEarly('')
    setBad(null)
    const outcome = await run(commandOf(till, order.id, live))
    if (!outcome.ok) {
      const place = placeOf(outcome.problem, live)
      if (place?.field === 'misfitReason') change(place.key, { asksMisfit: true })
      beep('bad')
      return setBad(place)
    }
    beep('good')
    setUndo(
      till === 'issue' || till === 'good' ? { till, rows: live, lines: outcome.value.orderPartIds } : null,
    )
    touched.current = false
    hold([])
    onDone(till, outcome.value)
  }
  /** By the opposite document: what was issued comes back good, what came back is issued again. */
  const takeBack = async (): Promise<boolean> => {
    if (!undo) return false
    const back = undo.rows.map((row, index) => ({ ...row, orderPartId: undo.lines[index] ?? null }))
    const outcome = await run(commandOf(undo.till === 'issue' ? 'good' : 'issue', order.id, back))
    if (outcome.ok) setUndo(null)
    return outcome.ok
  }
  return {
    till,
    rows,
    bad,
    said: early,
    problem: Object.values(runs).find(({ problem }) => problem !== undefined)?.problem,
    busy: Object.values(runs).some(({ busy }) => busy),
    canUndo: undo !== null,
    open,
    pick,
    claim,
    change,
    finish,
    takeBack,
    /** All that is planned, and what the customer accepted beyond it. */
    fill: async () => {
      for (const line of latest.current.lines)
        if (movable('issue', line) > 0) add(rowOfLine('issue', line, movable('issue', line), 0))
      for (const { partId, quantity } of latest.current.quoted) {
        const found = await ask('part.get', { id: partId })
        if (found.ok) add(rowOfPart(found.value, quantity, 0))
      }
    },
    /** One line alone, chosen in the table. */
    openWith: (next: Till, line: Parts['lines'][number]) => {
      open(next)
      const [own] = proposed(next, [line], order.reportedFault)
      const fault = next === 'defective' ? order.reportedFault : ''
      const serials = next === 'good' || next === 'defective' ? line.serialsInHand.join(' ') : ''
      touched.current = true
      hold([own ?? rowOfLine(next, line, movable(next, line), 1, { fault, serials })])
    },
    setLast: (quantity: number) => {
      const last = now.current.at(-1)
      if (last) change(last.key, { quantity: formatQuantity(quantity) })
    },
    remove: (key: number) => {
      touched.current = true
      hold(now.current.filter((row) => row.key !== key))
    },
  }
}

/** `lines.2.quantity`: the third row that was sent. */
const placeOf = (problem: Problem, sent: readonly Row[]): BadRow | null => {
  const field = problem.kind === 'refusal' ? problem.details['field'] : undefined
  const [, index, name = ''] = /^lines\.(\d+)(?:\.(\w+))?/.exec(typeof field === 'string' ? field : '') ?? []
  const row = index === undefined ? undefined : sent[Number(index)]
  return row ? { key: row.key, field: name } : null
}
