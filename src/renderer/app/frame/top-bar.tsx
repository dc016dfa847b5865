// One field that finds everything and does everything (F3, Ctrl+K). Focus goes back to where it was.
import { useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { SearchOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { isImeKey } from '../../lib/ime.ts'
import { useAllShortcuts, useShortcuts } from '../../lib/keys.ts'
import { useNav } from '../../lib/nav.ts'
import { useVerbInitials } from '../../lib/verb-initials.ts'
import { SearchResults } from './search-results.tsx'
import { newRows, rowsOf, splitQuery, verbsOf } from './search-rows.ts'
import type { Row } from './search-rows.ts'
import { useFind } from './use-find.ts'

export const TopBar = () => {
  const { t } = useTranslation('frame')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const cameFrom = useRef<HTMLElement>(null)
  const [text, setText] = useState('')
  const [composing, setComposing] = useState(false)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const shortcuts = useAllShortcuts()
  const initialsOf = useVerbInitials()
  const verbs = useMemo(() => (open ? verbsOf(shortcuts, initialsOf) : []), [open, shortcuts, initialsOf])
  const found = useFind(text, open && !composing)
  const { rest, verbsOnly } = splitQuery(text)
  const waiting = composing || (found.text !== rest && !verbsOnly)
  const rows = useMemo(() => {
    const fits = open ? rowsOf(text, found.hits, verbs) : []
    return fits.length > 0 || !open ? fits : newRows(text, waiting)
  }, [open, text, found, verbs, waiting])
  const current = Math.min(at, rows.length - 1)
  const go = useGo()

  const close = (giveBack: boolean) => {
    setOpen(false)
    setText('')
    setAt(0)
    if (giveBack)
      (cameFrom.current?.isConnected ? cameFrom.current : document.getElementById('content'))?.focus()
    cameFrom.current = null
  }
  const choose = (row: Row | undefined) => {
    if (!row) return
    close(row.group === 'verb')
    if (row.group !== 'verb') field.current?.blur()
    go(row)
  }
  const summon = () => {
    if (document.activeElement !== field.current) {
      cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
      field.current?.focus()
    }
    field.current?.select()
    setOpen(true)
  }
  useShortcuts([
    { keys: 'F3', label: t('search.open'), run: summon },
    { keys: 'Ctrl+K', label: t('search.open'), run: summon },
  ])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent)) return
    const move = MOVES[event.key]
    if (event.key === 'Escape' && open) close(true)
    else if (move && rows.length > 0) setAt((current + move + rows.length) % rows.length)
    else if (event.key === 'Enter' && !event.ctrlKey) choose(rows[current])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className="omnibox">
      <SearchOutlined className="omnibox-icon" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && rows[current] ? `${id}-${current}` : undefined}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        data-scan-field
        value={text}
        onFocus={(event) => {
          if (event.relatedTarget instanceof HTMLElement && !cameFrom.current)
            cameFrom.current = event.relatedTarget
        }}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
        onBlur={() => close(false)}
      />
      <kbd className="key-cap" aria-hidden="true">
        F3
      </kbd>
      {open && (
        <SearchResults
          id={id}
          rows={rows}
          current={current}
          typed={rest}
          found={found}
          waiting={waiting}
          onChoose={choose}
        />
      )}
    </search>
  )
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** The one verb of each kind of hit. */
const useGo = () => {
  const { openOrder, openScreen } = useNav()
  return (row: Row) => {
    if (row.group === 'verb') return row.verb.run()
    if (row.group === 'new') return openScreen('intake', { text: row.text })
    const { hit } = row
    if (hit.kind === 'order') openOrder(hit.id, hit.number)
    if (hit.kind === 'customer') openScreen('intake', { customerId: hit.id })
    if (hit.kind === 'device') openScreen('intake', { customerId: hit.customerId, deviceId: hit.id })
    if (hit.kind === 'place' || hit.kind === 'loaner') openScreen('custody', { code: hit.code })
    if (hit.kind === 'visit' && hit.orders.some(({ state }) => state === 'readyForPickup'))
      return openScreen('pickup', { visitId: hit.id })
    if (hit.kind === 'visit') for (const order of hit.orders.toReversed()) openOrder(order.id, order.number)
  }
}
