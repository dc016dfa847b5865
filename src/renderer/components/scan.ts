// The wedge scanner, heard before any field: one of our codes is taken out of the field it fell into and goes
// to the screen that wants it, else to the order it stands for. Anything that is not ours stays where it is.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { recognise } from '#shared/kernel/document-number.ts'
import type { Barcode } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { useAsk } from '../lib/api.ts'
import { isEditable } from '../lib/ime.ts'
import { useNav } from '../lib/nav.ts'
import { createBurstReader } from '../lib/scan-burst.ts'
import { beep } from '../lib/sounds.ts'

export type Scan = Readonly<{ digits: string; barcode: Barcode }>
/** True when the screen did something with the scan; false leaves it to the next one. */
export type ScanTaker = (scan: Scan) => boolean

const takers: { take: ScanTaker }[] = []

/** The shown screen gets scans first: an intake takes an old slip as its customer. */
export const useScanTaker = (take: ScanTaker): void => {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const mine = { take: (scan: Scan) => latest.current(scan) }
    takers.push(mine)
    return () => {
      takers.splice(takers.indexOf(mine), 1)
    }
  }, [])
}

/** True when the screen did something with a code of somebody else's, such as the barcode on a part. */
export type ForeignScanTaker = (digits: string) => boolean

const foreignTakers: { take: ForeignScanTaker }[] = []

/**
 * Gets barcodes that are none of ours and that fell into no text: into nothing at all, or into a field for numbers
 * (`data-no-scan`), from which they are taken out again.
 */
export const useForeignScanTaker = (take: ForeignScanTaker): void => {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const mine = { take: (digits: string) => latest.current(digits) }
    foreignTakers.push(mine)
    return () => {
      foreignTakers.splice(foreignTakers.indexOf(mine), 1)
    }
  }, [])
}

type Field = HTMLInputElement | HTMLTextAreaElement

/** Puts a field back to what it held; React hears it like typing. */
const restore = (field: Field, value: string) => {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

type Heard = Readonly<{
  ours: (scan: Scan) => void
  bad: (digits: string) => void
  unknown: (digits: string) => void
  /** A code of somebody else's that no field is for: whether the screen took it. */
  foreign: (digits: string) => boolean
}>

/** Listens in the capture phase; answers how to stop. */
export const listenToScanner = (target: Window, heard: Heard): (() => void) => {
  const reader = createBurstReader()
  let before: Readonly<{ field: Field; value: string }> | null = null
  const onKey = (event: KeyboardEvent) => {
    const modified = event.ctrlKey || event.altKey || event.metaKey
    const { started, digits } = reader.feed({ code: event.code, at: event.timeStamp, modified })
    const field = isEditable(event.target) ? (event.target as Field) : null
    if (started) before = field && { field, value: field.value }
    if (digits === null) return
    const found = recognise(digits)
    const bad = isRefused(found)
    const foreign = !bad && found.form !== 'digits'
    // A serial number or a telephone number scanned into a field is what the field is for.
    if (foreign && field !== null && field.dataset['noScan'] === undefined) return
    if (foreign && !heard.foreign(digits)) {
      if (field === null) heard.unknown(digits)
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
    if (before) restore(before.field, before.value)
    if (bad) heard.bad(digits)
    else if (found.form === 'digits') heard.ours({ digits, barcode: found.barcode })
  }
  target.addEventListener('keydown', onKey, true)
  return () => target.removeEventListener('keydown', onKey, true)
}

/** Routes scans while the frame can be used. */
export const useScanner = (): void => {
  const { t } = useTranslation('frame')
  const { openOrder, openScreen, notice } = useNav()
  const ask = useAsk()
  const heard = useRef<Heard>(null)
  const refuse = (text: string) => {
    beep('bad')
    notice('bad', text)
  }
  const open = async (scan: Scan) => {
    // A shelf or a loaner: what stands there, who has it.
    if (scan.barcode.kind === 'place' || scan.barcode.kind === 'loaner')
      return openScreen('custody', { code: scan.digits })
    const outcome = await ask('search.find', { text: scan.digits, kinds: ['order', 'visit'] })
    const hits = outcome.ok ? outcome.value.hits : []
    const orders = hits.flatMap((hit) =>
      hit.kind === 'order' ? [hit] : hit.kind === 'visit' ? hit.orders : [],
    )
    if (orders.length === 0) return refuse(t('notice.unknownScan', { digits: scan.digits }))
    beep('good')
    // A slip is shown by whoever comes for a machine.
    if (scan.barcode.kind === 'visit' && orders.some(({ state }) => state === 'readyForPickup'))
      return openScreen('pickup', { code: scan.digits })
    for (const { id, number } of orders.toReversed()) openOrder(id, number)
  }
  useEffect(() => {
    heard.current = {
      ours: (scan) => {
        if (!takers.toReversed().some(({ take }) => take(scan))) void open(scan)
      },
      bad: (digits) => refuse(t('notice.badScan', { digits })),
      unknown: (digits) => refuse(t('notice.unknownScan', { digits })),
      foreign: (digits) => foreignTakers.toReversed().some(({ take }) => take(digits)),
    }
  })
  useEffect(
    () =>
      listenToScanner(window, {
        ours: (scan) => heard.current?.ours(scan),
        bad: (digits) => heard.current?.bad(digits),
        unknown: (digits) => heard.current?.unknown(digits),
        foreign: (digits) => heard.current?.foreign(digits) ?? false,
      }),
    [],
  )
}
