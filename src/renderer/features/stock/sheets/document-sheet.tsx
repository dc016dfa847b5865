// One document of the stock: its movements, what of a transfer is still on the way, and what followed it.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useAsk, useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { FormKind } from '../forms/form-kinds.ts'
import { emptyForm, withLine } from '../forms/form-model.ts'
import type { StockForm } from '../forms/form-model.ts'
import { ReasonPanel } from '../reason-panel.tsx'
import type { Places } from '../use-places.ts'
import type { OpenSheet } from './sheet.ts'
import { SheetFrame } from './sheet-frame.tsx'

type Document = Value<'stock.document'>

type Props = Readonly<{
  id: string
  places: Places
  manages: boolean
  onOpen: OpenSheet
  onBack: () => void
  onForm: (kind: FormKind, prefill: Partial<StockForm>) => void
}>

export const DocumentSheet = (props: Props) => {
  const answer = useCoreQuery('stock.document', { id: props.id }, { keepPrevious: true })
  return <QueryPanel answer={answer}>{(document) => <Seen {...props} document={document} />}</QueryPanel>
}

const Seen = ({
  document,
  places,
  manages,
  onOpen,
  onBack,
  onForm,
}: Props & Readonly<{ document: Document }>) => {
  const { t } = useTranslation('stock')
  const { local } = useFormat()
  const { openOrder, notice } = useNav()
  const ask = useAsk()
  const lost = useCoreCommand('stock.transferLost')
  const [losing, setLosing] = useState(false)
  const underWay = document.onTheWay.length > 0
  const arrive = async () => {
    const prefill = await arrivalOf(document, places, async (partId) => {
      const part = await ask('part.get', { id: partId })
      return part.ok && part.value.serialTracked
    })
    onForm('arrive', prefill)
  }
  const mayAct = manages && underWay && !losing
  useShortcuts([
    mayAct && { keys: 'Ctrl+Enter', label: t('form.title.arrive'), run: () => void arrive() },
    mayAct && { keys: 'Alt+9', label: t('document.lost'), run: () => setLosing(true) },
  ])
  const orderId = document.orderId
  return (
    <SheetFrame
      label={document.number}
      onBack={onBack}
      verbs={
        mayAct
          ? [
              { label: t('document.lost'), keys: 'Alt+9', run: () => setLosing(true) },
              { label: t('form.title.arrive'), keys: 'Ctrl+Enter', main: true, run: () => void arrive() },
            ]
          : []
      }
      title={
        <>
          <h2>
            {t(`kind.${document.kind}`)} <span className="mono selectable">{document.number}</span>
          </h2>
          {underWay && <StatusChip chip="outside" text={t('documents.underWay')} />}
        </>
      }
    >
      <Focused key={document.id}>
        <p className="stock-said">
          <span className="num">{local(document.at)}</span> {document.who}
          {document.partner !== '' && <span> · {document.partner}</span>}
          {orderId !== null && ' · '}
          {orderId !== null && (
            <button
              type="button"
              className="link-button mono"
              onClick={() => openOrder(orderId, document.orderNumber)}
            >
              {document.orderNumber}
            </button>
          )}
          {document.answers && (
            <span>
              {' '}
              · {t('document.answers')} <span className="mono">{document.answers.number}</span>
            </span>
          )}
          {document.reason !== '' && <span> · {document.reason}</span>}
        </p>
        {losing && (
          <ReasonPanel
            title={t('document.lost')}
            label={t('document.lostReason')}
            required
            run={lost}
            act={(reason) => lost.run({ documentId: document.id, reason })}
            onDone={() => {
              setLosing(false)
              notice('good', t('document.lostDone', { number: document.number }))
            }}
            onClose={() => setLosing(false)}
          />
        )}
        {!losing && <ProblemLine problem={lost.problem} />}
        <Movements document={document} onOpen={onOpen} />
        {underWay && (
          <>
            <h3>{t('document.onTheWay')}</h3>
            <ul className="stock-plain">
              {document.onTheWay.map((one) => (
                <li key={one.partId}>
                  <span className="mono">{one.code}</span> {one.name}{' '}
                  <strong className="num">
                    {formatQuantity(one.quantity)} {one.unit}
                  </strong>{' '}
                  <span className="mono faint">{one.serials.join(' ')}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <Links document={document} onOpen={onOpen} />
      </Focused>
    </SheetFrame>
  )
}

/** What a document says has the focus, so that its keys work at once. */
const Focused = ({ children }: { children: React.ReactNode }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long document is scrolled by keys
    <div ref={box} tabIndex={0} role="region" className="stock-sheet-body">
      {children}
    </div>
  )
}

const Movements = ({ document, onOpen }: Readonly<{ document: Document; onOpen: OpenSheet }>) => {
  const { t } = useTranslation('stock')
  const costs = document.movements.some(({ valueFen }) => valueFen !== null)
  return (
    <table className="stock-table">
      <thead>
        <tr>
          <th>{t('column.code')}</th>
          <th>{t('column.name')}</th>
          <th>{t('column.place')}</th>
          <th className="stock-right">{t('column.quantity')}</th>
          {costs && <th className="stock-right">{t('column.value')}</th>}
          <th>{t('column.serials')}</th>
        </tr>
      </thead>
      <tbody>
        {document.movements.map((one) => (
          <tr key={`${one.partId} ${one.placeId} ${one.quantity} ${one.serials.join()}`}>
            <td>
              <button
                type="button"
                className="link-button mono"
                onClick={() => onOpen({ kind: 'part', id: one.partId })}
              >
                {one.code}
              </button>
            </td>
            <td>{one.name}</td>
            <td>{one.place}</td>
            <td className="num stock-right">
              {one.quantity > 0 ? '+' : ''}
              {formatQuantity(one.quantity)} {one.unit}
            </td>
            {costs && (
              <td className="num stock-right">
                {one.valueFen === null ? '' : formatYuan(one.valueFen, { sign: '¥' })}
              </td>
            )}
            <td className="mono faint">{one.serials.join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Links = ({ document, onOpen }: Readonly<{ document: Document; onOpen: OpenSheet }>) => {
  const { t } = useTranslation('stock')
  const { refersTo } = document
  if (refersTo === null && document.followedBy.length === 0) return null
  return (
    <>
      <h3>{t('document.linked')}</h3>
      <ul className="stock-plain">
        {refersTo && (
          <li>
            {t('document.before')}{' '}
            <button
              type="button"
              className="link-button mono"
              onClick={() => onOpen({ kind: 'document', id: refersTo.id })}
            >
              {refersTo.number}
            </button>
          </li>
        )}
        {document.followedBy.map(({ id, number, kind }) => (
          <li key={id}>
            {t(`kind.${kind}`)}{' '}
            <button
              type="button"
              className="link-button mono"
              onClick={() => onOpen({ kind: 'document', id })}
            >
              {number}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The form at which the other end says what arrived: nothing of it is taken for granted. */
const arrivalOf = async (
  document: Document,
  places: Places,
  isTracked: (partId: string) => Promise<boolean>,
): Promise<Partial<StockForm>> => {
  const way = document.movements.find(({ placeKind }) => placeKind === 'transit')?.placeId
  const toWarehouseId =
    places.warehouses.find((house) => house.places.some(({ id }) => id === way))?.id ?? null
  let form = emptyForm('arrive')
  for (const one of document.onTheWay.toReversed()) {
    const serialTracked = one.serials.length > 0 || (await isTracked(one.partId))
    form = withLine(form, { ...one, id: one.partId, spec: '', serialTracked }, 0, { expected: one.quantity })
  }
  return { documentId: document.id, documentNumber: document.number, toWarehouseId, lines: form.lines }
}
