// What can be done with a card: open its order, see its verbs, and the verbs that have a key of their own. A drag ends
// here too: it names a verb, or is refused in words.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCard } from '#shared/contract/board.ts'
import type { Value } from '#shared/contract/index.ts'
import type { BoardColumn } from '#shared/domain/work-order/states.ts'
import { COMMANDS } from '#shared/domain/work-order/index.ts'
import type { CommandName } from '#shared/domain/work-order/index.ts'
import { canOpen, useMarks } from '#renderer/features/orders/index.tsx'
import { useAsk } from '../../lib/api.ts'
import { loose } from '../../lib/i18n.ts'
import { useNav } from '../../lib/nav.ts'
import { problemLine } from '../../lib/problem-text.ts'
import { openVerb } from '../../lib/verb-request.ts'
import { commandsTo } from './column-moves.ts'

export type Menu = Readonly<{
  card: BoardCard
  /** The column that a card was dragged to. */
  to: BoardColumn | null
  commands: readonly CommandName[]
}>

type Allowance = Value<'order.allowed'>['commands'][number]

/** Corrections have their own place on the order, with what they change in sight. */
const ELSEWHERE: readonly CommandName[] = ['amend']

const allowedOf = (commands: readonly Allowance[]): readonly CommandName[] =>
  COMMANDS.filter(
    (name) =>
      !ELSEWHERE.includes(name) &&
      canOpen(name) &&
      commands.some(({ command, allowed }) => allowed && command === name),
  )

export const useCardActs = () => {
  const { t } = useTranslation('board')
  const { t: labels } = useTranslation('labels')
  const ask = useAsk()
  const { openOrder, notice } = useNav()
  const marks = useMarks(() => undefined)
  const [menu, setMenu] = useState<Menu | null>(null)
  const cameFrom = useRef<Element>(null)

  const allowances = async (card: BoardCard): Promise<readonly Allowance[] | undefined> => {
    const outcome = await ask('order.allowed', { id: card.id })
    if (outcome.ok) return outcome.value.commands
    notice('bad', problemLine(outcome.problem, loose(t), { reading: true }))
    return undefined
  }
  const show = (next: Menu) => {
    cameFrom.current = document.activeElement
    setMenu(next)
  }
  const refuse = (card: BoardCard, { command, refusal, missing, wayOut }: Allowance) => {
    const details = { command, state: card.state, id: card.id, number: card.number, missing, wayOut }
    const problem = { kind: 'refusal', code: refusal ?? '', details: { ...details, details: {} } } as const
    notice('bad', problemLine(problem, loose(t)))
  }

  return {
    menu,
    open: (card: BoardCard) => openOrder(card.id, card.number),
    star: (card: BoardCard) => marks.star(card),
    markImportant: (card: BoardCard) => marks.markImportant(card),
    urge: (card: BoardCard) => openVerb(card.id, 'urge'),
    showMenu: async (card: BoardCard) => {
      const commands = await allowances(card)
      if (commands) show({ card, to: null, commands: allowedOf(commands) })
    },
    /** A verb with a key of its own: its form, or why not. */
    give: async (card: BoardCard, command: CommandName) => {
      const found = (await allowances(card))?.find((one) => one.command === command)
      if (found?.allowed) openVerb(card.id, command)
      else if (found) refuse(card, found)
    },
    drop: async (card: BoardCard, from: BoardColumn, to: BoardColumn) => {
      if (from === to) return void notice('plain', t('refused.same'))
      const known = await allowances(card)
      if (!known) return
      const leading = commandsTo(to, card.state)
      const commands = allowedOf(known).filter((command) => leading.includes(command))
      const only = commands.length === 1 ? commands[0] : undefined
      if (only) return openVerb(card.id, only)
      if (commands.length > 1) return show({ card, to, commands })
      // Why the verb that leads there is not to be had says more than that the column is closed.
      const asked = known.find((one) => leading.some((command) => command === one.command))
      if (asked?.refusal) refuse(card, asked)
      else notice('bad', t('refused.way', { to: labels(`boardColumn.${to}`) }))
    },
    choose: ({ card }: Menu, command: CommandName) => {
      setMenu(null)
      openVerb(card.id, command)
    },
    closeMenu: () => {
      setMenu(null)
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
    },
  }
}

export type CardActs = ReturnType<typeof useCardActs>
