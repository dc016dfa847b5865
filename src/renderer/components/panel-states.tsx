// The three states that every panel shares: nothing there, being read, failed. A panel that breaks falls alone.
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Skeleton } from 'antd'
import { ErrorBoundary } from 'react-error-boundary'
import type { FallbackProps } from 'react-error-boundary'
import { useTranslation } from 'react-i18next'
import type { CoreAnswer } from '../lib/api.ts'
import { useFormat } from '../lib/format.ts'
import { loose } from '../lib/i18n.ts'
import type { Chord } from '../lib/keys.ts'
import type { Problem } from '../lib/problem.ts'
import { problemText } from '../lib/problem-text.ts'
import { KeyCap } from './key-cap.tsx'
import './panel-states.css'

export type EmptyProps = Readonly<{
  /** One line: why there is nothing. */
  why: ReactNode
  /** The one verb that fills it, with its key. */
  verb?: Readonly<{ label: string; keys?: Chord; run: () => void }>
}>

export const Empty = ({ why, verb }: EmptyProps) => (
  <div className="panel-empty">
    <p>{why}</p>
    {verb && (
      <Button onClick={verb.run}>
        {verb.label}
        {verb.keys !== undefined && <KeyCap keys={verb.keys} />}
      </Button>
    )}
  </div>
)

/** Nothing for 150 ms, which local data does not take; then the shape of what is coming. */
export const Loading = ({ rows = 4 }: { rows?: number }) => {
  const { t } = useTranslation()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className="panel-loading" aria-busy="true" aria-label={t('loading')}>
      {late && <Skeleton active={false} title={false} paragraph={{ rows }} />}
    </output>
  )
}

/** What failed, what happened to the data, one retry, and the number to read to support. */
export const ProblemPanel = ({ problem, retry }: { problem: Problem; retry?: () => void }) => {
  const { t } = useTranslation()
  const { what, way, data, code } = problemText(problem, loose(t), { reading: retry !== undefined })
  return (
    <div className="panel-problem" role="alert">
      <p className="panel-problem-what">{what}</p>
      <p>{way}</p>
      <p className="panel-problem-data">{data}</p>
      {retry && <Button onClick={retry}>{t('verb.retry')}</Button>}
      {code !== null && <code className="panel-problem-code">{code}</code>}
    </div>
  )
}

/** The answer of a command at the foot of its form: read out at once, in the way of nothing. */
export const ProblemLine = ({ problem }: { problem: Problem | undefined }) => {
  const { t } = useTranslation()
  const { zone } = useFormat()
  const words = problem && problemText(problem, loose(t), { zone })
  return (
    <div role="alert" className={words ? 'problem-line' : 'problem-line-none'}>
      {words && (
        <>
          <strong>{words.what}</strong> <span>{words.way}</span>{' '}
          <span className="panel-problem-data">{words.data}</span>
          {words.code !== null && <code className="panel-problem-code">{words.code}</code>}
        </>
      )}
    </div>
  )
}

/** One panel over one query. The last value stays on the screen when a later read fails. */
export const QueryPanel = <T,>({
  answer,
  rows,
  children,
}: {
  answer: CoreAnswer<T>
  rows?: number
  children: (value: T) => ReactNode
}) => {
  if (answer.value !== undefined) return children(answer.value)
  if (answer.problem) return <ProblemPanel problem={answer.problem} retry={answer.refetch} />
  return <Loading {...(rows === undefined ? {} : { rows })} />
}

/** A bug inside takes down this panel only; `retry` draws it anew. Typed text lives in drafts and stays. */
export const PanelBoundary = ({ children }: { children: ReactNode }) => (
  <ErrorBoundary FallbackComponent={BrokenPanel}>{children}</ErrorBoundary>
)

const BrokenPanel = ({ error, resetErrorBoundary }: FallbackProps) => {
  const { t } = useTranslation()
  return (
    <div className="panel-problem" role="alert">
      <p className="panel-problem-what">{t('panelFailed')}</p>
      <p>{t('panelFailedWay')}</p>
      <Button onClick={resetErrorBoundary}>{t('verb.retry')}</Button>
      <code className="panel-problem-code">{error instanceof Error ? error.message : String(error)}</code>
    </div>
  )
}
