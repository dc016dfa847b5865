// The language of the window: words, antd and dates switch together and at once.
// oxlint-disable-next-line typescript/triple-slash-reference -- tests take single files of the window into their own program
/// <reference path="../env.d.ts" />
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#shared/contract/shop.ts'
import { en, zhCN } from '../locales/index.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[]

export const startI18n = (language: Language) => {
  void i18next.use(initReactI18next).init({
    resources: { 'zh-CN': zhCN, en },
    lng: language,
    fallbackLng: 'zh-CN',
    supportedLngs: LANGUAGES,
    load: 'currentOnly',
    ns: Object.keys(zhCN),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  follow(language)
}

const follow = (language: Language) => {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  document.documentElement.lang = language
}

export const switchLanguage = (language: Language): void => {
  follow(language)
  if (i18next.language !== language) void i18next.changeLanguage(language)
}

/** A `t` that takes keys made at run time (codes of the contract), over all namespaces. */
export type LooseT = (key: string, values?: Readonly<Record<string, unknown>>) => string
export const loose = (t: (...args: never) => unknown): LooseT => t as unknown as LooseT
