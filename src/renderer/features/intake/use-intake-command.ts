// Sending the form to the core: the fields are checked, the draft is at rest, one command acts once however often the
// keys are pressed, and what the core refuses goes to its field with the way out. A visit is saved with it, and a
// machine that is repaired on the spot (rule INT-7), whose command asks for more than the form.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Params, Value } from '#shared/contract/index.ts'
import { businessDate } from '#shared/kernel/time.ts'
import type { IntakeForm, VisitParams } from '#shared/domain/intake/index.ts'
import { visitParams } from '#shared/domain/intake/index.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { loose } from '#renderer/lib/i18n.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { fieldProblems } from '#renderer/lib/problem-text.ts'
import type { FullSession } from './create-session.ts'
import type { FieldProblem } from './form-store.ts'
import { proposedCharge } from './use-proposed-charge.ts'

type IntakeCommand = 'visit.create' | 'spot.repair'
/** What the command asks for beside the form. */
export type Beside<M extends IntakeCommand> = Omit<Params<M>, keyof VisitParams>
/** Whom it was about, and whether the form was changed behind what was sent. */
export type Told = Readonly<{ who: string; changedMeanwhile: boolean }>

type Options<M extends IntakeCommand> = Readonly<{
  onDone: (value: Value<M>, told: Told) => void
  /** Fields of another panel, which shows what is wrong with them by itself. */
  isElsewhere?: (path: string) => boolean
}>

export const useIntakeCommand = <M extends IntakeCommand>(
  session: FullSession,
  method: M,
  { onDone, isElsewhere = () => false }: Options<M>,
) => {
  const { t } = useTranslation('intake')
  const { t: plain } = useTranslation()
  const { zone } = useFormat()
  const command = useCoreCommand(method)
  const settings = useCoreQuery('shop.settings', {}).value
  const known = useDevicesOfCustomer(session)
  const devices = useRef(known)
  useEffect(() => {
    devices.current = known
  })
  const running = useRef(false)
  const [announced, announce] = useState('')

  /** Problems at their fields; the keys go to the first one, in an open card. */
  const show = (problems: Readonly<Record<string, FieldProblem>>, stopped: Problem | null): void => {
    const { store, focus } = session
    const [first] = Object.keys(problems)
    const index = Number(/^machines\.(\d+)\./.exec(first ?? '')?.[1] ?? -1)
    const key = store.get().form.machines[index]?.key
    store.set({ ...store.get(), problems, stopped, ...(key === undefined ? {} : { active: key }) })
    if (first !== undefined) focus.to(first)
    announce(first === undefined ? '' : t('save.problems', { count: Object.keys(problems).length }))
  }

  const refused = (problem: Problem): void => {
    if (problem.kind === 'refusal' && problem.code === 'probableDuplicate') {
      show({}, problem)
      return session.focus.to('customer.duplicates')
    }
    const words = fieldProblems(problem, loose(plain))
    const form = session.store.get().form
    const entries = Object.entries(words)
      .filter(([path]) => !isElsewhere(path))
      .map(([path, text]) => [phonePath(path, form), { words: text }] as const)
    show(Object.fromEntries(entries), problem)
  }

  /** The form as the core wants it; null where its fields say what is wrong. */
  const checked = (): VisitParams | null => {
    const { form, draftId } = session.store.get()
    const now = Date.now()
    const today = businessDate(now, zone)
    const { params, problems } = visitParams(form, {
      now,
      zone,
      nextContactDays: settings?.nextContactDays ?? 2,
      draftId,
      passcodes: session.passcodes,
      proposed: ({ device }) => proposedCharge(device, devices.current, today).kind,
    })
    if (problems.length === 0) return params
    show(Object.fromEntries(problems.map(({ path, problem }) => [path, problem])), null)
    return null
  }

  const sendNow = async (beside: () => Promise<Beside<M> | null>): Promise<void> => {
    const params = checked()
    if (params === null) return
    show({}, null)
    const { form } = session.store.get()
    const more = await beside()
    if (more === null) return
    session.typeAhead.hold()
    // A draft that is still on its way would come back to life behind the visit that was made of it.
    await session.settle()
    // The compiler cannot see that the form's fields and the command's own are together what the method takes;
    // the core parses them strictly.
    const outcome = await command.run({ ...params, ...more } as unknown as Params<M>)
    const who = 'name' in form.customer ? form.customer.name : ''
    if (outcome.ok) onDone(outcome.value, { who, changedMeanwhile: session.store.get().form !== form })
    // What the core kept of the first time is the value of the same method.
    else if (outcome.problem.kind === 'doneEarlier')
      onDone(outcome.problem.value as unknown as Value<M>, { who, changedMeanwhile: true })
    else refused(outcome.problem)
    session.typeAhead.release()
  }

  /** `beside` is asked once the form itself is right; null from it ends the sending. */
  const send = async (beside: () => Promise<Beside<M> | null>): Promise<void> => {
    if (running.current) return
    if (session.isUntouched()) return session.focus.to('customer')
    running.current = true
    await sendNow(beside)
    running.current = false
  }

  return { send, busy: command.busy, problem: command.problem, forget: command.forget, announced }
}

const useDevicesOfCustomer = ({ store }: FullSession) => {
  const customerId = useSyncExternalStore(store.listen, () => {
    const { customer } = store.get().form
    return customer.kind === 'existing' ? customer.id : ''
  })
  return useCoreQuery('customer.devices', { customerId }, { skip: customerId === '' }).value?.devices ?? []
}

/** Empty numbers are not sent: the n-th that was sent may be another line of the form. */
const phonePath = (path: string, { customer }: IntakeForm): string => {
  const sent = /^customer\.new\.phones\.(\d+)$/.exec(path)?.[1]
  if (sent === undefined || customer.kind !== 'new') return path
  const lines = customer.phones.flatMap((phone, index) => (phone.trim() === '' ? [] : [index]))
  return `customer.new.phones.${lines[Number(sent)] ?? 0}`
}
