// A thing that intake offers by name, in both languages of the window, with what people type to find it.
import { fold } from '#shared/kernel/text.ts'

export type WordLanguage = 'zh-CN' | 'en'
export type Word = Readonly<{
  zh: string
  en: string
  /** First letters of the pinyin, `kblj` for 开不了机. */
  initials: string
}>

export const wordIn = (word: Pick<Word, 'zh' | 'en'>, language: WordLanguage): string =>
  language === 'en' ? word.en : word.zh

/** The same thing in the window's language where it is one of ours; what the clerk typed stays as typed. */
export const wordedIn = (
  text: string,
  words: readonly Pick<Word, 'zh' | 'en'>[],
  language: WordLanguage,
): string => {
  const known = words.find(({ zh, en }) => zh === text || en === text)
  return known ? wordIn(known, language) : text
}

/** The words that what was typed may mean, the best first: all the initials, their beginning, then the words. */
export const matchWords = <W extends Word>(typed: string, words: readonly W[]): readonly W[] => {
  const wanted = fold(typed)
  if (wanted === '') return []
  const rank = ({ zh, en, initials }: W): number => {
    if (initials === wanted) return 0
    if (initials.startsWith(wanted)) return 1
    const english = en.toLowerCase()
    if (english.startsWith(wanted) || zh.startsWith(wanted)) return 2
    return zh.includes(wanted) || english.includes(` ${wanted}`) ? 3 : 4
  }
  return words
    .map((word) => ({ word, at: rank(word) }))
    .filter(({ at }) => at < 4)
    .toSorted((a, b) => a.at - b.at)
    .map(({ word }) => word)
}
