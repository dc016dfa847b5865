// What waits for which part (rule PRT-7): open requests, the longest expected first, late ones marked, each with its
// verbs on one letter.
import { useRef, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PartRequest } from '#shared/contract/order-parts.ts'
import { mayGive } from '#shared/domain/staff/rights.ts'
import { businessDate } from '#shared/kernel/time.ts'
import { useAppSelector } from '#renderer/app/store.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import type { VirtualListHandle } from '#renderer/components/virtual-list.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { quantityText } from '#renderer/components/part-entry-text.ts'
import { ReasonPanel } from '../reason-panel.tsx'
import type { OpenSheet } from '../sheets/sheet.ts'
import { Cell } from './cell.tsx'
import { LatePanel } from './late-panel.tsx'
import { ListFrame } from './list-frame.tsx'

const ENDS = ['arrived', 'unavailable', 'withdrawn'] as const
type End = (typeof ENDS)[number]
type Doing = Readonly<{ what: 'late' | Exclude<End, 'arrived'>; request: PartRequest }>
/** By the place of the key, whatever the language. */
const LETTERS = { KeyL: 'late', KeyA: 'arrived', KeyN: 'unavailable', KeyW: 'withdrawn' } as const

type Props = Readonly<{ covered: boolean; onOpen: OpenSheet }>

export const WaitingView = ({ covered, onOpen }: Props) => {
  const answer = useCoreQuery('orderPart.waiting', {}, { keepPrevious: true })
  return (
    <QueryPanel answer={answer} rows={8}>
      {({ requests }) => <Waiting requests={requests} covered={covered} onOpen={onOpen} />}
    </QueryPanel>
  )
}

const Waiting = ({ requests, covered, onOpen }: Props & Readonly<{ requests: readonly PartRequest[] }>) => {
  const { t } = useTranslation('stock')
  const { local, zone } = useFormat()
  const { openOrder, notice } = useNav()
  const roles = useAppSelector((state) => state.window.person?.roles) ?? []
  const list = useRef<VirtualListHandle>(null)
  const end = useCoreCommand('orderPart.endRequest')
  const [doing, setDoing] = useState<Doing | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const today = businessDate(useNow(), zone)
  const may = {
    late: mayGive('partsLate').some((role) => roles.includes(role)),
    end: mayGive('partsReady').some((role) => roles.includes(role)),
  }
  const isLate = ({ expectedAt }: PartRequest) =>
    expectedAt !== null && businessDate(expectedAt, zone) < today
  const done = (what: End, request: PartRequest, raised: number) => {
    setDoing(null)
    list.current?.focus()
    notice('good', t(`waiting.done.${what}`, { number: request.number }))
    if (raised > 0)
      notice('good', t('waiting.raised', { number: request.number, order: request.orderNumber ?? '' }))
  }
  const arrive = async (request: PartRequest) => {
    const outcome = await end.run({ requestId: request.id, end: 'arrived' })
    if (outcome.ok) done('arrived', request, outcome.value.raised.length)
  }
  const act = (what: 'late' | End, request: PartRequest | undefined) => {
    if (!request || (what === 'late' ? !may.late : !may.end)) return
    end.forget()
    if (what !== 'arrived') return setDoing({ what, request })
    void arrive(request)
  }
  const chosen = requests.find(({ id }) => id === current) ?? requests[0]
  const close = () => {
    setDoing(null)
    list.current?.focus()
  }
  return (
    <div className={`stock-columns ${doing ? 'stock-with-panel' : ''}`}>
      <ListFrame
        list={list}
        label={t('view.waiting')}
        className="stock-grid-waiting"
        columns={(['number', 'order', 'part', 'quantity', 'source', 'expected', 'reason'] as const).map(
          (name) => ({ name, label: t(`column.${name}`), right: name === 'quantity' }),
        )}
        rows={requests}
        keyOf={({ id }) => id}
        reading={false}
        problem={undefined}
        retry={() => undefined}
        covered={covered}
        current={chosen?.id ?? null}
        onCurrent={setCurrent}
        onOpen={({ orderId, orderNumber, partId }) =>
          orderId === null ? onOpen({ kind: 'part', id: partId }) : openOrder(orderId, orderNumber ?? '')
        }
        onLetter={(code, request) => {
          const what = (LETTERS as Readonly<Record<string, 'late' | End | undefined>>)[code]
          if (what === undefined) return false
          act(what, request)
          return true
        }}
        empty={{ why: t('waiting.none') }}
        hints={[{ keys: 'Enter', label: t('waiting.open') }]}
        foot={
          chosen && (
            <span className="stock-foot-verbs">
              {may.late && (
                <Button size="small" onClick={() => act('late', chosen)}>
                  {t('waiting.verb.late')}
                  <KeyCap keys="L" />
                </Button>
              )}
              {may.end &&
                ENDS.map((what) => (
                  <Button key={what} size="small" onClick={() => act(what, chosen)}>
                    {t(`waiting.verb.${what}`)}
                    <KeyCap keys={{ arrived: 'A', unavailable: 'N', withdrawn: 'W' }[what]} />
                  </Button>
                ))}
              {doing === null && <ProblemLine problem={end.problem} />}
            </span>
          )
        }
      >
        {(one) => (
          <>
            <Cell className="mono">{one.number}</Cell>
            <Cell className="mono">{one.orderNumber}</Cell>
            <Cell title={one.name}>
              <span className="mono">{one.code}</span> {one.name}
            </Cell>
            <Cell className="num stock-right">{quantityText(one.quantity, one.unit)}</Cell>
            <Cell>{t(`source.${one.source}`)}</Cell>
            <Cell className="num">
              {one.expectedAt === null ? t('waiting.noDay') : local(one.expectedAt, 'date')}{' '}
              {isLate(one) && <StatusChip chip="late" text={t('waiting.late')} />}
            </Cell>
            <Cell className="faint" title={one.reason}>
              {one.reason}
            </Cell>
          </>
        )}
      </ListFrame>
      {doing?.what === 'late' && <LatePanel key={doing.request.id} request={doing.request} onClose={close} />}
      {doing !== null && doing.what !== 'late' && (
        <ReasonPanel
          key={`${doing.what}${doing.request.id}`}
          title={t(`waiting.verb.${doing.what}`)}
          label={t(`waiting.reason.${doing.what}`)}
          required
          max={200}
          run={end}
          act={async (reason) => {
            const { what, request } = doing
            if (what === 'late') return { ok: true, value: null }
            const outcome = await end.run({ requestId: request.id, end: what, reason })
            if (outcome.ok) done(what, request, outcome.value.raised.length)
            return outcome
          }}
          onDone={() => undefined}
          onClose={close}
        >
          <p>
            <span className="mono">{doing.request.number}</span> {doing.request.code} {doing.request.name}
          </p>
        </ReasonPanel>
      )}
    </div>
  )
}
