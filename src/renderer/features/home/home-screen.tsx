// The home screen: who waits longest, whom to call today, what one has not finished writing, and the sums.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { Empty, PanelBoundary, QueryPanel } from '#renderer/components/panel-states.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { Contacts, PROMISES_SHOWN } from './contacts.tsx'
import { Drafts } from './drafts.tsx'
import { Views } from './views.tsx'
import { Waiting } from './waiting.tsx'
import { endOfToday } from './today.ts'
import './home.css'

const SHOWN = 9

export const HomeScreen = () => {
  const { t } = useTranslation('home')
  const { openScreen } = useNav()
  const { local, zone } = useFormat()
  const now = useNow()
  const orders = useCoreQuery(
    'board.waiting',
    { until: endOfToday(now, zone), waiting: SHOWN, promised: PROMISES_SHOWN },
    { keepPrevious: true },
  )
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
        <QueryPanel answer={orders} rows={10}>
          {(value) => <Orders value={value} />}
        </QueryPanel>
        <div className="home-side">
          <QueryPanel answer={orders} rows={4}>
            {({ promised }) => <Contacts promised={promised} now={now} />}
          </QueryPanel>
          <PanelBoundary>
            <Drafts />
          </PanelBoundary>
        </div>
      </div>
    </div>
  )
}

const Orders = ({ value: { open, waiting } }: { value: Value<'board.waiting'> }) => {
  const { t } = useTranslation('home')
  const { openScreen } = useNav()
  if (waiting.length > 0) return <Waiting orders={waiting} more={Math.max(0, open - SHOWN)} />
  return (
    <section className="sheet home-empty">
      <Empty
        why={t('emptyDay')}
        verb={{ label: t('newOrder'), keys: 'F2', run: () => openScreen('intake') }}
      />
    </section>
  )
}
