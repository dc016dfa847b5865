// The whole-window stages before work starts: who we are at the left, one form at the right.
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAppDispatch } from '#renderer/app/store.ts'
import { windowActions } from '#renderer/app/window-slice.ts'
import { LANGUAGES } from '../lib/i18n.ts'
import { Mark } from './mark.tsx'
import './stage.css'

export type StageProps = Readonly<{
  title: string
  intro?: ReactNode
  /** What stands under the program's name; the shop's name once there is one. */
  shop?: string | undefined
  wide?: boolean
  children: ReactNode
}>

export const Stage = ({ title, intro, shop, wide = false, children }: StageProps) => {
  const { t } = useTranslation('signIn')
  const { t: common } = useTranslation()
  return (
    <div className="stage">
      <aside className="stage-brand">
        <Mark size={56} />
        <p className="stage-name">{common('appName')}</p>
        <p className="stage-slogan">{shop ?? t('slogan')}</p>
        <ul>
          <li>{t('promises.local')}</li>
          <li>{t('promises.draft')}</li>
          <li>{t('promises.backup')}</li>
        </ul>
      </aside>
      <main className="stage-main">
        <div className={`stage-form ${wide ? 'stage-wide' : ''}`}>
          <header className="stage-head">
            <h1>{title}</h1>
            <LanguageSwitch />
          </header>
          {intro !== undefined && <p className="stage-intro">{intro}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}

/** Every language by its own name. */
export const LanguageSwitch = () => {
  const { t, i18n } = useTranslation('labels')
  const dispatch = useAppDispatch()
  const before = useRef<Element>(null)
  return (
    <Segmented
      data-enter-skip
      size="small"
      aria-label="Language"
      name="window-language"
      value={i18n.language}
      options={LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) }))}
      // By mouse the form keeps the keyboard; by keyboard one stays here.
      onMouseDown={() => {
        before.current = document.activeElement
      }}
      onMouseUp={() => requestAnimationFrame(() => (before.current as HTMLElement | null)?.focus())}
      onChange={(language) =>
        dispatch(windowActions.prefsChanged({ language: language === 'en' ? 'en' : 'zh-CN' }))
      }
    />
  )
}
