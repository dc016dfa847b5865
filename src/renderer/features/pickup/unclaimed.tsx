// Ready machines that nobody came for (rule CLS-2): how long, how often the customer was called, where they are.
import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { Empty, ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useAppSelector } from '#renderer/app/store.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { PictureButton } from './picture-button.tsx'
import { useStorePicture } from './use-store-picture.ts'

type Line = Value<'handOver.unclaimed'>['orders'][number]

export const Unclaimed = ({ onOpen }: { onOpen: (orderId: string) => void }) => {
  const { t } = useTranslation('pickup')
  const answer = useCoreQuery('handOver.unclaimed', {}, { keepPrevious: true })
  return (
    <QueryPanel answer={answer} rows={6}>
      {({ termDays, orders }) => (
        <section className="sheet pickup-unclaimed" aria-labelledby="pickup-unclaimed">
          <h2 id="pickup-unclaimed" className="sheet-title">
            {t('unclaimed.title', { days: termDays })}{' '}
            <span className="num faint">{orders.length || ''}</span>
          </h2>
          {orders.length === 0 ? (
            <Empty why={t('unclaimed.empty', { days: termDays })} />
          ) : (
            <ul>
              {orders.map((order) => (
                <Row key={order.id} order={order} onOpen={() => onOpen(order.id)} />
              ))}
            </ul>
          )}
        </section>
      )}
    </QueryPanel>
  )
}

const Row = ({ order, onOpen }: { order: Line; onOpen: () => void }) => {
  const { t } = useTranslation('pickup')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const { openOrder } = useNav()
  const manager = useAppSelector((state) => state.window.person?.roles.includes('manager') ?? false)
  const settings = useCoreQuery('shop.settings', {}).value
  const [disposing, setDisposing] = useState(false)
  return (
    <li>
      <div className="pickup-row">
        <button type="button" className="pickup-row-main" onClick={onOpen}>
          <b>{order.customerName}</b> {order.device}
        </button>
        <StatusChip chip="late" text={t('unclaimed.waits', { count: order.days })} />
        <span className="pickup-row-fact">
          {order.notices === 0
            ? t('unclaimed.noNotice')
            : t('unclaimed.notices', { count: order.notices, at: local(order.lastNotice ?? 0, 'date') })}
        </span>
        <span className="pickup-row-fact">
          {labels(`placeKind.${order.place.kind}`)} {order.place.name}
        </span>
        <button type="button" className="link-button mono" onClick={() => openOrder(order.id, order.number)}>
          {order.number}
        </button>
        <Button size="small" onClick={onOpen}>
          {t('unclaimed.open')}
        </Button>
        {manager && settings?.disposeUnclaimed === true && (
          <Button size="small" onClick={() => setDisposing(!disposing)}>
            {t('dispose.verb')}
          </Button>
        )}
      </div>
      {disposing && <Dispose order={order} onClose={() => setDisposing(false)} />}
    </li>
  )
}

const Dispose = ({ order, onClose }: { order: Line; onClose: () => void }) => {
  const { t } = useTranslation('pickup')
  const { notice } = useNav()
  const dispose = useCoreCommand('handOver.disposeUnclaimed')
  const picture = useStorePicture()
  const [approval, setApproval] = useState('')
  const [words, setWords] = useState('')
  const [file, setFile] = useState('')
  const take = async (picked: Blob): Promise<void> => setFile((await picture.store(picked)) ?? '')
  const run = async (): Promise<void> => {
    const outcome = await dispose.run({ id: order.id, ver: order.ver, approval, disposalFile: file, words })
    if (!outcome.ok) return
    notice('good', t('dispose.done', { number: order.number }))
    onClose()
  }
  const ready = approval.trim() !== '' && words.trim() !== '' && file !== ''
  return (
    <div className="pickup-dispose">
      <FirstFocus />
      <Input
        data-autofocus
        aria-label={t('dispose.approval')}
        placeholder={t('dispose.approval')}
        maxLength={200}
        value={approval}
        onChange={(event) => setApproval(event.target.value)}
      />
      <Input
        aria-label={t('dispose.words')}
        placeholder={t('dispose.words')}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <PictureButton
        label={t('dispose.file')}
        done={file !== ''}
        busy={picture.busy}
        onPicture={(picked) => void take(picked)}
      />
      <Button danger disabled={!ready} loading={dispose.busy} onClick={() => void run()}>
        {t('dispose.run')}
      </Button>
      <ProblemLine problem={dispose.problem ?? picture.problem} />
    </div>
  )
}
