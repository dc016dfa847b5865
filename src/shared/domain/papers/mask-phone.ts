// Hides the middle of a telephone number on everything that leaves the counter (STF-4).

const countryCode = /^(?:\+86|0086)(?=[01]?\d{9})/
const mobile = /^0?(1[3-9]\d)\d{4}(\d{4})$/
const fixedWithArea = /^(0(?:10|2\d|[3-9]\d{2}))(\d{3,4})(\d{4})$/

const stars = (count: number): string => '*'.repeat(count)

/**
 * `13812345678` → `138****5678`, `010-62345678` → `010-****5678`; other numbers keep at most three
 * figures in front and four behind. An extension is left out. Already masked text stays as it is.
 */
export const maskPhone = (phone: string): string => {
  const text = phone.normalize('NFKC').trim()
  if (text.includes('*') && !/\d{5}/.test(text.replaceAll(/[\s-]/g, ''))) return text
  const plus = text.startsWith('+') ? '+' : ''
  const [main = ''] = text.split(/(?:转|ext\.?|x|#|分机)/i)
  const withoutExtension = main.replace(/^(\+?[\d\s()]*-[\d\s]{7,9})-\d{1,6}$/, '$1')
  const digits = (plus + withoutExtension.replaceAll(/\D/g, '')).replace(countryCode, '')
  const asMobile = mobile.exec(digits)
  if (asMobile) return `${asMobile[1]}****${asMobile[2]}`
  const national = /^[1-9]/.test(digits) && digits !== main && plus ? `0${digits}` : digits
  const asFixed = fixedWithArea.exec(national)
  if (asFixed) return `${asFixed[1]}-${stars(asFixed[2]!.length)}${asFixed[3]}`
  return maskOther(digits)
}

const maskOther = (digits: string): string => {
  const sign = digits.startsWith('+') ? '+' : ''
  const bare = digits.slice(sign.length)
  if (bare.length === 0) return ''
  if (bare.length < 7) return stars(Math.max(1, bare.length - 2)) + bare.slice(Math.max(1, bare.length - 2))
  const front = bare.length >= 10 ? 3 : 0
  return sign + bare.slice(0, front) + stars(bare.length - front - 4) + bare.slice(-4)
}
