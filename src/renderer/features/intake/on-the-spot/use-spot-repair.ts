// From the two filled forms to a machine that went home: everything is checked, the signature is stored, then one
// command does all of it or nothing (rule INT-7).
import { useState } from 'react'
import type { Value } from '#shared/contract/index.ts'
import type { SpotForm } from '#shared/domain/intake/index.ts'
import { emptySpot } from '#shared/domain/intake/index.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { focusField, readRecord, useFieldWords } from '#renderer/features/orders/index.tsx'
import type { Pay } from '#renderer/features/money/index.tsx'
import type { RecordSubject } from '#renderer/features/orders/index.tsx'
import { signatureOf, takerOf, useSignature } from '#renderer/features/pickup/index.tsx'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import type { FullSession } from '../create-session.ts'
import { useIntakeCommand } from '../use-intake-command.ts'
import type { Told } from '../use-intake-command.ts'
import { isPanelField, missingOf } from './spot-model.ts'

export type Repaired = Value<'spot.repair'> &
  Told &
  Readonly<{ signOn: SpotForm['signOn']; paper: SpotForm['paper'] }>

type Found = Parameters<typeof useFieldWords>[0]

type Needs = Readonly<{
  session: FullSession
  subject: RecordSubject
  /** With its proposals. */
  spot: SpotForm
  /** How it is paid; null: nothing is due. */
  pay: Pay | null
  onDone: (repaired: Repaired) => void
}>

/** A proxy is a name and a telephone, not the choice above them. */
const goTo = (field: string | undefined): void => {
  const inputs = document.querySelectorAll<HTMLInputElement>('[data-verb-field="taker"] input')
  const empty = [...inputs].find(({ value }) => value.trim() === '')
  if (field === 'taker' && empty) empty.focus()
  else focusField(field)
}

export const useSpotRepair = ({ session, subject, spot, pay, onDone }: Needs) => {
  const { zone } = useFormat()
  const now = useNow()
  const [found, setFound] = useState<Found>({})
  const signature = useSignature()
  const command = useIntakeCommand(session, 'spot.repair', {
    onDone: (value, told) => {
      session.signatures.delete(session.store.get().draftId)
      onDone({ ...value, ...told, signOn: spot.signOn, paper: spot.paper })
    },
    isElsewhere: isPanelField,
  })
  const problemOf = useFieldWords(found, command.problem)

  /** The panel's fields that are wrong or missing, in its order. */
  const check = () => {
    const { record, problems } = readRecord(subject, spot.record, { now, zone })
    const missing = missingOf(spot).map((name) => [name, 'required' as const])
    return { record, problems: { ...problems, ...(Object.fromEntries(missing) as Found) } }
  }
  const toFirstEmpty = (): void => goTo(Object.keys(check().problems)[0] ?? 'signature')

  const submit = (): void => {
    const { record, problems } = check()
    setFound(problems)
    signature.forget()
    const [first] = Object.keys(problems)
    void command.send(async () => {
      if (record === null || first !== undefined) {
        goTo(first)
        return null
      }
      if (pay !== null && !pay.check()) {
        focusField('settlement')
        return null
      }
      const hash = await signature.take(spot.signOn)
      if (hash === undefined) {
        focusField('signature')
        return null
      }
      return {
        record,
        doneBy: spot.doneBy,
        taker: takerOf(spot),
        signature: signatureOf(spot, hash),
        paper: spot.paper === 'systemFailure' ? 'systemFailure' : 'print',
        ...(pay === null ? {} : { settlement: { ...pay.settling(), roundingFen: pay.sums.roundingFen } }),
      }
    })
  }

  /** What was typed; the words beside it are of what stood there before. */
  const type = (part: Partial<SpotForm>): void => {
    setFound({})
    signature.forget()
    // What was typed is kept as typed; what is only proposed stays a proposal.
    session.store.change('spot', (form) => ({ ...form, spot: { ...(form.spot ?? emptySpot), ...part } }))
  }
  const typeRecord = (part: Readonly<Record<string, JsonValue>>): void =>
    type({ record: { ...session.store.get().form.spot?.record, ...part } })

  return {
    submit,
    type,
    typeRecord,
    toFirstEmpty,
    problemOf,
    signature,
    busy: command.busy || signature.busy,
    problem: command.problem ?? signature.problem,
    announced: command.announced,
  }
}
