// How this window likes to look: language, theme, density. Kept on this computer, read before the first paint.
import type { Language } from '#shared/contract/shop.ts'
import { DENSITIES, THEMES } from '../app/theme.ts'
import type { Density, ThemeName } from '../app/theme.ts'

export type Prefs = Readonly<{
  /** Null until somebody chose here: the shop's language counts. */
  language: Language | null
  theme: ThemeName
  density: Density
}>

export const DEFAULT_PREFS: Prefs = { language: null, theme: 'system', density: 'normal' }
const KEY = 'repair-counter.window'

const oneOf = <T extends string>(values: readonly T[], value: unknown, otherwise: T): T =>
  values.find((known) => known === value) ?? otherwise

/** Reads what {@link keepPrefs} wrote; anything broken or unknown becomes the default. */
export const prefsFromText = (text: string | null): Prefs => {
  try {
    const raw: unknown = JSON.parse(text ?? '{}')
    const found = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
    return {
      language: found.language === 'zh-CN' || found.language === 'en' ? found.language : null,
      theme: oneOf(THEMES, found.theme, DEFAULT_PREFS.theme),
      density: oneOf(DENSITIES, found.density, DEFAULT_PREFS.density),
    }
  } catch {
    return DEFAULT_PREFS
  }
}

export const readPrefs = (): Prefs => {
  try {
    return prefsFromText(localStorage.getItem(KEY))
  } catch {
    return DEFAULT_PREFS
  }
}

export const keepPrefs = (prefs: Prefs): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(prefs))
  } catch {
    // A profile that cannot be written costs only the taste of this window.
  }
}
