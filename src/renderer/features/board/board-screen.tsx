// The board: every unfinished order under whoever must act next (rule WO-5). Left and come back to, it stands as it was.
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { BOARD_VIEWS } from '#shared/contract/board.ts'
import type { BoardView } from '#shared/contract/board.ts'
import type { Value } from '#shared/contract/index.ts'
import { WORK_LISTS } from '#shared/domain/work-order/states.ts'
import type { BoardColumn, WorkList } from '#shared/domain/work-order/states.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { Empty, QueryPanel } from '../../components/panel-states.tsx'
import { useAsk, useCoreQuery } from '../../lib/api.ts'
import { digitOf, isEditable, isImeKey } from '../../lib/ime.ts'
import { useNav } from '../../lib/nav.ts'
import { BoardHead } from './board-head.tsx'
import { useBoardPrefs } from './board-prefs.ts'
import { Lanes } from './lanes.tsx'
import type { LaneData } from './lanes.tsx'
import { useTakeFocus } from './take-focus.ts'
import { Technicians } from './technicians.tsx'
import { useCardActs } from './use-card-acts.ts'
import type { CardActs } from './use-card-acts.ts'
import { VerbMenu } from './verb-menu.tsx'
import '../../components/small-parts.css'
import './board.css'

export const BoardScreen = () => {
  const { prefs, change } = useBoardPrefs()
  const acts = useCardActs()
  const body = useRef<HTMLDivElement>(null)
  const { tab, view, bench } = prefs
  const board = useCoreQuery('board.columns', { view }, { keepPrevious: true })
  const intoCards = () => body.current?.querySelector<HTMLElement>('[data-autofocus], [role=grid]')?.focus()
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = isImeKey(event.nativeEvent) || isEditable(event.target) ? null : digitOf(event.nativeEvent)
    const chosen = digit === null || tab === 'technicians' ? undefined : BOARD_VIEWS[digit - 1]
    if (!chosen) return
    event.preventDefault()
    change({ view: chosen })
  }
  return (
    <div className={`board ${bench ? 'board-for-bench' : ''}`}>
      <BoardHead
        prefs={prefs}
        change={change}
        listed={board.value?.lists.reduce((sum, { count }) => sum + count, 0)}
        onDown={intoCards}
      />
      <div ref={body} className="board-body" role="presentation" onKeyDown={onKeyDown}>
        {tab === 'technicians' ? (
          <Technicians bench={bench} acts={acts} />
        ) : (
          <QueryPanel answer={board} rows={10}>
            {(value) =>
              tab === 'columns' ? (
                <Columns
                  value={value}
                  view={view}
                  bench={bench}
                  acts={acts}
                  onAll={() => change({ view: 'all' })}
                />
              ) : (
                <WorkLists
                  value={value}
                  view={view}
                  bench={bench}
                  acts={acts}
                  onAll={() => change({ view: 'all' })}
                />
              )
            }
          </QueryPanel>
        )}
        {acts.menu && <VerbMenu menu={acts.menu} acts={acts} />}
      </div>
      <Foot views={tab !== 'technicians'} />
    </div>
  )
}

type FaceProps = Readonly<{
  value: Value<'board.columns'>
  view: BoardView
  bench: boolean
  acts: CardActs
  onAll: () => void
}>

/** Columns in which the label says more than the head: cards of several states stand there. */
const OF_SEVERAL: readonly BoardColumn[] = ['waitingDispatch', 'inRepair', 'toNotify']

const Columns = ({ value, view, bench, acts, onAll }: FaceProps) => {
  const { t: labels } = useTranslation('labels')
  const ask = useAsk()
  const lanes = value.columns.map((data): LaneData => ({
    key: data.column,
    name: labels(`boardColumn.${data.column}`),
    count: data.count,
    late: data.late,
    page: data,
    labelled: OF_SEVERAL.includes(data.column),
    column: data.column,
    ask: async (after, limit) => {
      const outcome = await ask('board.column', { column: data.column, view, after, limit })
      return outcome.ok ? outcome.value : undefined
    },
  }))
  if (lanes.every(({ count }) => count === 0)) return <Nothing why="nothing" view={view} onAll={onAll} />
  return <Lanes lanes={lanes} view={view} bench={bench} acts={acts} />
}

const WorkLists = ({ value, view, bench, acts, onAll }: FaceProps) => {
  const { t: labels } = useTranslation('labels')
  const ask = useAsk()
  const read = (list: WorkList) => async (after: string, limit: number) => {
    const outcome = await ask('board.list', { list, view, after, limit })
    return outcome.ok ? outcome.value : undefined
  }
  const first = {
    today: useList('today', view),
    settlement: useList('settlement', view),
    review: useList('review', view),
    cancelRequests: useList('cancelRequests', view),
  } as const satisfies Record<WorkList, unknown>
  const lanes = WORK_LISTS.map((list): LaneData => {
    const { value: page } = first[list]
    return {
      key: list,
      name: labels(`workList.${list}`),
      count: page === undefined ? 0 : (value.lists.find((one) => one.list === list)?.count ?? 0),
      late: page?.cards.filter(({ late }) => late).length ?? 0,
      page: page ?? NO_PAGE,
      labelled: true,
      column: null,
      ask: read(list),
    }
  })
  if (value.lists.every(({ count }) => count === 0))
    return <Nothing why="noLists" view={view} onAll={onAll} />
  return <Lanes lanes={lanes} view={view} bench={bench} acts={acts} />
}

const NO_PAGE = { cards: [], next: null }
const useList = (list: WorkList, view: BoardView) =>
  useCoreQuery('board.list', { list, view, limit: 50 }, { keepPrevious: true })

type NothingProps = Readonly<{ why: 'nothing' | 'noLists'; view: BoardView; onAll: () => void }>

const Nothing = ({ why, view, onAll }: NothingProps) => {
  const { t } = useTranslation('board')
  const { openScreen } = useNav()
  const box = useRef<HTMLDivElement>(null)
  useTakeFocus(box)
  const takeIn = { label: t('takeIn'), keys: 'F2', run: () => openScreen('intake') }
  return (
    <div ref={box} className="board-nothing" tabIndex={-1} data-autofocus>
      {view === 'all' ? (
        <Empty why={t(why)} verb={takeIn} />
      ) : (
        <Empty why={t('nothingFits')} verb={{ label: t('showAll'), keys: '1', run: onAll }} />
      )}
    </div>
  )
}

const Foot = ({ views }: { views: boolean }) => {
  const { t } = useTranslation('board')
  return (
    <footer className="board-foot" aria-hidden="true">
      <KeyCap keys="↑↓←→" /> {t('hint.move')}
      <KeyCap keys="Enter" /> {t('hint.open')}
      <KeyCap keys="M" /> {t('hint.verb')}
      <KeyCap keys="A" /> {t('hint.assign')}
      <KeyCap keys="U" /> {t('hint.urge')}
      {views && (
        <>
          <KeyCap keys="1–6" /> {t('hint.views')}
        </>
      )}
    </footer>
  )
}
