// Everything that a reviewer looks at on one order, his two verbs, and what is worth keeping of it (CLS-6).
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import type { ReviewLine } from '#shared/contract/review.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { useAppSelector } from '#renderer/app/store.ts'
import { PublishFix } from '#renderer/features/knowledge/index.tsx'
import { Photo } from '#renderer/features/orders/index.tsx'
import { SignedPaper } from '#renderer/features/pickup/index.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/format.ts'
import { loose } from '#renderer/lib/i18n.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { problemText } from '#renderer/lib/problem-text.ts'
import { SendBack } from './send-back.tsx'

export const ProofSide = ({ line }: { line: ReviewLine }) => {
  const { t } = useTranslation('review')
  const { t: knowledge } = useTranslation('knowledge')
  const { t: common } = useTranslation()
  const { openOrder, notice } = useNav()
  const close = useCoreCommand('review.approveClose')
  const [panel, setPanel] = useState<'sendBack' | 'publish' | null>(null)
  const mayPublish = useAppSelector((state) => has('publishKnowledge', state.window.person?.roles ?? []))
  const known = useCoreQuery('knowledge.forOrder', { id: line.id }, { skip: !mayPublish, keepPrevious: true })
  const published = known.value?.published ?? null
  const records = useCoreQuery('service.records', { id: line.id }, { keepPrevious: true })
  const handOvers = useCoreQuery('handOver.ofOrder', { id: line.id }, { keepPrevious: true })
  const approve = async (): Promise<void> => {
    const outcome = await close.run({ id: line.id, ver: line.ver })
    if (outcome.ok) notice('good', t('closed', { number: line.number }))
  }
  const canPublish = mayPublish && known.value !== undefined
  const publishLabel = knowledge(published ? 'again' : 'publish')
  useShortcuts([
    panel === null && { keys: 'Ctrl+Enter', label: t('approve'), run: () => void approve() },
    panel === null && { keys: 'Ctrl+D', label: t('sendBack'), run: () => setPanel('sendBack') },
    panel === null && canPublish && { keys: 'Ctrl+J', label: publishLabel, run: () => setPanel('publish') },
  ])
  const details = { command: 'approveClose', state: 'pendingClose', missing: [...line.missing] }
  return (
    <section className="sheet review-proof" aria-label={line.number}>
      <header className="review-proof-head">
        <h2>
          {line.customerName} · {line.device}
        </h2>
        <button type="button" className="link-button mono" onClick={() => openOrder(line.id, line.number)}>
          {line.number}
        </button>
      </header>
      <div className="review-proof-body">
        <h3>{t('work')}</h3>
        <QueryPanel answer={records}>{(value) => <Work value={value} />}</QueryPanel>
        <h3>{t('handOver')}</h3>
        <QueryPanel answer={handOvers}>{(value) => <HandOvers orderId={line.id} value={value} />}</QueryPanel>
      </div>
      <footer className="review-verbs">
        {line.problem !== null && panel !== 'publish' && (
          <p className="review-why">
            {problemText({ kind: 'refusal', code: line.problem, details }, loose(common)).what}
          </p>
        )}
        <ProblemLine problem={close.problem} />
        {panel === 'sendBack' && <SendBack line={line} onClose={() => setPanel(null)} />}
        {panel === 'publish' && (
          <PublishFix order={line} published={published} onClose={() => setPanel(null)} />
        )}
        {panel === null && (
          <div className="review-buttons">
            {canPublish && (
              <Button className="review-publish" onClick={() => setPanel('publish')}>
                {publishLabel}
                <KeyCap keys="Ctrl+J" />
              </Button>
            )}
            <Button onClick={() => setPanel('sendBack')}>
              {t('sendBack')}
              <KeyCap keys="Ctrl+D" />
            </Button>
            <Button type="primary" loading={close.busy} onClick={() => void approve()}>
              {t('approve')}
              <KeyCap keys="Ctrl+Enter" />
            </Button>
          </div>
        )}
      </footer>
    </section>
  )
}

const Work = ({ value: { records } }: { value: Value<'service.records'> }) => {
  const { t } = useTranslation('review')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  if (records.length === 0) return <p className="faint">{t('noWork')}</p>
  return (
    <ul className="review-facts selectable">
      {records.map((record) => (
        <li key={record.id}>
          <b>{labels(`result.${record.result}`)}</b> {record.actualFault} → {record.action}
          <span className="faint">
            {' '}
            {record.doneBy} · {local(record.at)}
            {record.minutes !== null && ` · ${t('minutes', { count: record.minutes })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

type HandOversProps = Readonly<{ orderId: string; value: Value<'handOver.ofOrder'> }>

const HandOvers = ({ orderId, value: { handOvers } }: HandOversProps) => {
  const { t } = useTranslation('review')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  const valid = handOvers.filter(({ undone }) => !undone)
  if (valid.length === 0) return <p className="faint">{t('noHandOver')}</p>
  return (
    <ul className="review-facts selectable">
      {valid.map((one) => (
        <li key={one.id}>
          <b>{labels(`handOverWay.${one.way}`)}</b> {labels(`takenBy.${one.takenBy}`)}{' '}
          {[one.proxyName, one.proxyPhone, one.identity, one.secondPerson, one.waybill, one.deliveryProof]
            .filter((word) => word !== '')
            .join(' · ')}
          <span className="faint">
            {' '}
            {one.who} · {local(one.at)}
          </span>
          {one.differences.length > 0 && (
            <p className="review-different">
              {t('differences', {
                what: one.differences
                  .map(({ kind, before, after }) => `${kind} ${before || '—'} → ${after || '—'}`)
                  .join('; '),
              })}
            </p>
          )}
          <div className="review-pictures">
            {one.signature === null ? (
              one.way !== 'disposal' &&
              one.way !== 'courier' && (
                <div className="review-unsigned">
                  <p className="review-different">{t('noSignature')}</p>
                  <SignedPaper orders={[orderId]} />
                </div>
              )
            ) : (
              <figure>
                <Photo hash={one.signature} alt={t('signature')} />
                <figcaption>
                  {t('signature')}
                  {one.signedOn !== null && ` · ${labels(`signedOn.${one.signedOn}`)}`}
                </figcaption>
              </figure>
            )}
            {one.photo !== null && (
              <figure>
                <Photo hash={one.photo} alt={labels(`handOverWay.${one.way}`)} />
                <figcaption>{labels(`handOverWay.${one.way}`)}</figcaption>
              </figure>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
