// The kinds of machines that come over the counter, in the order of the digit keys.
import type { Word, WordLanguage } from './words.ts'
import { wordedIn } from './words.ts'

export const CATEGORIES = [
  'laptop',
  'desktop',
  'allInOne',
  'phone',
  'tablet',
  'printer',
  'monitor',
  'server',
  'storage',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

export const CATEGORY_WORDS = {
  laptop: { zh: '笔记本', en: 'Laptop', initials: 'bjb' },
  desktop: { zh: '台式机', en: 'Desktop', initials: 'tsj' },
  allInOne: { zh: '一体机', en: 'All-in-one', initials: 'ytj' },
  phone: { zh: '手机', en: 'Phone', initials: 'sj' },
  tablet: { zh: '平板', en: 'Tablet', initials: 'pb' },
  printer: { zh: '打印机', en: 'Printer', initials: 'dyj' },
  monitor: { zh: '显示器', en: 'Monitor', initials: 'xsq' },
  server: { zh: '服务器', en: 'Server', initials: 'fwq' },
  storage: { zh: '移动存储', en: 'Storage device', initials: 'ydcc' },
  other: { zh: '其他', en: 'Other', initials: 'qt' },
} as const satisfies Record<Category, Word>

/** A word written on a machine's record, in either language; anything else is `other`. */
export const categoryOf = (text: string): Category =>
  CATEGORIES.find((one) => CATEGORY_WORDS[one].zh === text || CATEGORY_WORDS[one].en === text) ?? 'other'

export const categoryIn = (text: string, language: WordLanguage): string =>
  wordedIn(text, Object.values(CATEGORY_WORDS), language)

/** What the law asks for at least (三包: one year for the whole machine); the clerk corrects it. */
export const USUAL_WARRANTY_MONTHS = 12
