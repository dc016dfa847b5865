// How this window looks: language, light or dark, how dense. At once, and for this computer only.
import type { ReactNode } from 'react'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAppDispatch, useAppSelector } from '#renderer/app/store.ts'
import { DENSITIES, THEMES } from '#renderer/app/theme.ts'
import { windowActions } from '#renderer/app/window-slice.ts'
import { StatusTag } from '#renderer/components/status-tag.tsx'
import { LANGUAGES } from '#renderer/lib/i18n.ts'

const SAMPLES = ['pendingDispatch', 'inService', 'readyForPickup', 'atVendor', 'closed'] as const

export const LookSection = () => {
  const { t, i18n } = useTranslation('settings')
  const { t: frame } = useTranslation('frame')
  const { t: labels } = useTranslation('labels')
  const prefs = useAppSelector((state) => state.window.prefs)
  const dispatch = useAppDispatch()
  return (
    <>
      <p className="settings-note">{t('look.why')}</p>
      <dl className="sheet settings-facts">
        <Choice label={t('look.language')}>
          <Segmented
            name="look-language"
            value={i18n.language}
            options={LANGUAGES.map((one) => ({ value: one, label: labels(`language.${one}`) }))}
            onChange={(one) =>
              dispatch(windowActions.prefsChanged({ language: one === 'en' ? 'en' : 'zh-CN' }))
            }
          />
        </Choice>
        <Choice label={t('look.theme')}>
          <Segmented
            name="look-theme"
            value={prefs.theme}
            options={THEMES.map((one) => ({ value: one, label: frame(`status.theme.${one}`) }))}
            onChange={(theme) => dispatch(windowActions.prefsChanged({ theme }))}
          />
        </Choice>
        <Choice label={t('look.density')}>
          <Segmented
            name="look-density"
            value={prefs.density}
            options={DENSITIES.map((one) => ({ value: one, label: frame(`status.density.${one}`) }))}
            onChange={(density) => dispatch(windowActions.prefsChanged({ density }))}
          />
        </Choice>
        <Choice label={t('look.sample')}>
          <span className="look-sample">
            {SAMPLES.map((state) => (
              <StatusTag key={state} state={state} />
            ))}
            <StatusTag state="readyForPickup" late />
          </span>
        </Choice>
      </dl>
    </>
  )
}

const Choice = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="fixed-value">{label}</dt>
    <dd>{children}</dd>
  </>
)
