// Taking the job (rule CLS-1): one key when the repair order is on paper, else the paper first, or why there is none.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { useCoreCommand, useCoreQuery } from '../../../lib/api.ts'
import type { Verbs } from './use-verbs.ts'
import { useVerbRun } from './use-verb-run.ts'
import { useWords } from './use-words.ts'
import { VerbShell } from './verb-shell.tsx'

export const ReceivePanel = ({ order, verbs }: Readonly<{ order: OrderDetail; verbs: Verbs }>) => {
  const { t } = useTranslation('verbs')
  const words = useWords()
  const run = useVerbRun(order, 'dispatch.receive', {
    done: words.command('receive'),
    onDone: () => verbs.finish('receive'),
  })
  const print = useCoreCommand('print.print')
  const [printing, setPrinting] = useState(false)
  const printed = order.printedAt !== null
  const failed = useFailedPrint(order.id, printing && !printed)
  // On paper: opening the panel was the key. Also when the paper that was asked for here has come out.
  const started = useRef(false)
  useEffect(() => {
    if (!printed || started.current) return
    started.current = true
    void run.submit({}, printing ? order.ver : undefined)
  })
  const printFirst = async () => {
    setPrinting(true)
    const sheet = { paper: 'repairOrder', subjectId: order.id } as const
    const outcome = await print.run({
      sheets: [
        { ...sheet, copy: 'customer' },
        { ...sheet, copy: 'bench' },
      ],
    })
    if (!outcome.ok) setPrinting(false)
  }
  return (
    <VerbShell
      orderId={order.id}
      title={words.command('receive')}
      run={{ ...run, problem: run.problem ?? print.problem, busy: run.busy || print.busy }}
      onSubmit={printed ? () => void run.submit({}) : undefined}
      onClose={verbs.close}
      onDrop={() => verbs.finish('receive')}
    >
      {printed ? (
        <p className="verb-known">{t('receive.printed')}</p>
      ) : (
        <>
          <p className="verb-known">{t('receive.notPrinted')}</p>
          <span data-first>
            <DigitPicker
              acts
              label={t('receive.choose')}
              options={[
                { value: 'print', label: t('receive.print') },
                { value: 'systemFailure', label: t('receive.systemFailure') },
              ]}
              value={[]}
              onChange={([choice]) =>
                choice === 'print' ? void printFirst() : void run.submit({ printException: 'systemFailure' })
              }
            />
          </span>
          {printing && failed === null && (
            <p className="verb-known" role="status">
              {t('receive.printing')}
            </p>
          )}
          {failed !== null && (
            <p className="verb-known verb-bad" role="alert">
              {t('receive.failed', { why: failed })}
            </p>
          )}
        </>
      )}
    </VerbShell>
  )
}

/** Why the last print of the order failed; null while it has not. */
const useFailedPrint = (subjectId: string, waiting: boolean): string | null => {
  const answer = useCoreQuery('print.jobs', { subjectId }, { skip: !waiting })
  const last = answer.value?.jobs[0]
  return waiting && last?.result === 'failed' ? last.message : null
}
