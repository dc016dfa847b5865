// The life of a version of a quote (rule QUO-2): draft → sent → accepted or rejected; a newer version, taking it back
// or the calendar end it too.
export const QUOTE_STATES = ['draft', 'sent', 'accepted', 'rejected', 'changed', 'void', 'expired'] as const
export type QuoteState = (typeof QUOTE_STATES)[number]

/** How the customer answered. */
export const ANSWER_CHANNELS = ['counter', 'phone', 'sms', 'wechat', 'email', 'signed'] as const
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number]

export type Version = Readonly<{ version: number; state: QuoteState; validUntil: string | null }>

/** The last day counts as inside. Days are calendar days of the shop. */
export const isExpired = (validUntil: string | null, today: string): boolean =>
  validUntil !== null && validUntil < today

/** The state as the calendar has it: a sent version runs out by itself. */
export const stateOn = ({ state, validUntil }: Omit<Version, 'version'>, today: string): QuoteState =>
  state === 'sent' && isExpired(validUntil, today) ? 'expired' : state

export type Standing = 'none' | 'sent' | 'accepted' | 'rejected' | 'expired'

/** How the newest version that was ever put to the customer stands; what was taken back does not count. */
export const standingOf = (versions: readonly Version[], today: string): Standing => {
  const newest = versions
    .filter(({ state }) => state !== 'draft' && state !== 'void' && state !== 'changed')
    .toSorted((a, b) => b.version - a.version)[0]
  return newest === undefined ? 'none' : (stateOn(newest, today) as Standing)
}
