// Above the board: which of its three faces, which orders, and the look for the bench.
import { Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { BOARD_VIEWS } from '#shared/contract/board.ts'
import type { BoardView } from '#shared/contract/board.ts'
import { DigitPicker } from '../../components/digit-picker.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { useShortcuts } from '../../lib/keys.ts'
import { TABS } from './board-prefs.ts'
import type { BoardPrefs, Tab } from './board-prefs.ts'

export type BoardHeadProps = Readonly<{
  prefs: BoardPrefs
  change: (part: Partial<BoardPrefs>) => void
  /** How many orders wait on the work lists. */
  listed: number | undefined
  /** Enter on a view: on into the cards. */
  onDown: () => void
}>

export const BoardHead = ({ prefs, change, listed, onDown }: BoardHeadProps) => {
  const { t } = useTranslation('board')
  const { t: labels } = useTranslation('labels')
  useShortcuts(
    TABS.map((tab, index) => ({
      keys: `Alt+${index + 1}`,
      label: t('tabKey', { tab: t(`tab.${tab}`) }),
      run: () => change({ tab }),
    })),
  )
  return (
    <header className="board-head">
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className="board-tabs" role="group" aria-label={t('title')}>
        {TABS.map((tab, index) => (
          <button
            key={tab}
            type="button"
            className="board-tab"
            aria-pressed={prefs.tab === tab}
            onClick={() => change({ tab })}
          >
            {t(`tab.${tab}`)}
            {tab === 'lists' && listed !== undefined && listed > 0 && <span className="num">{listed}</span>}
            <KeyCap keys={`Alt+${index + 1}`} />
          </button>
        ))}
      </div>
      {hasViews(prefs.tab) && (
        <DigitPicker
          flow
          label={t('views')}
          className="board-views"
          options={BOARD_VIEWS.map((value) => ({ value, label: labels(`boardView.${value}`) }))}
          value={[prefs.view]}
          onChange={([view]) => change({ view: view as BoardView })}
          onEnter={onDown}
        />
      )}
      <span className="stretch" />
      <label className="board-bench" title={t('benchHint')}>
        <Switch size="small" checked={prefs.bench} onChange={(bench) => change({ bench })} />
        {t('bench')}
      </label>
    </header>
  )
}

/** Whose hands something is in is asked of all orders. */
const hasViews = (tab: Tab): boolean => tab !== 'technicians'
