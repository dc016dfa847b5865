// One order as a work tab: what it is and what is promised at the top, sections under it.
import { Activity, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderScreenProps } from '#renderer/app/screens.tsx'
import { useAppSelector } from '#renderer/app/store.ts'
import { OrderThings } from '#renderer/features/custody/index.tsx'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { PanelBoundary, QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { useNav } from '../../../lib/nav.ts'
import { OrderHeader } from './order-header.tsx'
import { IntakeSection } from './intake-section.tsx'
import { LogSection } from './log-section.tsx'
import { OtherOrders } from './other-orders.tsx'
import { PapersSection } from '../papers/papers-section.tsx'
import { SectionTabs } from './section-tabs.tsx'
import { SECTIONS } from './sections.ts'
import type { Section } from './sections.ts'
import { VisitSection } from './visit-section.tsx'
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
  papers: PapersSection,
  log: LogSection,
  visit: VisitSection,
  others: OtherOrders,
  custody: OrderThings,
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
  useShortcuts([
    ...SECTIONS.map((one, index) => ({
      keys: `Ctrl+${index + 1}`,
      label: t(`section.${one}`),
      run: () => open(one),
    })),
    { keys: 'Ctrl+E', label: t('amend.verb'), run: () => askFor('intake', 'amend') },
    { keys: 'F8', label: t('photo.add'), run: () => askFor('intake', 'photo') },
    section !== 'papers' && { keys: 'Ctrl+P', label: t('paper.verb'), run: () => askFor('papers', 'print') },
  ])
  return (
    <div className="order-screen">
      <OrderHeader
        order={order}
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
    </div>
  )
}

export type Ask = Readonly<{ what: 'nothing' | 'amend' | 'photo' | 'print'; turn: number }>
export type SectionProps = Readonly<{ order: OrderDetail; ask: Ask }>

/** Opened from a scan or another screen the tab has no name yet. */
const useTabTitle = ({ id, number }: OrderDetail) => {
  const { titleOrder } = useNav()
  const title = useAppSelector((state) => state.window.tabs.find((tab) => tab.id === id)?.title)
  useEffect(() => {
    if (title !== undefined && title !== number) titleOrder(id, number)
  })
}
