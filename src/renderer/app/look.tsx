// Language, theme and density of the whole window: antd, dates and our own style sheets take them from here.
import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { ConfigProvider, theme as antdTheme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '../lib/api.ts'
import { switchLanguage } from '../lib/i18n.ts'
import { pageNonce } from './csp.ts'
import { useAppSelector } from './store.ts'
import { SIZES, antdThemeOf } from './theme.ts'
import type { Density } from './theme.ts'

const useMedia = (query: string): boolean => {
  const list = useMemo(() => matchMedia(query), [query])
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => list.matches,
  )
}

/** The looks of this window, with what the system prefers where nobody chose. */
export const useLook = () => {
  const prefs = useAppSelector((state) => state.window.prefs)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  return {
    dark: prefs.theme === 'dark' || (prefs.theme === 'system' && systemDark),
    density: prefs.density,
    calm,
  }
}

export const Look = ({ children }: { children: ReactNode }) => {
  const look = useLook()
  const { dark, density, calm } = look
  const { i18n } = useTranslation()
  const chosen = useAppSelector((state) => state.window.prefs.language)
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const language = chosen ?? shop?.language
  useEffect(() => {
    if (language) switchLanguage(language)
  }, [language])
  const config = useMemo(() => antdThemeOf({ dark, density, calm }), [dark, density, calm])
  return (
    <ConfigProvider
      theme={config}
      locale={i18n.language === 'en' ? enUS : zhCN}
      csp={{ nonce: pageNonce }}
      button={{ autoInsertSpace: false }}
      modal={{ mask: { blur: false } }}
    >
      <RootTokens dark={dark} density={density} />
      {children}
    </ConfigProvider>
  )
}

/** The tokens as custom properties of the page, for our own style sheets. */
const RootTokens = ({ dark, density }: { dark: boolean; density: Density }) => {
  const { token } = antdTheme.useToken()
  useLayoutEffect(() => {
    const size = SIZES[density]
    const root = document.documentElement
    root.dataset.theme = dark ? 'dark' : 'light'
    root.style.colorScheme = dark ? 'dark' : 'light'
    const values: Record<string, string> = {
      ground: token.colorBgLayout,
      surface: token.colorBgContainer,
      raised: token.colorBgElevated,
      line: token.colorBorderSecondary,
      border: token.colorBorder,
      text: token.colorText,
      'text-2': token.colorTextSecondary,
      'text-3': token.colorTextTertiary,
      primary: token.colorPrimary,
      'primary-bg': token.colorPrimaryBg,
      link: token.colorLink,
      bad: token.colorError,
      'bad-bg': token.colorErrorBg,
      warn: token.colorWarning,
      'warn-bg': token.colorWarningBg,
      good: token.colorSuccess,
      'good-bg': token.colorSuccessBg,
      hover: token.colorFillTertiary,
      font: token.fontFamily,
      mono: token.fontFamilyCode,
      'font-size': `${size.font}px`,
      'line-height': `${size.line}px`,
      control: `${size.control}px`,
      row: `${size.row}px`,
    }
    for (const [name, value] of Object.entries(values)) root.style.setProperty(`--rc-${name}`, value)
  }, [token, dark, density])
  return null
}
