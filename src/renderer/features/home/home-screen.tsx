// The home screen: who waits longest, whom to call today, what one has not finished writing, and the sums.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderLine } from '#shared/contract/orders.ts'
import { Empty, PanelBoundary, QueryPanel } from '#renderer/components/panel-states.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { Contacts } from './contacts.tsx'
import { Drafts } from './drafts.tsx'
import { Views } from './views.tsx'
import { Waiting } from './waiting.tsx'
import { contactsDue, endOfToday, waitingLongest } from './today.ts'
import { useUnfinished } from './use-unfinished.ts'
import './home.css'

export const HomeScreen = () => {
  const { t } = useTranslation('home')
  const { openScreen } = useNav()
  const { local } = useFormat()
  const now = useNow()
  const unfinished = useUnfinished()
  return (
    <div className="home">
      <header className="home-head">
        <h1>{t('title')}</h1>
        <span className="home-date num">{local(now, 'date')}</span>
        <Views />
        <Button type="primary" onClick={() => openScreen('intake')}>
          {t('newOrder')}
          <KeyCap keys="F2" />
        </Button>
      </header>
      <div className="home-columns">
        <QueryPanel answer={unfinished} rows={10}>
          {(orders) => <Orders orders={orders} now={now} />}
        </QueryPanel>
        <div className="home-side">
          <QueryPanel answer={unfinished} rows={4}>
            {(orders) => <DueToday orders={orders} now={now} />}
          </QueryPanel>
          <PanelBoundary>
            <Drafts />
          </PanelBoundary>
        </div>
      </div>
    </div>
  )
}

type Props = Readonly<{ orders: readonly OrderLine[]; now: number }>

const Orders = ({ orders, now }: Props) => {
  const { t } = useTranslation('home')
  const { openScreen } = useNav()
  if (orders.length > 0)
    return <Waiting orders={waitingLongest(orders, 9)} more={Math.max(0, orders.length - 9)} now={now} />
  return (
    <section className="sheet home-empty">
      <Empty
        why={t('emptyDay')}
        verb={{ label: t('newOrder'), keys: 'F2', run: () => openScreen('intake') }}
      />
    </section>
  )
}

const DueToday = ({ orders, now }: Props) => {
  const { zone } = useFormat()
  return <Contacts due={contactsDue(orders, endOfToday(now, zone))} now={now} />
}
