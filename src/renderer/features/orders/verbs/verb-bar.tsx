// The next verb of an order as its one primary button, a few more beside it, and all of them under M.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { isFinal } from '#shared/domain/work-order/states.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { useShortcuts } from '../../../lib/keys.ts'
import { besideVerbs, nextVerb } from './next-verb.ts'
import { canOpen } from './panels.ts'
import type { Verbs } from './use-verbs.ts'
import { useWords } from './use-words.ts'

export const VerbBar = ({ order, verbs }: Readonly<{ order: OrderDetail; verbs: Verbs }>) => {
  const { t, i18n } = useTranslation('verbs')
  const words = useWords()
  const wanted = nextVerb(order, verbs.allowed)
  const next = wanted !== null && canOpen(wanted) ? wanted : null
  const done = isFinal(order.state)
  const open = verbs.panel !== null
  const canNow = next !== null && verbs.allowed.has(next)
  useShortcuts([
    !open && next !== null && { keys: 'Ctrl+Enter', label: words.command(next), run: () => verbs.open(next) },
    { keys: 'Ctrl+M', label: t('menu.title'), run: () => verbs.open('menu') },
    !done && { keys: 'Ctrl+J', label: words.command('attempt'), run: () => verbs.open('attempt') },
    !done && { keys: 'Ctrl+U', label: words.command('urge'), run: () => verbs.open('urge') },
  ])
  return (
    <span className="verb-bar">
      {besideVerbs(order, verbs.allowed, i18n.language === 'en' ? 2 : 3)
        .filter(canOpen)
        .map((command) => (
          <Button key={command} onClick={() => verbs.open(command)}>
            {words.command(command)}
          </Button>
        ))}
      <Button onClick={() => verbs.open('menu')}>
        {t('menu.more')}
        <KeyCap keys="M" />
      </Button>
      {next !== null && verbs.known && (
        <Button
          type={canNow ? 'primary' : 'default'}
          className="verb-next"
          aria-disabled={!canNow}
          onClick={() => verbs.open(next)}
        >
          {words.command(next)}
          {!open && <KeyCap keys="Ctrl+Enter" />}
        </Button>
      )}
    </span>
  )
}
