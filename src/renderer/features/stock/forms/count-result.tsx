// What a count found: the differences that were posted, and what nobody counted (rule PRT-10).
import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'
import type { Posted } from './stock-form-sheet.tsx'

type Found = Value<'stock.count'>

type Props = Readonly<{
  counted: Posted
  onClose: () => void
  onDocument: (id: string) => void
  /** Counts the rest: nothing of it is there. */
  onRest: (lines: Found['notCounted']) => void
}>

export const CountResult = ({ counted, onClose, onDocument, onRest }: Props) => {
  const { t } = useTranslation('stock')
  const { document, differences, notCounted } = counted.answer as Found
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  useShortcuts([
    { keys: 'Escape', label: t('back'), run: onClose },
    notCounted.length > 0 && {
      keys: 'Ctrl+Enter',
      label: t('counted.restIsNothing'),
      run: () => onRest(notCounted),
    },
  ])
  const seesValue = differences.some(({ valueFen }) => valueFen !== null)
  return (
    <section
      ref={box}
      tabIndex={-1}
      className="sheet stock-counted"
      aria-label={t('counted.title')}
      aria-live="polite"
    >
      <header className="stock-form-head">
        <h2>{t('counted.title')}</h2>
        <span>
          {document === null
            ? t('counted.none', { count: counted.form.lines.length })
            : t('counted.some', { count: differences.length })}
        </span>
        {document !== null && (
          <button type="button" className="link-button mono" onClick={() => onDocument(document.documentId)}>
            {document.number}
          </button>
        )}
        <span className="stretch" />
        <Button onClick={onClose}>
          {t('back')}
          <KeyCap keys="Esc" />
        </Button>
      </header>
      <div className="stock-counted-body">
        {differences.length > 0 && (
          <table className="stock-table">
            <thead>
              <tr>
                <th>{t('column.code')}</th>
                <th>{t('column.name')}</th>
                <th className="stock-right">{t('counted.booked')}</th>
                <th className="stock-right">{t('counted.counted')}</th>
                <th className="stock-right">{t('counted.difference')}</th>
                {seesValue && <th className="stock-right">{t('column.value')}</th>}
                <th>{t('column.serials')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((one) => (
                <tr key={one.partId}>
                  <td className="mono">{one.code}</td>
                  <td>{one.name}</td>
                  <td className="num stock-right">{formatQuantity(one.booked)}</td>
                  <td className="num stock-right">{formatQuantity(one.counted)}</td>
                  <td className="num stock-right">
                    <strong>{signed(one.counted - one.booked)}</strong> {one.unit}
                  </td>
                  {seesValue && (
                    <td className="num stock-right">
                      {one.valueFen === null ? '' : formatYuan(one.valueFen, { sign: '¥' })}
                    </td>
                  )}
                  <td className="mono">
                    {one.missing.length > 0 && t('counted.missing', { serials: one.missing.join(' ') })}{' '}
                    {one.found.length > 0 && t('counted.found', { serials: one.found.join(' ') })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {notCounted.length > 0 && (
          <>
            <div className="stock-counted-rest">
              <h3>{t('counted.notCounted', { count: notCounted.length })}</h3>
              <Button onClick={() => onRest(notCounted)}>
                {t('counted.restIsNothing')}
                <KeyCap keys="Ctrl+Enter" />
              </Button>
            </div>
            <ul className="stock-counted-list">
              {notCounted.map((one) => (
                <li key={one.partId}>
                  <span className="mono">{one.code}</span> {one.name}{' '}
                  {one.quantity !== null && (
                    <span className="faint num">
                      {formatQuantity(one.quantity)} {one.unit}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}

const signed = (quantity: number): string => `${quantity > 0 ? '+' : ''}${formatQuantity(quantity)}`
