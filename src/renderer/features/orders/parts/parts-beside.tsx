// What belongs to the parts of an order: requests that it waits for, fault tags, slips, what headquarters pays, the waiver.
import type { ReactNode } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import type { Sheet } from '../../../components/paper-preview.tsx'
import { useFormat, useNow } from '../../../lib/format.ts'
import type { Parts } from './use-till.ts'

type Props = Readonly<{ parts: Parts; onPrint: (sheets: readonly Sheet[]) => void }>

export const slipOf = ({ id, kind }: Parts['documents'][number]): Sheet => ({
  paper: kind === 'issue' ? 'issueSlip' : 'returnSlip',
  subjectId: id,
})
export const tagOf = ({ id }: { id: string }): Sheet => ({ paper: 'faultTag', subjectId: id })

export const PartsBeside = ({ parts, onPrint }: Props) => {
  const { t } = useTranslation('parts')
  const { local } = useFormat()
  const now = useNow()
  const { requests, tags, documents, waiver, headquartersFeeFen } = parts
  const unprinted = tags.filter(({ printed }) => !printed)
  return (
    <div className="parts-beside">
      {headquartersFeeFen > 0 && (
        <p className="parts-fee">
          {t('fee')} <strong className="num">{formatYuan(headquartersFeeFen, { sign: '¥' })}</strong>
          <span className="faint"> {t('feeWhy')}</span>
        </p>
      )}
      {waiver && (
        <p className="parts-fee">
          {t('waived', { who: waiver.who, at: local(waiver.at) })}{' '}
          <q className="selectable">{waiver.words}</q>
        </p>
      )}
      {requests.length > 0 && (
        <Group title={t('requests')}>
          {requests.map((one) => (
            <li key={one.id}>
              <span className="mono selectable">{one.number}</span>
              <span>
                {one.name} ×{formatQuantity(one.quantity)}
              </span>
              <span className="faint">{t(`source.${one.source}`)}</span>
              <span
                className={`num ${one.state === 'open' && one.expectedAt !== null && one.expectedAt < now ? 'parts-late' : ''}`}
              >
                {one.state === 'open'
                  ? one.expectedAt === null
                    ? t('request.open')
                    : t(one.expectedAt < now ? 'request.late' : 'request.expected', {
                        day: local(one.expectedAt, 'date'),
                      })
                  : t(`request.${one.state}`)}
              </span>
            </li>
          ))}
        </Group>
      )}
      {tags.length > 0 && (
        <Group
          title={t('tags')}
          verb={
            unprinted.length > 0 && (
              <Button size="small" onClick={() => onPrint(unprinted.map(tagOf))}>
                {t('printTags', { count: unprinted.length })}
              </Button>
            )
          }
        >
          {tags.map((tag) => (
            <li key={tag.id}>
              <span className="mono selectable">{tag.number}</span>
              <span>{t(`what.${tag.what}`)}</span>
              <span>
                {tag.name} ×{formatQuantity(tag.quantity)}
              </span>
              {tag.serial !== '' && <span className="mono selectable">{tag.serial}</span>}
              <span className="faint parts-cut" title={tag.fault}>
                {tag.fault}
              </span>
              <span className={tag.printed ? 'faint' : 'parts-late'}>
                {t(tag.sentAt !== null ? 'tag.sent' : tag.printed ? 'tag.printed' : 'tag.notPrinted')}
              </span>
              <button type="button" className="link-button" onClick={() => onPrint([tagOf(tag)])}>
                {t('print')}
              </button>
            </li>
          ))}
        </Group>
      )}
      {documents.length > 0 && (
        <Group title={t('documents')}>
          {documents.map((one) => (
            <li key={one.id}>
              <span className="mono selectable">{one.number}</span>
              <span>{t(`document.${one.kind}`, { count: one.lines })}</span>
              <span className="num faint">{local(one.at)}</span>
              <span className="faint">{one.who}</span>
              <button type="button" className="link-button" onClick={() => onPrint([slipOf(one)])}>
                {t('print')}
              </button>
            </li>
          ))}
        </Group>
      )}
    </div>
  )
}

const Group = ({ title, verb, children }: { title: string; verb?: ReactNode; children: ReactNode }) => (
  <section className="parts-group" aria-label={title}>
    <h3>
      {title} {verb}
    </h3>
    <ul>{children}</ul>
  </section>
)
