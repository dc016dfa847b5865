// The line at which a quote is typed: code, name, initials or barcode of a part or of work, or free text; Enter takes it.
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { QuoteItem } from '#shared/contract/quote.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import { useAsk } from '../../../lib/api.ts'
import { isImeKey } from '../../../lib/ime.ts'
import { isEnter } from '../../../lib/use-enter-key.ts'

type Props = Readonly<{
  orderId: string
  /** The keys of the line above. */
  keys: string
  onItem: (item: QuoteItem) => void
  onText: (text: string) => void
}>

type Found = Readonly<{ text: string; items: readonly QuoteItem[] }>
const NOTHING: Found = { text: '', items: [] }

export const ItemEntry = ({ orderId, keys, onItem, onText }: Props) => {
  const { t } = useTranslation('quotes')
  const ask = useAsk()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>(NOTHING)
  const [at, setAt] = useState(0)
  const latest = useRef('')
  const look = async (text: string): Promise<Found> => {
    const answer = await ask('quote.items', { id: orderId, text })
    return { text, items: answer.ok ? answer.value.items : [] }
  }
  useEffect(() => {
    latest.current = typed.trim()
    if (latest.current === '') return
    void look(latest.current).then((one) => {
      // Only the answer to what stands there now.
      if (one.text !== latest.current) return
      setFound(one)
      setAt(0)
    })
    // oxlint-disable-next-line react/exhaustive-deps -- asked for each text once
  }, [typed])
  const text = typed.trim()
  const shown = text !== '' && found.text === text ? found.items : []
  const clear = () => {
    setTyped('')
    setFound(NOTHING)
    setAt(0)
  }
  const take = async () => {
    if (text === '') return
    // Enter may be faster than the answer.
    const items = found.text === text ? found.items : (await look(text)).items
    const item = items[found.text === text ? at : 0]
    clear()
    if (item) onItem(item)
    else onText(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { isComposing, keyCode } = event.nativeEvent
    if (isImeKey({ isComposing, keyCode })) return
    if (isEnter(event) && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      event.stopPropagation()
      if (event.shiftKey && text !== '') {
        clear()
        onText(text)
      } else void take()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (shown.length === 0) return
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((now) => Math.max(0, Math.min(shown.length, now + step)))
    }
  }
  return (
    <div className="quote-entry">
      <Input
        role="combobox"
        data-quote-entry
        aria-label={t('entry.label')}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={shown.length > 0 ? `${list}-${at}` : undefined}
        placeholder={t('entry.hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        suffix={<span className="quote-keys">{typed === '' ? keys : ''}</span>}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {shown.length > 0 && (
        <div className="quote-found" role="listbox" id={list} aria-label={t('entry.found')}>
          {shown.map((item, index) => (
            <div
              key={item.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="quote-found-one"
              onMouseDown={(event) => {
                event.preventDefault()
                clear()
                onItem(item)
              }}
            >
              <span className="mono">{item.code}</span>
              <span className="quote-found-name">
                {item.name} <span className="faint">{item.spec}</span>
              </span>
              <span className="num faint">
                {item.inStock === null
                  ? t('entry.work')
                  : t('entry.stock', { count: formatQuantity(item.inStock) })}
              </span>
              <span className="num">{formatYuan(item.priceFen, { sign: '¥' })}</span>
            </div>
          ))}
          <div
            id={`${list}-${shown.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === shown.length}
            className="quote-found-one"
            onMouseDown={(event) => {
              event.preventDefault()
              clear()
              onText(text)
            }}
          >
            <span className="faint">{t('entry.asText')}</span>
            <span className="quote-found-name">{text}</span>
          </div>
        </div>
      )}
    </div>
  )
}
