// The line at which parts are entered, by hand or by scanner: code, barcode, words or initials, with `*3` for how many.
// Enter takes the part and the next one can be scanned; `*3` alone is for the part taken last.
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Part } from '#shared/contract/catalogue.ts'
import { useAsk } from '../lib/api.ts'
import { isImeKey } from '../lib/ime.ts'
import { beep } from '../lib/sounds.ts'
import { isEnter } from '../lib/use-enter-key.ts'
import { bestOf, quantityFor, quantityText, readTyped } from './part-entry-text.ts'
import { useForeignScanTaker } from './scan.ts'
import './part-entry.css'

export type PartEntryHandle = Readonly<{
  focus: () => void
  /** Something typed or scanned is not a line yet: it becomes one now, and whatever would finish the form waits for it. */
  pending: () => boolean
}>

export type PartEntryProps = Readonly<{
  label: string
  hint?: string
  /** A part and how many of it, in thousandths of its unit; `typed`: somebody said how many. */
  onPick: (part: Part, quantityThousandths: number, typed: boolean) => void
  /** `*3` alone: so many of the part taken last. */
  onQuantity?: (quantityThousandths: number) => void
  /** A code that is no part, such as a serial number: asked before the catalogue; true when it was taken. */
  claim?: (text: string) => Promise<boolean>
  /** What nothing was found for; without it that is said to be unknown. */
  onText?: (text: string, quantityThousandths: number) => void
  /** Enter with nothing typed: on to what comes next. */
  onDone?: () => void
  /** Takes the focus when its form appears. */
  first?: boolean
  /** Barcodes that were scanned while the focus was elsewhere come here too; one entry on the screen at a time. */
  scans?: boolean
  ref?: Ref<PartEntryHandle>
}>

type Found = Readonly<{ text: string; parts: readonly Part[]; sellable: ReadonlyMap<string, number> }>
const NOTHING: Found = { text: '', parts: [], sellable: new Map() }
const SHOWN = 8

export const PartEntry = (props: PartEntryProps) => {
  const { label, hint, onPick, onQuantity, onText, onDone, first = false, scans = true } = props
  const { t } = useTranslation('stock')
  const { look } = useLookUp()
  const id = useId()
  const field = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>(NOTHING)
  const [at, setAt] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  // One after the other, however fast a scanner is.
  const queue = useRef(Promise.resolve())
  const underWay = useRef(0)
  const latest = useRef('')
  const { text } = readTyped(typed)
  useEffect(() => {
    latest.current = text
    if (text === '') return
    void look(text).then((one) => {
      // Only the answer to what stands there now.
      if (one.text !== latest.current) return
      setFound(one)
      setAt(null)
    })
    // oxlint-disable-next-line react/exhaustive-deps -- asked for each text once
  }, [text])
  const shown = text !== '' && found.text === text ? found.parts : []

  const refuse = (why: string) => {
    beep('bad')
    setSaid(why)
  }
  const clear = () => {
    setTyped('')
    setFound(NOTHING)
    setAt(null)
    setSaid('')
  }
  const pick = (part: Part, asked: ReturnType<typeof readTyped>) => {
    const quantity = quantityFor(asked, part)
    if (quantity === undefined) return refuse(t('entry.badQuantity', { unit: part.unit }))
    onPick(part, quantity, asked.quantity !== null)
  }
  /** What was typed or scanned, after everything before it. */
  const take = async (raw: string, chosen?: Part) => {
    const asked = readTyped(raw)
    if (asked.text === '') {
      if (asked.quantity === null) return onDone?.()
      if (asked.quantity === undefined || !onQuantity) return refuse(t('entry.unreadable', { text: raw }))
      return onQuantity(asked.quantity)
    }
    if (asked.quantity === undefined) return refuse(t('entry.unreadable', { text: raw }))
    if (chosen === undefined && (await props.claim?.(asked.text)) === true) return
    const part = chosen ?? bestOf((await look(asked.text)).parts, asked.text)
    if (part) return pick(part, asked)
    if (onText) return onText(asked.text, asked.quantity ?? 1000)
    refuse(t('entry.unknown', { text: asked.text }))
  }
  const inTurn = (raw: string, chosen?: Part) => {
    clear()
    underWay.current += 1
    const work = () =>
      take(raw, chosen).finally(() => {
        underWay.current -= 1
      })
    queue.current = queue.current.then(work, work)
  }
  useImperativeHandle(props.ref, () => ({
    focus: () => field.current?.focus(),
    pending: () => {
      if (typed.trim() === '') return underWay.current > 0
      inTurn(typed, at === null ? undefined : shown[at])
      return true
    },
  }))
  useForeignScanTaker((digits) => {
    if (!scans) return false
    inTurn(digits)
    return true
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const { isComposing, keyCode } = event.nativeEvent
    if (isImeKey({ isComposing, keyCode })) return
    if (isEnter(event) && !event.ctrlKey && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      event.stopPropagation()
      inTurn(typed, at === null ? undefined : shown[at])
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const best = bestOf(shown, text)
      const now = at ?? (best ? shown.indexOf(best) : 0)
      setAt(Math.max(0, Math.min(shown.length - 1, now + step)))
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      event.stopPropagation()
      clear()
    }
  }
  const best = bestOf(shown, text)
  const current = at ?? (best ? shown.indexOf(best) : -1)
  return (
    <div className="part-entry">
      <Input
        ref={field}
        role="combobox"
        data-part-entry
        {...(first ? { 'data-autofocus': true } : {})}
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current < 0 ? undefined : `${id}-${current}`}
        placeholder={hint ?? t('entry.hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setSaid('')
        }}
        onKeyDown={onKeyDown}
      />
      <div role="status" className="part-entry-said">
        {said}
      </div>
      {shown.length > 0 && (
        <div className="part-entry-found" role="listbox" id={`${id}-list`} aria-label={t('entry.found')}>
          {shown.slice(0, SHOWN).map((part, index) => (
            <div
              key={part.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className="part-entry-one"
              onMouseDown={(event) => {
                event.preventDefault()
                inTurn(typed, part)
              }}
            >
              <span className="mono part-entry-cut">{part.code}</span>
              <span className="part-entry-cut">
                {part.name} <span className="part-entry-spec">{part.spec}</span>
              </span>
              <span className="num part-entry-stock">{inStock(found, part)}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const inStock = ({ sellable }: Found, { id, unit }: Part): string => {
  const there = sellable.get(id)
  return there === undefined ? '' : quantityText(there, unit)
}

/** Parts of the catalogue, with what lies in bins for whoever may see the stock. */
const useLookUp = () => {
  const ask = useAsk()
  const look = async (text: string): Promise<Found> => {
    const [found, stock] = await Promise.all([
      ask('part.find', { text, limit: SHOWN }),
      ask('stock.onHand', { text, limit: 20 }),
    ])
    const lines = stock.ok ? stock.value.lines : []
    return {
      text,
      parts: found.ok ? found.value.parts : [],
      sellable: new Map(lines.map(({ partId, sellable }) => [partId, sellable])),
    }
  }
  return { look }
}
