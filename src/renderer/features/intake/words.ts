// The language in which things are offered and written down: that of the window.
import { useTranslation } from 'react-i18next'
import type { WordLanguage } from '#shared/domain/intake/index.ts'

export const useWordLanguage = (): WordLanguage => (useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN')
