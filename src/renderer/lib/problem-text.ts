// Every answer that is not a value, in the person's language: what is wrong, the way out, and what happened to
// their data. A code that can be read to support stands beside faults.
import { HOST_FAULTS } from '#shared/contract/window.ts'
import type { InputIssue } from '#shared/contract/reply.ts'
import type { LooseT } from './i18n.ts'
import type { Problem } from './problem.ts'
import { refusalWords } from './refusal-words.ts'

export type ProblemText = Readonly<{
  what: string
  way: string
  /** What happened to the person's data. */
  data: string
  /** The fault's number, if there is one. */
  code: string | null
}>

/** `reading`: it was a query, so nothing can have been lost. `zone`: the shop's clock, for times in a way out. */
export type WordingOptions = Readonly<{ reading?: boolean; zone?: string }>

export const problemText = (
  problem: Problem,
  t: LooseT,
  { reading = false, zone = 'Asia/Shanghai' }: WordingOptions = {},
): ProblemText => {
  const data = t(`problems:data.${reading ? 'reading' : problem.kind}`)
  const words = (key: string, values: Values = {}) => ({
    what: t(`problems:${key}.what`, values),
    way: t(`problems:${key}.way`, values),
  })
  if (problem.kind === 'refusal')
    return { ...refusalWords(problem.code, problem.details, t, zone), data, code: null }
  if (problem.kind !== 'fault') return { ...words(problem.kind), data, code: null }
  if (problem.faultId === HOST_FAULTS.down) return { ...words('coreDown'), data, code: null }
  if (problem.faultId === HOST_FAULTS.quitting) return { ...words('quitting'), data, code: null }
  return { ...words('fault'), data, code: t('problems:code', { code: problem.faultId }) }
}

type Values = Readonly<Record<string, unknown>>

/** The same on one line, for a status line or a live region. */
export const problemLine = (problem: Problem, t: LooseT, options?: WordingOptions): string => {
  const { what, way, data, code } = problemText(problem, t, options)
  return [what, way, data, code].filter(Boolean).join(t('problems:sentenceSeparator'))
}

const MESSAGES: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/^must not be empty$|^Too small: expected string/, 'empty'],
  [/^at most (?<max>\d+) characters$/, 'tooLong'],
  [/control characters/, 'control'],
  [/^1 to 20 letters/, 'staffNo'],
  [/^2 to 6 letters/, 'branchCode'],
  [/^only digits, spaces/, 'phone'],
  [/^a number$/, 'phoneRequired'],
  [/^an area code/, 'areaCode'],
  [/day between|ISO date/, 'day'],
  [/one role/, 'role'],
  [/one machine/, 'machine'],
  [/^a serial number/, 'serial'],
  [/^not an amount$/, 'amount'],
  [/^not a quantity$/, 'quantity'],
  [/^not a whole number$/, 'whole'],
  [/^not a percentage$/, 'percent'],
  [/too large|Too big/, 'large'],
]

/** One issue of a refused input, worded for its field. */
export const issueText = ({ message }: InputIssue, t: LooseT): string => {
  for (const [pattern, key] of MESSAGES) {
    const match = pattern.exec(message)
    if (match) return t(`problems:field.${key}`, match.groups ?? {})
  }
  return t('problems:field.other')
}

/**
 * Which field gets which words: from bad input by its path, from a refusal by the field it names. Paths are
 * written with dots: `manager.password`, `machines.0.reportedFault`.
 */
export const fieldProblems = (problem: Problem | undefined, t: LooseT): Readonly<Record<string, string>> => {
  if (problem?.kind === 'badInput')
    return Object.fromEntries(problem.issues.toReversed().map((issue) => [issue.path, issueText(issue, t)]))
  if (problem?.kind !== 'refusal' || typeof problem.details.field !== 'string') return {}
  const { what, way } = problemText(problem, t)
  return { [problem.details.field]: [what, way].join(t('problems:sentenceSeparator')) }
}
