// The quote of an order: the draft being written, versions that were sent, what the order is charged for (QUO-1 … QUO-5).
import { useEffect, useRef, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { QuoteVersion } from '#shared/contract/quote.ts'
import { quoteText } from '#shared/domain/quote/index.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { PaperPreview } from '../../../components/paper-preview.tsx'
import { Empty, ProblemLine, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '../../../lib/api.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import type { SectionProps } from '../order/order-screen.tsx'
import { useWords } from '../verbs/index.ts'
import { QuoteEditor } from './quote-editor.tsx'
import { VersionCard } from './version-card.tsx'
import './quotes.css'

type Quotes = Value<'quote.ofOrder'>
const yuan = (fen: number) => formatYuan(fen, { sign: '¥' })

export const QuoteSection = ({ order, ask }: SectionProps) => {
  const answer = useCoreQuery('quote.ofOrder', { id: order.id }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer}>
      {(quotes) => <Quote order={order} quotes={quotes} asked={ask.what === 'quote' ? ask.turn : 0} />}
    </QueryPanel>
  )
}

type Props = Readonly<{ order: OrderDetail; quotes: Quotes; asked: number }>

const Quote = ({ order, quotes, asked }: Props) => {
  const { t } = useTranslation('quotes')
  const { notice } = useNav()
  const draftRun = useCoreCommand('quote.draft')
  const copyRun = useCoreCommand('quote.copyVersion')
  const voidRun = useCoreCommand('quote.void')
  const [printing, setPrinting] = useState(false)
  const draft = quotes.versions.find(({ state }) => state === 'draft')
  const given = quotes.versions.filter(({ state }) => state !== 'draft')
  const newest = given.find(({ state }) => state !== 'void' && state !== 'changed')
  const mayWrite = !isFinal(order.state)
  const start = () => {
    if (draft || !mayWrite) return
    if (newest) void copyRun.run({ id: order.id, version: newest.version })
    else void draftRun.run({ id: order.id, validUntil: quotes.proposedValidUntil, lines: [] })
  }
  // The verb "quote" leads here: into the draft, or to a new one.
  const heard = useRef(0)
  const begin = useRef(start)
  useEffect(() => {
    begin.current = start
  })
  useEffect(() => {
    if (asked === heard.current) return
    heard.current = asked
    begin.current()
  }, [asked])
  useShortcuts([
    mayWrite &&
      draft === undefined && { keys: 'Ctrl+N', label: t(newest ? 'writeAnew' : 'write'), run: start },
  ])
  const takeBack = async (version: number) => {
    const outcome = await voidRun.run({ id: order.id, version, reason: t('voidReason') })
    if (outcome.ok) notice('good', t('voided', { version }))
  }
  return (
    <div
      className="quote-section"
      role="region"
      aria-label={t('section')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabIndex={0}
    >
      {draft && <QuoteEditor key={draft.id} order={order} draft={draft} onSent={() => setPrinting(false)} />}
      <div className="sheet quote-versions">
        {given.length === 0 && draft === undefined && (
          <Empty
            why={t(mayWrite ? 'none' : 'noneOver')}
            {...(mayWrite ? { verb: { label: t('write'), keys: 'Ctrl+N', run: start } } : {})}
          />
        )}
        {newest && (
          <div className="quote-bar">
            <Standing quotes={quotes} />
            <span className="stretch" />
            <CopyText order={order} version={newest} />
            <Button size="small" onClick={() => setPrinting(true)}>
              {t('print')}
            </Button>
            {mayWrite && !draft && (
              <Button size="small" onClick={start}>
                {t('writeAnew')}
                <KeyCap keys="Ctrl+N" />
              </Button>
            )}
          </div>
        )}
        <ProblemLine problem={draftRun.problem ?? copyRun.problem ?? voidRun.problem} />
        {given.map((version, index) => (
          <VersionCard
            key={version.id}
            orderId={order.id}
            version={version}
            before={given[index + 1]?.version}
            open={version.id === newest?.id}
            onCopy={
              mayWrite && version.lines.length > 0 && version.id !== newest?.id
                ? () => void copyRun.run({ id: order.id, version: version.version })
                : undefined
            }
            onVoid={version.state === 'sent' ? () => void takeBack(version.version) : undefined}
          />
        ))}
        {quotes.charges.length > 0 && <Charges quotes={quotes} />}
      </div>
      <PaperPreview
        open={printing}
        sheets={[{ paper: 'quote', subjectId: order.id }]}
        onClose={() => setPrinting(false)}
      />
    </div>
  )
}

/** How far the shop may go, and whether it went further. */
const Standing = ({ quotes }: { quotes: Quotes }) => {
  const { t } = useTranslation('quotes')
  return (
    <span className="quote-standing">
      {quotes.limitFen !== null && (
        <span className="num">{t('limit', { amount: yuan(quotes.limitFen) })}</span>
      )}
      {quotes.agreedFen !== null && (
        <span className="num">{t('agreed', { amount: yuan(quotes.agreedFen) })}</span>
      )}
      {quotes.overLimit && (
        <strong className="quote-over" role="alert">
          {t('over', { amount: yuan(quotes.chargedFen) })}
        </strong>
      )}
    </span>
  )
}

/** The whole quote as words for WeChat; copying counts as an attempt to reach the customer (SRV-5). */
const CopyText = ({ order, version }: { order: OrderDetail; version: QuoteVersion }) => {
  const { t, i18n } = useTranslation('quotes')
  const { notice } = useNav()
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const copied = useCoreCommand('contact.copied')
  const box = useRef<HTMLTextAreaElement>(null)
  const { device } = order
  const text = quoteText(i18n.language === 'en' ? 'en' : 'zh-CN', {
    shop: shop?.name ?? '',
    phone: shop?.phone ?? '',
    customer: order.customer.name,
    device: [device.brand, device.model || device.category].filter(Boolean).join(' '),
    number: order.number,
    ...version,
  })
  const copy = async () => {
    const field = box.current
    if (!field) return
    const before = document.activeElement
    field.select()
    // The clipboard's own interface asks for a permission that no page gets here.
    document.execCommand('copy')
    if (before instanceof HTMLElement) before.focus()
    const outcome = await copied.run({
      id: order.id,
      occasion: 'quoted',
      channel: 'wechat',
      text: text.slice(0, 1000),
    })
    if (outcome.ok) notice('good', t('copied'))
  }
  useShortcuts([{ keys: 'Ctrl+Shift+Y', label: t('copyText'), run: () => void copy() }])
  return (
    <>
      <textarea ref={box} className="quote-text" aria-label={t('text')} readOnly tabIndex={-1} value={text} />
      <Button size="small" loading={copied.busy} onClick={() => void copy()}>
        {t('copyText')}
        <KeyCap keys="Ctrl+Shift+Y" />
      </Button>
      <ProblemLine problem={copied.problem} />
    </>
  )
}

/** What the order is charged for now, and who earns on it (QUO-5, PRT-13). */
const Charges = ({ quotes }: { quotes: Quotes }) => {
  const { t } = useTranslation('quotes')
  const { of } = useWords()
  return (
    <section className="work-item" aria-label={t('charges')}>
      <div className="work-head">
        <strong>{t('charges')}</strong>
        <span>
          {t('owes')} <strong className="num">{yuan(quotes.chargedFen)}</strong>
        </span>
      </div>
      <table className="work-lines">
        <tbody>
          {quotes.charges.map((line) => (
            <tr key={line.id}>
              <td>{of('lineKind', line.kind)}</td>
              <td className="selectable">{line.text}</td>
              <td className="num quote-right">
                {line.amountFen === null ? '—' : line.waived ? t('row.letOff') : yuan(line.amountFen)}
              </td>
              <td>{of('payer', line.payer)}</td>
              <td className="faint">
                {line.technicians
                  .map(({ name, amountFen }) => (amountFen === null ? name : `${name} ${yuan(amountFen)}`))
                  .join(t('join'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
