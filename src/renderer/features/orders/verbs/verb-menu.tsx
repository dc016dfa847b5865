// All verbs of the order, found by the letters of their names. What cannot be done now is grey, and says why and what
// helps while it is looked at.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { COMMANDS } from '#shared/domain/work-order/commands.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { LetterPicker } from '../../../components/letter-picker.tsx'
import { useFormat } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { problemText } from '../../../lib/problem-text.ts'
import { menuVerbs } from './next-verb.ts'
import type { PanelName } from './panels.ts'
import type { Allowance, Verbs } from './use-verbs.ts'
import { useWords } from './use-words.ts'
import { VerbShell } from './verb-shell.tsx'

const NO_RUN = {
  busy: false,
  problem: undefined,
  meeting: null,
  submit: async () => false,
  goOn: () => undefined,
  forget: () => undefined,
}

export const VerbMenu = ({ order, verbs }: { order: OrderDetail; verbs: Verbs }) => {
  const { t } = useTranslation('verbs')
  const words = useWords()
  const [current, setCurrent] = useState<string | null>(null)
  const listed = menuVerbs(verbs.commands)
  const options = [
    ...(isFinal(order.state) ? [] : (['attempt', 'urge'] as const)).map((value) => ({
      value: value as string,
      label: words.command(value),
      hint: undefined,
      disabled: false,
    })),
    ...listed.map(({ command, allowed }) => ({
      value: command,
      label: words.command(command),
      hint: allowed ? undefined : t('menu.notNow'),
      disabled: !allowed,
    })),
  ].map(({ hint, ...rest }) => (hint === undefined ? rest : { ...rest, hint }))
  const seen = verbs.commands.find(({ command }) => command === current)
  const take = (value: string) => {
    const one = verbs.commands.find(({ command }) => command === value)
    if (!one || one.allowed) return verbs.open(value as PanelName)
    // A verb that helps stands behind a refused one: the same Enter leads there.
    const way = helpOf(one).find((command) => verbs.allowed.has(command as never))
    if (way !== undefined) verbs.open(way as PanelName)
  }
  return (
    <VerbShell
      orderId={order.id}
      title={t('menu.title')}
      hint={t('menu.hint')}
      run={NO_RUN}
      onClose={verbs.close}
      onDrop={verbs.close}
    >
      <LetterPicker
        first
        label={t('menu.title')}
        none={t('noneFits')}
        options={options}
        value={verbs.asked}
        onChange={() => undefined}
        onTake={take}
        onCurrent={setCurrent}
      />
      {seen && !seen.allowed && <WhyNot order={order} one={seen} verbs={verbs} />}
    </VerbShell>
  )
}

const helpOf = ({ wayOut }: Allowance): readonly string[] =>
  wayOut.flatMap(({ command }) => (typeof command === 'string' ? [command] : []))

type WhyNotProps = Readonly<{ order: OrderDetail; one: Allowance; verbs: Verbs }>

/** Why a verb cannot be given now, and the verbs that help. */
export const WhyNot = ({ order, one, verbs }: WhyNotProps) => {
  const { zone } = useFormat()
  const { t, i18n } = useTranslation()
  const { t: own } = useTranslation('verbs')
  const words = useWords()
  const { what, way } = problemText(
    {
      kind: 'refusal',
      code: one.refusal ?? '',
      details: {
        command: one.command,
        state: order.state,
        number: order.number,
        missing: [...one.missing],
        wayOut: one.wayOut.map((step) => ({ ...step })),
        details: {},
      },
    },
    loose(t),
    { zone },
  )
  const known = (COMMANDS as readonly string[]).filter((command) => helpOf(one).includes(command))
  return (
    <div className="verb-why" role="status" lang={i18n.language}>
      <strong>{what}</strong> <span>{way}</span>
      {known.map((command) => (
        <button
          key={command}
          type="button"
          className="link-button"
          disabled={!verbs.allowed.has(command as never)}
          onClick={() => verbs.open(command as PanelName)}
        >
          {own('menu.first', { verb: words.command(command) })}
        </button>
      ))}
    </div>
  )
}
