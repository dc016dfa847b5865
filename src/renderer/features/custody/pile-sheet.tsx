// The things that were scanned, each with its present place, and where they can go without a scan.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HeldItem } from '#shared/contract/custody.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { Empty } from '../../components/panel-states.tsx'
import { ThingsTable } from './things-table.tsx'

type Props = Readonly<{
  pile: readonly HeldItem[]
  canUndo: boolean
  onCounter: () => void
  onTechnician: () => void
  onUndo: () => void
  onRemove: (key: string) => void
  onClear: () => void
}>

export const PileSheet = ({ pile, canUndo, onCounter, onTechnician, onUndo, onRemove, onClear }: Props) => {
  const { t } = useTranslation('custody')
  return (
    <section className="sheet custody-sheet" aria-label={t('pile.title')}>
      <header className="custody-head">
        <h2>{t('pile.title')}</h2>
        {pile.length > 0 && <span className="faint num">{t('pile.count', { count: pile.length })}</span>}
        <span className="stretch" />
        {canUndo && (
          <Button onClick={onUndo}>
            {t('pile.undo')}
            <KeyCap keys="Ctrl+Z" />
          </Button>
        )}
        {pile.length > 0 && (
          <>
            <span className="faint">{t('pile.to')}</span>
            <Button onClick={onCounter}>
              {t('pile.toCounter')}
              <KeyCap keys="Alt+1" />
            </Button>
            <Button onClick={onTechnician}>
              {t('pile.toTechnician')}
              <KeyCap keys="Alt+2" />
            </Button>
            <Button type="text" onClick={onClear}>
              {t('pile.clear')}
            </Button>
          </>
        )}
      </header>
      {pile.length === 0 ? <Empty why={t('pile.empty')} /> : <ThingsTable items={pile} onRemove={onRemove} />}
    </section>
  )
}
