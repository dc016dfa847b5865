// Why: one person's number arrives in a dozen spellings, by hand or from the line; `key` makes them one (INT-5).

/** What a caller's or customer's number turned out to be; `private` and `unavailable` come from the line. */
export type PhoneKind =
  | 'mobile'
  | 'fixed'
  | 'fixed-local'
  | 'service'
  | 'intl'
  | 'extension'
  | 'private'
  | 'unavailable'
  | 'unknown'

/**
 * `key` is the match key: mobile 11 digits, fixed with its area code, foreign with `+`, service and extension as
 * dialled, null when there is no number. `display` is for people (empty when there is none); `ext` the extension.
 */
export type Phone = { kind: PhoneKind; key: string | null; display: string; ext?: string }

const PRIVATE =
  /^(?:p|a|private(?: (?:number|caller))?|anonymous(?:@.*)?|withheld|blocked|restricted|hidden|no caller id|匿名|私人号码|保密|未显示号码)$/
const UNAVAILABLE =
  /^(?:|-+|o|n\/?a|none|null|unknown|unavailable|not available|out[- ]of[- ]area|no number|未知|未知号码|不可用)$/
const MOBILE = /^0?(1[3-9]\d{9})$/
const FIXED = /^0(10|2\d|[3-9]\d\d)(\d{7,8})$/
/** Area code without its 0, as some lines send it: sure only for Beijing, or after the country code. */
const BARE_BEIJING = /^10[2-8]\d{7}$/
const BARE_FIXED = /^(?:10|2\d|[3-9]\d\d)\d{7,8}$/
const LOCAL = /^[2-8]\d{6,7}$/
const SERVICE = /^(?:11[0249]|12[0-2]|1(?:00|2\d)\d{2}|11[68]\d{3}|106\d{5,17}|9[56]\d{3,6}|[48]00\d{7})$/
const IP_PREFIX = /^(?:179|125)\d\d(\d{10,})$/
const EXTENSION = /^(.*\d)\s*(?:转|分机|ext\.?|extension|x|[;,#*]|;ext=)\s*[:=.]?\s*(\d{1,6})$/
const DASHED_EXTENSION = /^(.*\d{7,8}\)?)\s*-\s*(\d{1,6})$/
const TWO_DIGIT_COUNTRY = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/
const LONGEST = 64

const phone = (kind: PhoneKind, key: string | null, display = key ?? ''): Phone => ({ kind, key, display })

const fixed = (kind: PhoneKind, key: string): Phone => {
  const [, area = '', subscriber = ''] = FIXED.exec(key) ?? []
  return phone(kind, key, `0${area}-${subscriber}`)
}

const foreign = (digits: string): Phone | undefined => {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return undefined
  const length = /^[17]/.test(digits) ? 1 : TWO_DIGIT_COUNTRY.test(digits) ? 2 : 3
  return phone('intl', `+${digits}`, `+${digits.slice(0, length)} ${digits.slice(length)}`)
}

const grouped = (digits: string): string =>
  digits.length === 10 && /^[48]/.test(digits) ? digits.replace(/(...)(...)(....)/, '$1-$2-$3') : digits

/** A whole number that can be reached from anywhere in China; undefined for anything less. */
const national = (digits: string): Phone | undefined => {
  const mobile = MOBILE.exec(digits)?.[1]
  if (mobile) return phone('mobile', mobile, mobile.replace(/(...)(....)(....)/, '$1 $2 $3'))
  if (FIXED.test(digits)) return fixed('fixed', digits)
  if (BARE_BEIJING.test(digits)) return fixed('fixed', `0${digits}`)
  return undefined
}

const withCountry = (digits: string): Phone | undefined =>
  national(digits) ??
  (BARE_FIXED.test(digits) && !SERVICE.test(digits) ? fixed('fixed', `0${digits}`) : undefined)

const international = (digits: string): Phone | undefined => {
  if (!digits.startsWith('86')) return foreign(digits)
  const inside = digits.slice(2)
  return withCountry(inside) ?? (SERVICE.test(inside) ? phone('service', inside, grouped(inside)) : undefined)
}

const whole = (digits: string, plus: boolean): Phone | undefined => {
  if (plus || digits.startsWith('00')) return international(digits.replace(/^00/, ''))
  return national(digits) ?? (/^86\d{10,12}$/.test(digits) ? international(digits) : undefined)
}

const classify = (text: string, areaCode: string | undefined): Phone => {
  const plus = /^\D*\+/.test(text)
  const digits = text.replace(/\D/g, '')
  const carried = plus ? undefined : IP_PREFIX.exec(digits)?.[1]
  const found = whole(digits, plus) ?? (carried === undefined ? undefined : whole(carried, false))
  if (found) return found
  if (plus || digits.startsWith('00')) return phone('unknown', digits || null)
  if (SERVICE.test(digits)) return phone('service', digits, grouped(digits))
  const area = areaCode?.replace(/\D/g, '').replace(/^0*/, '0')
  if (LOCAL.test(digits)) {
    const key = `${area ?? ''}${digits}`
    return area && FIXED.test(key) ? fixed('fixed-local', key) : phone('fixed-local', digits)
  }
  return digits === '' ? phone('unknown', null) : phone(digits.length <= 6 ? 'extension' : 'unknown', digits)
}

const MAY_HAVE_EXTENSION = new Set<PhoneKind>(['mobile', 'fixed', 'fixed-local', 'service'])

/** The number before a spelled extension, or before a dash where the digits alone make no better sense. */
const splitExtension = (number: string, straight: Phone): { main: string; ext: string } | undefined => {
  const dash = straight.kind === 'unknown' || straight.kind === 'fixed' || straight.kind === 'fixed-local'
  const [, main, ext] = EXTENSION.exec(number) ?? (dash ? DASHED_EXTENSION.exec(number) : null) ?? []
  return main && ext ? { main, ext } : undefined
}

/**
 * Brings a typed, pasted or signalled number to its kind and match key. `areaCode` is the shop's own (`0755`): a
 * local number gets it. Never refuses: what is no number is `unknown`, with its digits as key if there are any.
 */
export const normalisePhone = (input: string, areaCode?: string): Phone => {
  const text = input
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s<"]+|[\s>"]+$/g, '')
    .replace(/^(?:tel|sips?):/, '')
  if (PRIVATE.test(text)) return phone('private', null)
  if (UNAVAILABLE.test(text)) return phone('unavailable', null)
  const number = text.replace(/@.*$/, '')
  const straight = classify(number, areaCode)
  const split = splitExtension(number, straight)
  if (!split) return straight
  const main = classify(split.main, areaCode)
  if (!MAY_HAVE_EXTENSION.has(main.kind)) return straight
  return { ...main, display: `${main.display}-${split.ext}`, ext: split.ext }
}

/**
 * How to look a number up: try `keys` in order (exact, then without area code), then offer owners of numbers that
 * end in `tail` (last 8 digits) as a suggestion only. Absent numbers and those under five digits match nobody.
 */
export const phoneMatch = ({ kind, key }: Phone): { keys: string[]; tail: string | null } => {
  const digits = key?.replace(/\D/g, '') ?? ''
  if (key === null || digits.length < 5) return { keys: [], tail: null }
  const subscriber = kind === 'fixed' || kind === 'fixed-local' ? FIXED.exec(key)?.[2] : undefined
  return { keys: subscriber ? [key, subscriber] : [key], tail: digits.length >= 8 ? digits.slice(-8) : null }
}
