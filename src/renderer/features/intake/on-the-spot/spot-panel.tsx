// Repaired while the customer waits (rule INT-7): beside the form of the intake what was found and done, who did it,
// on which paper, and who takes the machine and signs.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import type { MachineForm, SpotForm } from '#shared/domain/intake/index.ts'
import { emptySpot, spotHindrance } from '#shared/domain/intake/index.ts'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { Empty } from '#renderer/components/panel-states.tsx'
import { RecordForm, VerbField, VerbFrame } from '#renderer/features/orders/index.tsx'
import { SignFields, TakerFields } from '#renderer/features/pickup/index.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import type { FullSession } from '../create-session.ts'
import { useIntake } from '../session.ts'
import { useProposedCharge } from '../use-proposed-charge.ts'
import { spotOf } from './spot-model.ts'
import { SpotPay, useSpotMoney } from './spot-pay.tsx'
import { useSpotRepair } from './use-spot-repair.ts'
import type { Repaired } from './use-spot-repair.ts'

type Props = Readonly<{
  session: FullSession
  /** Grows with every time that the panel is asked for. */
  times: number
  onClose: () => void
  onDone: (repaired: Repaired) => void
}>

export const SpotPanel = (props: Props) => {
  const machine = useIntake(({ form }) => form.machines[0])
  const hindrance = useIntake(({ form }) => spotHindrance(form))
  return machine === undefined ? null : (
    <ForMachine {...props} machine={machine} hindered={hindrance !== null} />
  )
}

type MachineProps = Props & Readonly<{ machine: MachineForm; hindered: boolean }>

const ForMachine = ({ session, times, onClose, onDone, machine, hindered }: MachineProps) => {
  const { t } = useTranslation('intake')
  const draftId = useIntake((state) => state.draftId)
  const kept = useIntake(({ form }) => form.spot) ?? emptySpot
  const { technicians, known } = useTechnicians()
  const me = useAppSelector((state) => state.window.person?.staffId)
  const printer = useCoreQuery('shop.settings', {}).value?.printer ?? ''
  const proposed = useProposedCharge(machine.key)
  const spot = spotOf(kept, { technicians, me, printer })
  const subject = {
    id: draftId,
    service: 'dropOff' as const,
    chargeKind: machine.charge?.kind ?? proposed.kind,
    comeback: machine.comebackOf === '' ? null : {},
    device: { category: machine.device.kind === 'none' ? '' : machine.device.category },
  }
  const money = useSpotMoney(draftId, spot)
  const repair = useSpotRepair({ session, subject, spot, pay: money.pay, onDone })
  const { problemOf, type, signature } = repair
  useEffect(() => {
    repair.toFirstEmpty()
    session.typeAhead.release()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time that it is asked for
  }, [times])
  return (
    <VerbFrame
      title={t('spot.title')}
      hint={hindered ? <span className="intake-bad">{t('spot.hindered')}</span> : t('spot.hint')}
      busy={repair.busy}
      problem={repair.problem}
      onSubmit={hindered ? undefined : repair.submit}
      submitLabel={t('spot.run')}
      onClose={() => repair.busy || onClose()}
    >
      <RecordForm
        subject={subject}
        category={machine.device.kind === 'none' ? '' : machine.device.category}
        values={spot.record}
        onType={repair.typeRecord}
        problemOf={problemOf}
      />
      <SpotPay money={money} />
      <div data-verb-field="doneBy">
        <VerbField
          label={t('spot.doneBy')}
          required
          problem={problemOf({ name: 'doneBy', also: ['primary'] })}
        >
          {known && technicians.length === 0 ? (
            <Empty why={t('spot.noTechnician')} />
          ) : (
            <DigitPicker
              flow
              label={t('spot.doneBy')}
              options={technicians.map(({ id, name }) => ({ value: id, label: name }))}
              value={spot.doneBy === '' ? [] : [spot.doneBy]}
              onChange={([doneBy]) => doneBy !== undefined && type({ doneBy })}
            />
          )}
        </VerbField>
      </div>
      <div data-verb-field="paper">
        <Paper spot={spot} printer={printer} problem={problemOf({ name: 'paper' })} onType={type} />
      </div>
      <div data-verb-field="taker">
        <VerbField problem={problemOf({ name: 'taker' }) && t('spot.takerMissing')}>
          <TakerFields value={spot} onChange={type} />
        </VerbField>
      </div>
      <div data-verb-field="signature">
        <VerbField problem={signature.missing ?? problemOf({ name: 'signature' })}>
          <SignFields
            value={spot}
            onChange={type}
            pad={signature.pad}
            drawn={session.signatures.get(draftId)}
            onDrawn={(strokes) => {
              session.signatures.set(draftId, strokes)
              if (strokes.length > 0) signature.forget()
            }}
          />
        </VerbField>
      </div>
      <span className="visually-hidden" role="status">
        {repair.announced}
      </span>
    </VerbFrame>
  )
}

type PaperProps = Readonly<{
  spot: SpotForm
  printer: string
  problem: string | undefined
  onType: (part: Partial<SpotForm>) => void
}>

const Paper = ({ spot, printer, problem, onType }: PaperProps) => {
  const { t } = useTranslation('intake')
  return (
    <VerbField label={t('spot.paper')} required problem={problem}>
      <DigitPicker
        flow
        label={t('spot.paper')}
        options={[
          {
            value: 'print',
            label: t('spot.print'),
            ...(printer === '' ? { disabled: true, hint: t('spot.noPrinter') } : {}),
          },
          { value: 'systemFailure', label: t('spot.systemFailure') },
        ]}
        value={spot.paper === '' ? [] : [spot.paper]}
        onChange={([paper]) =>
          paper !== undefined && onType({ paper: paper === 'print' ? 'print' : 'systemFailure' })
        }
      />
    </VerbField>
  )
}

/** Whose work it may be: everybody here who is a technician. */
const useTechnicians = () => {
  const people = useCoreQuery('staff.list', {}).value?.people
  const technicians = (people ?? []).filter(({ active, roles }) => active && roles.includes('technician'))
  return { technicians, known: people !== undefined }
}
