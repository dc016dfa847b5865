// What one warehouse asks of another, and the ways to answer it (rule PRT-9).
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TransferRequest } from '#shared/contract/transfer.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { FormKind } from '../forms/form-kinds.ts'
import { emptyForm, withLine } from '../forms/form-model.ts'
import type { StockForm } from '../forms/form-model.ts'
import { requestChip } from '../lists/request-chip.ts'
import { ReasonPanel } from '../reason-panel.tsx'
import type { OpenSheet } from './sheet.ts'
import { SheetFrame } from './sheet-frame.tsx'

type Props = Readonly<{
  request: TransferRequest
  manages: boolean
  onOpen: OpenSheet
  onBack: () => void
  onForm: (kind: FormKind, prefill: Partial<StockForm>) => void
}>

export const RequestSheet = ({ request, manages, onOpen, onBack, onForm }: Props) => {
  const { t } = useTranslation('stock')
  const { local } = useFormat()
  const { notice } = useNav()
  const refusing = useCoreCommand('transfer.refuse')
  const withdrawing = useCoreCommand('transfer.withdraw')
  const [asking, setAsking] = useState<'refuse' | 'withdraw' | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asking === null) box.current?.focus()
  }, [asking])
  const mayAct = manages && request.state === 'open' && asking === null
  const send = () => onForm('send', answerOf(request))
  useShortcuts([
    mayAct && { keys: 'Ctrl+Enter', label: t('request.send'), run: send },
    mayAct && { keys: 'Alt+8', label: t('request.refuse'), run: () => setAsking('refuse') },
    mayAct && { keys: 'Alt+9', label: t('request.withdraw'), run: () => setAsking('withdraw') },
  ])
  const done = () => {
    if (asking !== null) notice('good', t(`request.${asking}Done`, { number: request.number }))
    onBack()
  }
  const { document } = request
  return (
    <SheetFrame
      label={request.number}
      onBack={onBack}
      verbs={
        mayAct
          ? [
              { label: t('request.withdraw'), keys: 'Alt+9', run: () => setAsking('withdraw') },
              { label: t('request.refuse'), keys: 'Alt+8', run: () => setAsking('refuse') },
              { label: t('request.send'), keys: 'Ctrl+Enter', main: true, run: send },
            ]
          : []
      }
      title={
        <>
          <h2>
            {t('request.title')} <span className="mono selectable">{request.number}</span>
          </h2>
          <StatusChip chip={requestChip(request.state)} text={t(`requestState.${request.state}`)} />
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its keys work at once */}
      <div ref={box} tabIndex={0} role="region" className="stock-sheet-body">
        <p className="stock-said">
          <strong>{t('request.asks', { from: request.fromWarehouse, to: request.toWarehouse })}</strong> ·{' '}
          <span className="num">{local(request.at)}</span> {request.who}
          {request.reason !== '' && <span> · {request.reason}</span>}
        </p>
        {request.answeredAt !== null && (
          <p className="stock-said">
            {t(`requestState.${request.state}`)} · <span className="num">{local(request.answeredAt)}</span>{' '}
            {request.answeredBy}
            {request.answer !== '' && <span> · {request.answer}</span>}{' '}
            {document && (
              <button
                type="button"
                className="link-button mono"
                onClick={() => onOpen({ kind: 'document', id: document.id })}
              >
                {document.number}
              </button>
            )}
          </p>
        )}
        {asking === 'refuse' && (
          <ReasonPanel
            title={t('request.refuse')}
            label={t('request.refuseReason')}
            required
            run={refusing}
            act={(reason) => refusing.run({ requestId: request.id, reason })}
            onDone={done}
            onClose={() => setAsking(null)}
          />
        )}
        {asking === 'withdraw' && (
          <ReasonPanel
            title={t('request.withdraw')}
            label={t('request.withdrawReason')}
            run={withdrawing}
            act={(reason) => withdrawing.run({ requestId: request.id, reason })}
            onDone={done}
            onClose={() => setAsking(null)}
          />
        )}
        <table className="stock-table">
          <thead>
            <tr>
              <th>{t('column.code')}</th>
              <th>{t('column.name')}</th>
              <th className="stock-right">{t('request.asked')}</th>
              <th className="stock-right">
                {t(request.state === 'open' ? 'request.there' : 'request.sent')}
              </th>
            </tr>
          </thead>
          <tbody>
            {request.lines.map((one) => {
              const amount = request.state === 'open' ? one.sellable : one.sent
              return (
                <tr key={one.partId}>
                  <td>
                    <button
                      type="button"
                      className="link-button mono"
                      onClick={() => onOpen({ kind: 'part', id: one.partId })}
                    >
                      {one.code}
                    </button>
                  </td>
                  <td>
                    {one.name} <span className="faint">{one.spec}</span>
                  </td>
                  <td className="num stock-right">
                    {formatQuantity(one.quantity)} {one.unit}
                  </td>
                  <td className={`num stock-right ${amount < one.quantity ? 'stock-bad-text' : ''}`}>
                    {formatQuantity(amount)} {one.unit}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </SheetFrame>
  )
}

/** A transfer of what was asked for, as far as it is there. */
const answerOf = (request: TransferRequest): Partial<StockForm> => {
  let form = { ...emptyForm('send'), lines: [] as StockForm['lines'] }
  for (const one of request.lines.toReversed()) {
    const quantity = Math.min(one.quantity, one.sellable)
    if (quantity > 0) form = withLine(form, { ...one, id: one.partId }, quantity)
  }
  return {
    requestId: request.id,
    documentNumber: request.number,
    fromWarehouseId: request.fromWarehouseId,
    toWarehouseId: request.toWarehouseId,
    lines: form.lines,
  }
}
