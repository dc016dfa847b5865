// The line at which a package is put together: code, name, initials or barcode; Enter takes the first that fits.
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/kernel/money.ts'
import { useAsk } from '#renderer/lib/api.ts'
import { isImeKey } from '#renderer/lib/ime.ts'
import { isEnter } from '#renderer/lib/use-enter-key.ts'

export type Item = Readonly<{
  kind: 'part' | 'serviceItem'
  id: string
  code: string
  name: string
  unit: string
  decimals: number
  priceFen: number
}>

const EACH = 6

export const ItemSearch = ({ onItem }: { onItem: (item: Item) => void }) => {
  const { t } = useTranslation('catalogue')
  const ask = useAsk()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Readonly<{ text: string; items: readonly Item[] }>>({
    text: '',
    items: [],
  })
  const [at, setAt] = useState(0)
  const latest = useRef('')
  const look = async (text: string) => {
    const [parts, services] = await Promise.all([
      ask('part.find', { text, limit: EACH }),
      ask('serviceItem.find', { text, limit: EACH }),
    ])
    const items: Item[] = [
      ...(parts.ok ? parts.value.parts : []).map((part) => ({ ...part, kind: 'part' as const })),
      ...(services.ok ? services.value.serviceItems : []).map((item) => ({
        ...item,
        kind: 'serviceItem' as const,
        unit: '',
        decimals: 0,
      })),
    ]
    return { text, items }
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
  const take = (item: Item | undefined) => {
    if (!item) return
    setTyped('')
    onItem(item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent)) return
    if (isEnter(event) && !event.ctrlKey && !event.altKey && !event.shiftKey && text !== '') {
      event.preventDefault()
      event.stopPropagation()
      // Enter may be faster than the answer.
      if (found.text === text) take(shown[at])
      else void look(text).then(({ items }) => take(items[0]))
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (shown.length === 0) return
      event.preventDefault()
      setAt((now) => Math.max(0, Math.min(shown.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))))
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      event.stopPropagation()
      setTyped('')
    }
  }
  return (
    <div className="catalogue-6 catalogue-search">
      <Input
        role="combobox"
        aria-label={t('packages.addItem')}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={shown.length > 0 ? `${list}-${at}` : undefined}
        placeholder={t('packages.addItemHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && found.text === text && shown.length === 0 && (
        <p className="faint" role="status">
          {t('nothing', { text })}
        </p>
      )}
      {shown.length > 0 && (
        <div className="catalogue-found" role="listbox" id={list} aria-label={t('packages.found')}>
          {shown.map((item, index) => (
            <div
              key={item.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault()
                take(item)
              }}
            >
              <span className="mono">{item.code}</span>
              <span className="catalogue-found-name">{item.name}</span>
              <span className="num">{formatYuan(item.priceFen, { sign: '¥' })}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
