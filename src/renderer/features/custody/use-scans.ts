// Scans of this screen one after the other, however fast they come: a thing joins the pile, a place takes the pile.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldItem, Loaner, Place } from '#shared/contract/custody.ts'
import type { Params } from '#shared/contract/index.ts'
import { usePlaceWords } from '../../components/place-words.ts'
import { useAsk, useCoreCommand } from '../../lib/api.ts'
import { loose } from '../../lib/i18n.ts'
import type { Problem } from '../../lib/problem.ts'
import { problemLine } from '../../lib/problem-text.ts'
import { beep } from '../../lib/sounds.ts'
import { joined, keyOf, waysBack } from './pile.ts'

export type Said = Readonly<{ tone: 'good' | 'bad'; text: string; seq: number }>
export type Shown =
  | Readonly<{ what: 'place'; place: Place }>
  | Readonly<{ what: 'loaner'; loaner: Loaner }>
  | null
type Target = Params<'custody.move'>['to']

export const useScans = () => {
  const { t } = useTranslation('custody')
  const ask = useAsk()
  const move = useCoreCommand('custody.move')
  const placeWords = usePlaceWords()
  const [pile, setPile] = useState<readonly HeldItem[]>([])
  const [said, setSaid] = useState<Said | null>(null)
  const [shown, setShown] = useState<Shown>(null)
  const [undo, setUndo] = useState<readonly HeldItem[]>([])
  // What the next scan stands on, before the screen was drawn anew.
  const now = useRef<readonly HeldItem[]>([])
  const queue = useRef(Promise.resolve())

  const say = (tone: Said['tone'], text: string) => {
    beep(tone)
    setSaid((before) => ({ tone, text, seq: (before?.seq ?? 0) + 1 }))
  }
  const hold = (next: readonly HeldItem[]) => {
    now.current = next
    setPile(next)
  }
  const refused = (problem: Problem, code: string) => {
    const because =
      problem.kind === 'refusal' && problem.code === 'unknownCode' ? problem.details.because : null
    say(
      'bad',
      because === null
        ? problemLine(problem, loose(t))
        : loose(t)(`custody:scan.unknown.${String(because)}`, { code }),
    )
  }

  /** Moves the pile, all or none; it is empty then, and can be put back once. */
  const put = async (to: Target, code = '') => {
    const before = now.current
    if (before.length === 0) return
    const outcome = await move.run({ codes: before.map((item) => item.code), to })
    if (!outcome.ok) return refused(outcome.problem, code)
    const { moved, place } = outcome.value
    const words = { count: moved, place: placeWords(place) }
    say('good', moved === 0 ? t('scan.movedNone', words) : t('scan.moved', words))
    setUndo(before)
    setShown(null)
    hold([])
  }

  const take = async (code: string) => {
    const outcome = await ask('custody.find', { code: code.slice(0, 60) })
    if (!outcome.ok) return refused(outcome.problem, code)
    const found = outcome.value
    if (found.what === 'place') {
      if (now.current.length > 0) return put({ code: found.place.code }, code)
      say('good', t('scan.holds', { name: found.place.name, count: found.items.length }))
      setShown({ what: 'place', place: found.place })
      return
    }
    if (found.what === 'loaner') {
      const { name, lent } = found.loaner
      const words = {
        name,
        place: lent ? t('loaners.lentTo', { name: lent.customerName }) : t('loaners.home'),
      }
      say('good', t('scan.at', words))
      setShown({ what: 'loaner', loaner: found.loaner })
      return
    }
    // A slip stands for all machines of its visit.
    const machines = found.others.filter(
      (one) => one.kind === 'machine' && one.orderId !== found.item.orderId,
    )
    const scanned = [found.item, ...machines]
    const known = scanned.every((one) => now.current.some((held) => keyOf(held) === keyOf(one)))
    hold(joined(now.current, scanned))
    setShown(null)
    const words = { name: found.item.name, place: placeWords(found.item.place) }
    say('good', known ? t('scan.already', words) : t('scan.at', words))
  }

  const putBack = async () => {
    const ways = waysBack(undo)
    setUndo([])
    for (const { codes, to } of ways) {
      const outcome = await move.run({ codes, to })
      if (!outcome.ok) return refused(outcome.problem, '')
    }
    say('good', t('scan.undone'))
  }

  /** In the order of the scans: the next one waits until this one is done. */
  const inTurn = (work: () => Promise<void>) => {
    queue.current = queue.current.then(work, work)
  }
  return {
    pile,
    said,
    shown,
    canUndo: undo.length > 0 && pile.length === 0,
    scan: (code: string) => inTurn(() => take(code)),
    put: (to: Target) => inTurn(() => put(to)),
    undo: () => inTurn(putBack),
    remove: (key: string) => hold(now.current.filter((item) => keyOf(item) !== key)),
    clear: () => hold([]),
    show: setShown,
    say,
  }
}
