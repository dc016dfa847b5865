// What is typed into the pay fields of one screen, and what it comes to.
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { PaymentMethod } from '#shared/domain/money/index.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { readDay } from '#renderer/lib/read-day.ts'
import { beep } from '#renderer/lib/sounds.ts'
import type { Amount, Due, Paying, Rest } from './pay-model.ts'
import {
  NOTHING_TYPED,
  amountTyped,
  chosen,
  methodOfCode,
  payProblem,
  scanned,
  settleParams,
  settlingOf,
  sumsOf,
} from './pay-model.ts'

/** People type slower, scanners faster. */
const BETWEEN_KEYS_MS = 100
/** From a scanner's first key to what is made of it. */
const A_SCAN_MS = 1500

export type Pay = ReturnType<typeof usePay>

export const usePay = (bills: readonly Due[]) => {
  const { zone } = useFormat()
  const now = useNow()
  const [paying, setPaying] = useState(NOTHING_TYPED)
  // The words stand once somebody tried, and go with the next key.
  const [tried, setTried] = useState(false)
  const before = useRef({ paying, at: 0 })
  const sums = sumsOf(bills, paying)
  const typedDay = paying.followUpOn.trim()
  const day = typedDay === '' ? null : readDay(typedDay, businessDate(now, zone))
  const problem = payProblem(paying, sums, typedDay === '' || day !== null)
  const change = (next: (old: Paying) => Paying): void => {
    setTried(false)
    setPaying(next)
  }
  return {
    paying,
    sums,
    problem,
    /** Worded under the fields. */
    shown: tried ? problem : null,
    /** True when it can be sent; otherwise the words say what is missing. */
    check: (): boolean => {
      setTried(true)
      return problem === null
    },
    patch: (part: Partial<Paying>): void => change((old) => ({ ...old, ...part })),
    choose: (key: Rest): void => change((old) => chosen(old, key)),
    type: (method: PaymentMethod, fen: Amount): void => change((old) => amountTyped(old, method, fen)),
    params: () => settleParams(bills, paying, day),
    settling: () => settlingOf(paying, sums, day),
    clear: (): void => change(() => NOTHING_TYPED),
    /** A scanner's digits reach the list that has the focus before the scan is known. */
    watchKeys: ({ timeStamp }: Pick<KeyboardEvent, 'timeStamp'>): void => {
      const fresh = timeStamp - before.current.at > BETWEEN_KEYS_MS
      before.current = { paying: fresh ? paying : before.current.paying, at: timeStamp }
    },
    /** True for the customer's payment code: it says how he pays, not that the money has come. */
    takeCode: (digits: string): boolean => {
      const method = methodOfCode(digits)
      if (method === null) return false
      const inScan = performance.now() - before.current.at < A_SCAN_MS
      const held = before.current.paying
      change((old) => scanned(inScan ? held : old, method))
      beep('good')
      return true
    },
  }
}
