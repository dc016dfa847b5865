// One order as a work tab: what it is and what is promised at the top, sections under it.
import { Activity, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderScreenProps } from '#renderer/app/screens.tsx'
import { useAppSelector } from '#renderer/app/store.ts'
import { OrderThings } from '#renderer/features/custody/index.tsx'
import { MoneySection } from '#renderer/features/money/index.tsx'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { PanelBoundary, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import { OrderHeader } from './order-header.tsx'
import { IntakeSection } from './intake-section.tsx'
import { LogSection } from './log-section.tsx'
import { RelatedSection } from './related-section.tsx'
import { PapersSection } from '../papers/papers-section.tsx'
import { PartsSection } from '../parts/parts-section.tsx'
import { QuoteSection } from '../quote/quote-section.tsx'
import { SectionTabs } from './section-tabs.tsx'
import { isEditable, isImeKey } from '../../../lib/ime.ts'
import { ContactSection, VerbPanel, useVerbs } from '../verbs/index.ts'
import { SECTIONS, sectionChord } from './sections.ts'
import type { Section } from './sections.ts'
import { WorkSection } from './work-section.tsx'
import '../../../components/small-parts.css'
import './order-screen.css'

export const OrderScreen = ({ id }: OrderScreenProps) => {
  const answer = useCoreQuery('order.get', { id })
  return (
    <QueryPanel answer={answer} rows={10}>
      {(order) => <Order order={order} />}
    </QueryPanel>
  )
}

const BODIES = {
  intake: IntakeSection,
  work: WorkSection,
  quote: QuoteSection,
  parts: PartsSection,
  contact: ContactSection,
  custody: OrderThings,
  papers: PapersSection,
  log: LogSection,
  related: RelatedSection,
  money: MoneySection,
} as const satisfies Record<Section, unknown>

const Order = ({ order }: { order: OrderDetail }) => {
  const { t } = useTranslation('orders')
  const [section, setSection] = useState<Section>('intake')
  const [opened, setOpened] = useState<readonly Section[]>(['intake'])
  // What a key of the header asks of a section, such as printing; grows with each press.
  const [ask, setAsk] = useState<Ask>({ what: 'nothing', turn: 0 })
  useTabTitle(order)
  const open = (next: Section) => {
    setSection(next)
    if (!opened.includes(next)) setOpened([...opened, next])
  }
  const askFor = (next: Section, what: Ask['what']) => {
    open(next)
    setAsk({ what, turn: ask.turn + 1 })
  }
  const verbs = useVerbs(order, {
    amend: () => askFor('intake', 'amend'),
    sendQuote: () => askFor('quote', 'quote'),
    settle: () => askFor('money', 'settle'),
    reverseSettlement: () => askFor('money', 'reverseSettlement'),
  })
  const root = useRef<HTMLDivElement>(null)
  useFocusBack(root, verbs.panel !== null)
  useMenuKey(() => verbs.open('menu'))
  useShortcuts([
    ...SECTIONS.map((one, index) => ({
      keys: sectionChord(index),
      label: t(`section.${one}`),
      // Parts are scanned at once; elsewhere the tab keeps the focus.
      run: () => (one === 'parts' ? askFor(one, 'parts') : open(one)),
    })),
    { keys: 'Ctrl+E', label: t('amend.verb'), run: () => askFor('intake', 'amend') },
    { keys: 'F8', label: t('photo.add'), run: () => askFor('intake', 'photo') },
    section !== 'papers' && { keys: 'Ctrl+P', label: t('paper.verb'), run: () => askFor('papers', 'print') },
  ])
  return (
    <div ref={root} className={`order-screen ${verbs.panel === null ? '' : 'order-with-verb'}`}>
      <OrderHeader
        order={order}
        verbs={verbs}
        onAmend={() => askFor('intake', 'amend')}
        onPrint={() => askFor('papers', 'print')}
      />
      <SectionTabs section={section} order={order} onOpen={open} />
      <div className="order-sections">
        {SECTIONS.map((one) => {
          const Body = BODIES[one]
          const shown = one === section
          if (!shown && !opened.includes(one)) return null
          return (
            <Activity key={one} mode={shown ? 'visible' : 'hidden'}>
              <div className="order-section" role="tabpanel" aria-label={t(`section.${one}`)}>
                <PanelBoundary>
                  <Body order={order} ask={ask} />
                </PanelBoundary>
              </div>
            </Activity>
          )
        })}
      </div>
      {verbs.panel !== null && (
        <div className="order-verb">
          <VerbPanel order={order} verbs={verbs} />
        </div>
      )}
    </div>
  )
}

/** A bare M, only where no text is: an input method would eat it there. */
const useMenuKey = (act: () => void) => {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      if (event.code !== 'KeyM' || isImeKey(event) || isEditable(target)) return
      if (target instanceof HTMLElement && target.closest('[role=dialog], [role=listbox]')) return
      event.preventDefault()
      latest.current()
    }
    globalThis.addEventListener('keydown', onKey)
    return () => globalThis.removeEventListener('keydown', onKey)
  }, [])
}

/** A panel that closes gives the focus back to the sections, where keys of the screen go on working. */
const useFocusBack = (root: React.RefObject<HTMLDivElement | null>, open: boolean) => {
  const before = useRef(open)
  useEffect(() => {
    if (before.current && !open) root.current?.querySelector<HTMLElement>('[role=tab][tabindex="0"]')?.focus()
    before.current = open
  }, [open, root])
}

export type Ask = Readonly<{
  what: 'nothing' | 'amend' | 'photo' | 'print' | 'quote' | 'parts' | 'settle' | 'reverseSettlement'
  turn: number
}>
export type SectionProps = Readonly<{ order: OrderDetail; ask: Ask }>

/** Opened from a scan or another screen the tab has no name yet. */
const useTabTitle = ({ id, number }: OrderDetail) => {
  const { titleOrder } = useNav()
  const title = useAppSelector((state) => state.window.tabs.find((tab) => tab.id === id)?.title)
  useEffect(() => {
    if (title !== undefined && title !== number) titleOrder(id, number)
  })
}
