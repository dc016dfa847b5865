// The verbs of one order while it stands open: what may be given, which panel is open, and what was typed into
// each of them. Typed things stay until the verb is done or the tab is closed.
import { useEffect, useRef, useState } from 'react'
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { CommandName } from '#shared/domain/work-order/commands.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { useCoreQuery } from '../../../lib/api.ts'
import { useNav } from '../../../lib/nav.ts'
import { onVerbFor } from '../../../lib/verb-request.ts'
import type { Values } from './field-model.ts'
import { canOpen } from './panels.ts'
import type { PanelName } from './panels.ts'
import { AT_PICK_UP } from './verb-forms.ts'

export type Allowance = Readonly<{
  command: string
  /** Its panel is worth opening; `ready`: the core would take it as it is. */
  allowed: boolean
  ready: boolean
  needs: readonly string[]
  refusal: string | null
  missing: readonly string[]
  wayOut: readonly Readonly<Record<string, JsonValue>>[]
}>

export type Verbs = ReturnType<typeof useVerbs>

/** What stands in the way and is done in the panel itself: paper that prints there, fields and money that are asked there. */
const SOLVED_INSIDE: ReadonlySet<string> = new Set([
  'repairOrderNotPrinted',
  'vendorSlipNotPrinted',
  'fieldMissing',
  'unpaid',
])

/** Verbs that lead into a section: the form that corrects the intake, the draft of a quote, the money. */
const IN_SECTION = ['sendQuote', 'settle', 'reverseSettlement'] as const
type Elsewhere = Readonly<Record<'amend' | (typeof IN_SECTION)[number], () => void>>

export const useVerbs = (order: OrderDetail, elsewhere: Elsewhere) => {
  const { openScreen } = useNav()
  const answer = useCoreQuery('order.allowed', { id: order.id }, { keepPrevious: true })
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [typed, setTyped] = useState<Readonly<Record<string, Values>>>({})
  const commands = (answer.value?.commands ?? [])
    .filter(({ command }) => canOpen(command))
    .map((one): Allowance => ({
      ...one,
      ready: one.allowed,
      allowed: one.allowed || SOLVED_INSIDE.has(one.refusal ?? ''),
    }))
  const allowed = new Set(commands.filter((one) => one.allowed).map(({ command }) => command as CommandName))
  const [asked, setAsked] = useState<string | null>(null)
  const open = (name: PanelName) => {
    setAsked(name === 'menu' ? null : name)
    if (name === 'amend') return elsewhere.amend()
    const one = commands.find(({ command }) => command === name)
    if (one && !one.allowed) return setPanel('menu')
    const inSection = IN_SECTION.find((verb) => verb === name)
    if (inSection !== undefined) {
      setPanel(null)
      return elsewhere[inSection]()
    }
    if ((AT_PICK_UP as readonly string[]).includes(name)) return openScreen('pickup', { orderId: order.id })
    setPanel(name)
  }
  const close = () => setPanel(null)
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => onVerbFor(order.id, (command) => latest.current(command)), [order.id])
  return {
    panel,
    /** Asked for and refused: the menu opens on it and says why. */
    asked,
    open,
    close,
    commands,
    allowed,
    isReady: (name: string) => commands.some(({ command, ready }) => command === name && ready),
    known: answer.value !== undefined,
    needsOf: (name: string) => commands.find(({ command }) => command === name)?.needs ?? [],
    valuesOf: (name: string): Values => typed[name] ?? {},
    type: (name: string, part: Values) => setTyped((old) => ({ ...old, [name]: { ...old[name], ...part } })),
    /** Done or given up: the next time it starts clean. */
    finish: (name: string) => {
      setTyped(({ [name]: _gone, ...rest }) => rest)
      setPanel((now) => (now === name ? null : now))
    },
  }
}
