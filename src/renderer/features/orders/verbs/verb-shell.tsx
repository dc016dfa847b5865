// The frame of every verb of an order: somebody else may have acted in between.
import type { ReactNode } from 'react'
import { Meanwhile } from './meanwhile.tsx'
import type { VerbRun } from './use-verb-run.ts'
import { VerbFrame } from './verb-frame.tsx'

type ShellProps = Readonly<{
  orderId: string
  title: string
  hint?: ReactNode
  run: VerbRun
  /** Left out: the panel has nothing to submit. */
  onSubmit?: (() => void) | undefined
  submitLabel?: string
  onClose: () => void
  /** Forgets what was typed and closes. */
  onDrop: () => void
  children: ReactNode
}>

export const VerbShell = ({ orderId, run, onDrop, ...rest }: ShellProps) => (
  <VerbFrame
    {...rest}
    busy={run.busy}
    problem={run.problem}
    instead={
      run.meeting ? (
        <Meanwhile
          orderId={orderId}
          verb={rest.title}
          meeting={run.meeting}
          onGoOn={run.goOn}
          onDrop={onDrop}
        />
      ) : undefined
    }
  />
)
