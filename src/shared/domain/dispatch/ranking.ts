// Who fits a job best (rule DSP-2): skill first, then area, then whether he is at work, then who has least open.
// The reasons are shown beside each name; the dispatcher decides.

/** One stretch of working time: days 1 (Monday) to 7, minutes after midnight of the shop's zone. */
export type Hours = Readonly<{ days: readonly number[]; from: number; until: number }>

export type Candidate = Readonly<{
  id: string
  name: string
  /** Machine categories and words he is good at; empty: never asked. */
  skills: readonly string[]
  areas: readonly string[]
  hours: readonly Hours[]
  /** Orders in his hands, and the minutes that are still planned for them. */
  openOrders: number
}>

export type Job = Readonly<{
  category: string
  brand: string
  /** Where the customer is; empty for work in the shop. */
  address: string
  onSite: boolean
  /** The shop's weekday (1–7) and minute of the day. */
  weekday: number
  minute: number
  /** Who repaired the machine last time (INT-12). */
  lastTechnician: string | null
}>

export const REASONS = [
  'repairedItBefore',
  'knowsCategory',
  'knowsBrand',
  'servesArea',
  'notAtWork',
  'otherSkills',
  'otherArea',
] as const
export type Reason = (typeof REASONS)[number]

export type Ranked = Readonly<{ candidate: Candidate; reasons: readonly Reason[]; score: number }>

const says = (words: readonly string[], what: string): boolean =>
  what !== '' && words.some((word) => word.toLowerCase() === what.toLowerCase())

const isAtWork = (hours: readonly Hours[], job: Job): boolean =>
  hours.length === 0 ||
  hours.some(
    ({ days, from, until }) => days.includes(job.weekday) && from <= job.minute && job.minute < until,
  )

const POINTS: Record<Reason, number> = {
  repairedItBefore: 40,
  knowsCategory: 30,
  knowsBrand: 10,
  servesArea: 20,
  notAtWork: -25,
  otherSkills: -30,
  otherArea: -20,
}

const reasonsFor = (candidate: Candidate, job: Job): Reason[] => {
  const reasons: Reason[] = []
  if (candidate.id === job.lastTechnician) reasons.push('repairedItBefore')
  if (says(candidate.skills, job.category)) reasons.push('knowsCategory')
  if (says(candidate.skills, job.brand)) reasons.push('knowsBrand')
  const known = reasons.includes('knowsCategory') || reasons.includes('knowsBrand')
  if (!known && candidate.skills.length > 0) reasons.push('otherSkills')
  if (job.onSite && candidate.areas.length > 0) {
    const serves = candidate.areas.some((area) => area !== '' && job.address.includes(area))
    reasons.push(serves ? 'servesArea' : 'otherArea')
  }
  if (!isAtWork(candidate.hours, job)) reasons.push('notAtWork')
  return reasons
}

/** Best match first; among equals the one with the fewest open orders, then by name. */
export const rankTechnicians = (candidates: readonly Candidate[], job: Job): readonly Ranked[] =>
  candidates
    .map((candidate) => {
      const reasons = reasonsFor(candidate, job)
      const score = reasons.reduce((sum, reason) => sum + POINTS[reason], 0) - candidate.openOrders
      return { candidate, reasons, score }
    })
    .toSorted((a, b) => b.score - a.score || a.candidate.name.localeCompare(b.candidate.name, 'zh-CN'))
