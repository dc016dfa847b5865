// Documents of the stock, the newest first; transfers that are still on the way; and what warehouses ask of each other
// (rule PRT-9).
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockDocumentLine } from '#shared/contract/stock.ts'
import type { TransferRequest } from '#shared/contract/transfer.ts'
import { STOCK_DOCUMENT_KINDS } from '#shared/domain/stock/index.ts'
import type { StockDocumentKind } from '#shared/domain/stock/index.ts'
import { Select } from 'antd'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import { useAsk, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import type { OpenSheet } from '../sheets/sheet.ts'
import { usePages } from '../use-pages.ts'
import { Cell } from './cell.tsx'
import { ListFrame } from './list-frame.tsx'
import { requestChip } from './request-chip.ts'

const SHOWN = ['all', 'onTheWay', 'requests'] as const
type Shown = (typeof SHOWN)[number]

type Props = Readonly<{ covered: boolean; onOpen: OpenSheet }>

export const DocumentsView = ({ covered, onOpen }: Props) => {
  const { t } = useTranslation('stock')
  const [shown, setShown] = useState<Shown>('all')
  const [kind, setKind] = useState<StockDocumentKind | null>(null)
  const open = useCoreQuery('transfer.list', { onlyOpen: true, limit: 100 }).value?.requests.length ?? 0
  useShortcuts(
    SHOWN.map(
      (one, index) =>
        !covered && { keys: `Alt+${index + 6}`, label: t(`documents.${one}`), run: () => setShown(one) },
    ),
  )
  return (
    <>
      <div className="stock-filters">
        <DigitPicker
          label={t('documents.shown')}
          flow
          className="stock-only"
          options={SHOWN.map((one) => ({
            value: one,
            label:
              one === 'requests' && open > 0
                ? t('documents.requestsOpen', { count: open })
                : t(`documents.${one}`),
          }))}
          value={[shown]}
          onChange={([next]) => setShown(SHOWN.find((one) => one === next) ?? 'all')}
        />
        {shown === 'all' && (
          <Select
            aria-label={t('documents.kind')}
            className="stock-kind"
            value={kind}
            onChange={setKind}
            options={[
              { value: null, label: t('documents.anyKind') },
              ...STOCK_DOCUMENT_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) })),
            ]}
            listHeight={420}
          />
        )}
      </div>
      {shown === 'requests' ? (
        <Requests covered={covered} onOpen={onOpen} />
      ) : (
        <Documents
          key={shown}
          covered={covered}
          onOpen={onOpen}
          kind={shown === 'all' ? kind : null}
          onTheWay={shown === 'onTheWay'}
        />
      )}
    </>
  )
}

type DocumentsProps = Props & Readonly<{ kind: StockDocumentKind | null; onTheWay: boolean }>

const Documents = ({ covered, onOpen, kind, onTheWay }: DocumentsProps) => {
  const { t } = useTranslation('stock')
  const { local } = useFormat()
  const ask = useAsk()
  const list = useRef<VirtualListHandle>(null)
  const asked = { onTheWay, ...(kind === null ? {} : { kind }) }
  const paged = usePages<StockDocumentLine>(
    JSON.stringify(asked),
    async (after, limit) => {
      const outcome = await ask('stock.documents', {
        ...asked,
        limit,
        ...(after === undefined ? {} : { after }),
      })
      return outcome.ok
        ? { ok: true, value: { rows: outcome.value.documents, next: outcome.value.next } }
        : outcome
    },
    ['stock', 'partner'],
  )
  return (
    <ListFrame
      list={list}
      label={t('view.documents')}
      className="stock-grid-documents"
      columns={(['number', 'kind', 'at', 'who', 'about', 'lines', 'reason'] as const).map((name) => ({
        name,
        label: t(`column.${name}`),
        right: name === 'lines',
      }))}
      covered={covered}
      {...paged}
      keyOf={({ id }) => id}
      onOpen={({ id }) => onOpen({ kind: 'document', id })}
      empty={{ why: t(onTheWay ? 'documents.noneOnTheWay' : 'documents.none') }}
      hints={[{ keys: 'Enter', label: t('documents.open') }]}
    >
      {(one) => (
        <>
          <Cell className="mono">{one.number}</Cell>
          <Cell>
            {t(`kind.${one.kind}`)} {one.open && <StatusChip chip="outside" text={t('documents.underWay')} />}
          </Cell>
          <Cell className="num">{local(one.at)}</Cell>
          <Cell>{one.who}</Cell>
          <Cell>
            {one.partner} <span className="mono">{one.orderNumber || one.refersTo?.number}</span>
          </Cell>
          <Cell className="num stock-right">{one.lines}</Cell>
          <Cell className="faint" title={one.reason}>
            {one.reason}
          </Cell>
        </>
      )}
    </ListFrame>
  )
}

const Requests = ({ covered, onOpen }: Props) => {
  const { t } = useTranslation('stock')
  const { local } = useFormat()
  const ask = useAsk()
  const list = useRef<VirtualListHandle>(null)
  const paged = usePages<TransferRequest>('requests', async (after, limit) => {
    const outcome = await ask('transfer.list', { limit, ...(after === undefined ? {} : { after }) })
    return outcome.ok
      ? { ok: true, value: { rows: outcome.value.requests, next: outcome.value.next } }
      : outcome
  })
  return (
    <ListFrame
      list={list}
      label={t('documents.requests')}
      className="stock-grid-requests"
      columns={(['number', 'state', 'at', 'way', 'what', 'reason'] as const).map((name) => ({
        name,
        label: t(`column.${name}`),
      }))}
      covered={covered}
      {...paged}
      keyOf={({ id }) => id}
      onOpen={(request) => onOpen({ kind: 'request', request })}
      empty={{ why: t('documents.noRequests') }}
      hints={[{ keys: 'Enter', label: t('documents.openRequest') }]}
    >
      {(one) => (
        <>
          <Cell className="mono">{one.number}</Cell>
          <Cell>
            <StatusChip chip={requestChip(one.state)} text={t(`requestState.${one.state}`)} />
          </Cell>
          <Cell className="num">{local(one.at)}</Cell>
          <Cell>{t('request.way', { from: one.fromWarehouse, to: one.toWarehouse })}</Cell>
          <Cell>{one.lines.map(({ code, name }) => `${code} ${name}`).join(t('form.join'))}</Cell>
          <Cell className="faint">{one.state === 'open' ? one.reason : one.answer}</Cell>
        </>
      )}
    </ListFrame>
  )
}
