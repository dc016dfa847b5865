// Why signing in did not work: tries left, or the seconds until the next one, counting down.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { loose } from '#renderer/lib/i18n.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { problemText } from '#renderer/lib/problem-text.ts'

export const SignInProblem = ({ problem }: { problem: Problem | undefined }) => {
  const { t } = useTranslation('signIn')
  if (problem?.kind !== 'refusal') return <ProblemLine problem={problem} />
  if (problem.code === 'locked' && typeof problem.details.seconds === 'number')
    return <Countdown key={`${problem.details.seconds}`} seconds={problem.details.seconds} />
  const { what, way } = problemText(problem, loose(t))
  return (
    <p className="problem-line sign-in-problem" role="alert">
      <strong>{what}</strong> {way}
    </p>
  )
}

const Countdown = ({ seconds }: { seconds: number }) => {
  const { t } = useTranslation('signIn')
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const end = Date.now() + seconds * 1000
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 500)
    return () => clearInterval(timer)
  }, [seconds])
  if (left === 0) return null
  return (
    <p className="problem-line sign-in-problem">
      <span className="visually-hidden" role="alert">
        {t('signIn.locked', { seconds })}
      </span>
      <strong aria-hidden="true" className="num">
        {t('signIn.locked', { seconds: left })}
      </strong>
    </p>
  )
}
