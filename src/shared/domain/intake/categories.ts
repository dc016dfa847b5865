// The kinds of machines that come over the counter. The first ten stand on the digit keys.
import type { Word, WordLanguage } from './words.ts'
import { wordedIn } from './words.ts'

/** What is offered by digit, in this order; `other` is 0 and is named freely. */
export const CATEGORIES = [
  'laptop',
  'desktop',
  'allInOne',
  'phone',
  'tablet',
  'printer',
  'monitor',
  'tv',
  'appliance',
  'other',
] as const

export const CATEGORY_WORDS = {
  laptop: { zh: '笔记本', en: 'Laptop', initials: 'bjb' },
  desktop: { zh: '台式机', en: 'Desktop', initials: 'tsj' },
  allInOne: { zh: '一体机', en: 'All-in-one', initials: 'ytj' },
  phone: { zh: '手机', en: 'Phone', initials: 'sj' },
  tablet: { zh: '平板', en: 'Tablet', initials: 'pb' },
  printer: { zh: '打印机', en: 'Printer', initials: 'dyj' },
  monitor: { zh: '显示器', en: 'Monitor', initials: 'xsq' },
  tv: { zh: '电视', en: 'TV set', initials: 'ds' },
  appliance: { zh: '小家电', en: 'Appliance', initials: 'xjd' },
  server: { zh: '服务器', en: 'Server', initials: 'fwq' },
  storage: { zh: '移动存储', en: 'Storage device', initials: 'ydcc' },
  other: { zh: '其他', en: 'Other', initials: 'qt' },
} as const satisfies Record<string, Word>
export type Category = keyof typeof CATEGORY_WORDS

/** How the same kinds are called on older records and by clerks who write them out. */
const ALSO: readonly (readonly [RegExp, Category])[] = [
  [/笔记本|手提|laptop|notebook|macbook/i, 'laptop'],
  [/一体机|all-in-one|imac/i, 'allInOne'],
  [/台式|主机|工作站|desktop|workstation/i, 'desktop'],
  [/平板|tablet|ipad/i, 'tablet'],
  [/手机|phone/i, 'phone'],
  [/打印|复印|办公设备|扫描|printer|copier|scanner/i, 'printer'],
  [/显示器|monitor/i, 'monitor'],
  [/电视|tv/i, 'tv'],
  [/服务器|server/i, 'server'],
  [/硬盘|U盘|存储|storage|disk/i, 'storage'],
  [/家电|appliance/i, 'appliance'],
]

/** The kind that a record's words mean; what nobody knows is `other`. */
export const categoryOf = (text: string): Category => {
  const known = Object.entries(CATEGORY_WORDS).find(([, { zh, en }]) => zh === text || en === text)
  return (known?.[0] as Category | undefined) ?? ALSO.find(([form]) => form.test(text))?.[1] ?? 'other'
}

export const categoryIn = (text: string, language: WordLanguage): string =>
  wordedIn(text, Object.values(CATEGORY_WORDS), language)

/** What the law asks for at least (三包: one year for the whole machine); the clerk corrects it. */
export const USUAL_WARRANTY_MONTHS = 12
