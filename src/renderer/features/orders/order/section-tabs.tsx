// The sections as tabs: Ctrl+1 … from anywhere, arrows between them.
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { SECTIONS, sectionChord } from './sections.ts'
import type { Section } from './sections.ts'
import './section-tabs.css'

type Props = Readonly<{ section: Section; order: OrderDetail; onOpen: (section: Section) => void }>

export const SectionTabs = ({ section, order, onOpen }: Props) => {
  const { t } = useTranslation('orders')
  const bar = useRef<HTMLDivElement>(null)
  // Where the tabs are wider than their place, the open one is always in sight.
  useEffect(() => {
    const tab = bar.current?.querySelector(`[data-section=${section}]`)
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [section])
  const step = (by: number) => {
    const next = SECTIONS[(SECTIONS.indexOf(section) + by + SECTIONS.length) % SECTIONS.length]
    if (!next) return
    onOpen(next)
    bar.current?.querySelector<HTMLElement>(`[data-section=${next}]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey) return
    if (event.key === 'ArrowRight') step(1)
    else if (event.key === 'ArrowLeft') step(-1)
    else return
    event.preventDefault()
  }
  return (
    <div className="section-tabs" role="tablist" aria-label={t('sections')} ref={bar}>
      {SECTIONS.map((one, index) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-section={one}
          data-autofocus={one === section ? true : undefined}
          aria-selected={one === section}
          tabIndex={one === section ? 0 : -1}
          className="section-tab"
          onKeyDown={onKeyDown}
          onClick={() => onOpen(one)}
        >
          {t(`section.${one}`)}
          {one === 'related' && order.ofVisit > 1 && (
            <span className="section-count num">{order.ofVisit}</span>
          )}
          {one === 'papers' && order.papersOutdated && (
            <span className="section-alarm">{t('list.papers.outdated')}</span>
          )}
          <KeyCap keys={sectionChord(index)} />
        </button>
      ))}
    </div>
  )
}
