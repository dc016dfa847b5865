// Times of a day as a person writes them: minutes after midnight and back.

/** `540` → `9:00`; the end of the day is `24:00`. */
export const clockText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** `9`, `9:00`, `０９：３０`, `0930` → minutes; NaN for anything that is no time of a day. */
export const minutesOf = (text: string): number => {
  const folded = text.normalize('NFKC').trim()
  const match = /^(\d{1,2})(?::?([0-5]\d))?$/.exec(folded)
  if (!match) return Number.NaN
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0)
  return minutes <= 1440 ? minutes : Number.NaN
}
