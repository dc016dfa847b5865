// Correcting what was written at intake (rule INT-15): in place, by keyboard, and never over what somebody else
// wrote in the meantime.
import { useEffect, useId, useRef, useState } from 'react'
import { Button, DatePicker, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { CHARGE_KINDS } from '#shared/domain/charge/charge.ts'
import type { ChargeKind } from '#shared/domain/charge/charge.ts'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { FirstFocus } from '../../../components/first-focus.tsx'
import { KeyCap } from '../../../components/key-cap.tsx'
import { MoneyInput } from '../../../components/money-input.tsx'
import { ProblemLine } from '../../../components/panel-states.tsx'
import { useCoreCommand } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import { isRefusal } from '../../../lib/problem.ts'
import type { Problem } from '../../../lib/problem.ts'
import { fieldProblems } from '../../../lib/problem-text.ts'
import { useEnterWalk } from '../../../lib/use-enter-key.ts'
import { changesOf, differing, factsOf, meetingsOf, settled, tidy } from './amend-facts.ts'
import type { Choice, FactName, IntakeFacts } from './amend-facts.ts'
import { Conflict } from './conflict.tsx'
import { Labeled } from './labeled.tsx'
import { AccessoryLines, ConfigurationLines } from './line-fields.tsx'
import { fromPicker, toPicker } from './shop-moment.ts'

type Props = Readonly<{ order: OrderDetail; onClose: () => void }>

export const AmendForm = ({ order, onClose }: Props) => {
  const { t } = useTranslation('orders')
  const form = useAmendment(order, onClose)
  const onKeyDown = useEnterWalk(() => void form.save())
  useShortcuts([{ keys: 'Escape', label: t('amend.giveUp'), run: form.giveUp }])
  return (
    <div className="amend-form" role="presentation" onKeyDown={onKeyDown}>
      <div className="amend-head">
        <h2>{t('amend.title')}</h2>
        <span className="faint">{t('amend.hint')}</span>
      </div>
      {form.meeting ? (
        <Conflict
          by={form.meeting.by}
          at={form.meeting.at}
          base={form.base}
          mine={form.mine}
          theirs={factsOf(order)}
          choices={form.choices}
          onChoose={form.choose}
        />
      ) : (
        <Fields form={form} />
      )}
      <div className="amend-foot">
        <ProblemLine problem={form.problem} />
        {form.leaving && (
          <p role="alert" className="amend-leaving">
            {t('amend.leaving')}
          </p>
        )}
        <span className="stretch" />
        <Button onClick={form.giveUp}>{t(form.leaving ? 'amend.throwAway' : 'amend.giveUp')}</Button>
        <Button type="primary" loading={form.busy} onClick={() => void form.save()}>
          {t(form.meeting ? 'amend.saveChosen' : 'amend.save')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  )
}

type Meeting = Readonly<{ by: string; at: number }>

/** The state of one amendment: what it started from, what was typed, and whom it met. */
const useAmendment = (order: OrderDetail, onClose: () => void) => {
  const { t } = useTranslation('orders')
  const { notice } = useNav()
  const amend = useCoreCommand('order.amend')
  const [start] = useState({ facts: factsOf(order), ver: order.ver })
  const [mine, setMine] = useState<IntakeFacts>(start.facts)
  const [reason, setReason] = useState('')
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const [choices, setChoices] = useState<Readonly<Partial<Record<FactName, Choice>>>>({})
  const [leaving, setLeaving] = useState(false)
  const theirs = factsOf(order)
  const send = async (from: IntakeFacts, to: IntakeFacts, ver: number) => {
    const changes = changesOf(from, to, reason)
    if (Object.keys(changes).length === 0) return onClose()
    const outcome = await amend.run({ id: order.id, ver, changes })
    if (outcome.ok) {
      notice('good', t(order.printedAt === null ? 'amend.saved' : 'amend.savedOutdated'))
      onClose()
    } else if (isRefusal(outcome.problem, 'changedMeanwhile')) setMeeting(metBy(outcome.problem))
  }
  const save = async () => {
    setLeaving(false)
    const tidied = tidy(mine)
    if (!meeting) return send(start.facts, tidied, start.ver)
    const meetings = meetingsOf(start.facts, tidied, theirs)
    const open = meetings.find(({ name, touched }) => touched === 'both' && choices[name] === undefined)
    if (open) {
      document.querySelector<HTMLElement>(`.conflict [data-fact=${open.name}] [role=listbox]`)?.focus()
      return
    }
    return send(theirs, settled(tidied, theirs, meetings, choices), order.ver)
  }
  const giveUp = () => {
    if (leaving || differing(start.facts, tidy(mine)).length === 0) onClose()
    else setLeaving(true)
  }
  return {
    id: order.id,
    base: start.facts,
    mine: meeting ? tidy(mine) : mine,
    set: (change: Partial<IntakeFacts>) => {
      setLeaving(false)
      setMine((old) => ({ ...old, ...change }))
    },
    reason,
    setReason,
    meeting,
    choices,
    choose: (name: FactName, choice: Choice) => setChoices((old) => ({ ...old, [name]: choice })),
    problem: isRefusal(amend.problem, 'changedMeanwhile') ? undefined : amend.problem,
    busy: amend.busy,
    leaving,
    save,
    giveUp,
  }
}

const metBy = (problem: Problem): Meeting => {
  const details = problem.kind === 'refusal' ? problem.details : {}
  return { by: String(details.by ?? ''), at: Number(details.at ?? 0) }
}

/** The first bad field gets the focus, and its message comes out from under the foot. */
const toFirstProblem = (fields: HTMLElement | null) => {
  const bad = [...(fields?.querySelectorAll('.amend-field') ?? [])].find(
    (field) => field.querySelector('.amend-problem')?.textContent !== '',
  )
  bad?.querySelector<HTMLElement>('textarea, input, [role=listbox]')?.focus({ preventScroll: true })
  bad?.scrollIntoView({ block: 'nearest' })
}

const Fields = ({ form }: { form: ReturnType<typeof useAmendment> }) => {
  const { t } = useTranslation('orders')
  const { t: labels } = useTranslation('labels')
  const { t: common } = useTranslation()
  const { zone } = useFormat()
  const id = useId()
  const { mine, set } = form
  const problems = fieldProblems(form.problem, loose(common))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.problem) toFirstProblem(box.current)
  }, [form.problem])
  const problemOf = (path: string) =>
    Object.entries(problems).find(
      ([key]) => key === `changes.${path}` || key.startsWith(`changes.${path}.`),
    )?.[1]
  return (
    <div className="amend-fields" ref={box}>
      <FirstFocus />
      <Labeled label={t('fact.reportedFault')} htmlFor={`${id}-fault`} problem={problemOf('reportedFault')}>
        <Input.TextArea
          id={`${id}-fault`}
          data-autofocus
          data-enter="newline"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          value={mine.reportedFault}
          onChange={(event) => set({ reportedFault: event.target.value })}
        />
      </Labeled>
      <Labeled label={t('fact.condition')} htmlFor={`${id}-condition`} problem={problemOf('condition')}>
        <Input.TextArea
          id={`${id}-condition`}
          data-enter="newline"
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={1000}
          value={mine.condition}
          onChange={(event) => set({ condition: event.target.value })}
        />
      </Labeled>
      <Labeled label={t('fact.accessories')} problem={problemOf('accessories')}>
        <AccessoryLines lines={mine.accessories} onChange={(accessories) => set({ accessories })} />
      </Labeled>
      <Labeled label={t('fact.configuration')} problem={problemOf('configuration')}>
        <ConfigurationLines lines={mine.configuration} onChange={(configuration) => set({ configuration })} />
      </Labeled>
      <Labeled label={t('fact.chargeKind')} problem={problemOf('charge')}>
        <DigitPicker
          flow
          label={t('fact.chargeKind')}
          options={CHARGE_KINDS.map((kind) => ({ value: kind, label: labels(`chargeKind.${kind}`) }))}
          value={[mine.chargeKind]}
          onChange={([kind]) => set({ chargeKind: (kind ?? mine.chargeKind) as ChargeKind })}
        />
        {mine.chargeKind !== form.base.chargeKind && (
          <Input
            aria-label={t('amend.chargeReason')}
            placeholder={t('amend.chargeReason')}
            maxLength={200}
            value={form.reason}
            onChange={(event) => form.setReason(event.target.value)}
          />
        )}
      </Labeled>
      <div className="amend-pair">
        <Labeled label={t('fact.limitFen')} htmlFor={`${id}-limit`} problem={problemOf('limitFen')}>
          <MoneyInput
            id={`${id}-limit`}
            placeholder={t('fact.noLimit')}
            value={mine.limitFen}
            onChange={(fen) => fen !== undefined && set({ limitFen: fen })}
          />
        </Labeled>
        <Labeled
          label={t('fact.nextContactBy')}
          htmlFor={`${id}-contact`}
          problem={problemOf('nextContactBy')}
        >
          <DatePicker
            id={`${id}-contact`}
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            placeholder={t('head.noPromise')}
            value={toPicker(mine.nextContactBy, zone)}
            onChange={(picked) => set({ nextContactBy: fromPicker(picked, zone) })}
          />
        </Labeled>
      </div>
    </div>
  )
}
