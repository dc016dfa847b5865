// The settings of the shop and of this window. Sections at the left (Alt+1 …), one of them at the right.
import { useState } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/domain/staff/roles.ts'
import { PanelBoundary } from '#renderer/components/panel-states.tsx'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import { useAppSelector } from '#renderer/app/store.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { AboutSection } from './sections/about-section.tsx'
import { BackupsSection } from './sections/backups-section.tsx'
import { BranchesSection } from './sections/branches-section.tsx'
import { LoanersSection } from './sections/loaners-section.tsx'
import { PartnersSection } from './sections/partners-section.tsx'
import { PlacesSection } from './sections/places-section.tsx'
import { WarningsSection } from './sections/warnings-section.tsx'
import { LookSection } from './sections/look-section.tsx'
import { PasswordSection } from './sections/password-section.tsx'
import { PrintingSection } from './sections/printing-section.tsx'
import { RulesSection } from './sections/rules-section.tsx'
import { ShopSection } from './sections/shop-section.tsx'
import { StaffSection } from './sections/staff-section.tsx'
import './settings.css'

type SectionName =
  | 'shop'
  | 'printing'
  | 'staff'
  | 'rules'
  | 'places'
  | 'loaners'
  | 'branches'
  | 'partners'
  | 'warnings'
  | 'backups'
  | 'look'
  | 'password'
  | 'about'
type Section = Readonly<{ name: SectionName; Component: ComponentType; only?: Role }>

const SECTIONS: readonly Section[] = [
  { name: 'shop', Component: ShopSection },
  { name: 'printing', Component: PrintingSection },
  { name: 'staff', Component: StaffSection },
  { name: 'rules', Component: RulesSection },
  { name: 'places', Component: PlacesSection },
  { name: 'loaners', Component: LoanersSection },
  { name: 'branches', Component: BranchesSection },
  { name: 'partners', Component: PartnersSection },
  { name: 'warnings', Component: WarningsSection },
  { name: 'backups', Component: BackupsSection, only: 'manager' },
  { name: 'look', Component: LookSection },
  { name: 'password', Component: PasswordSection },
  { name: 'about', Component: AboutSection },
]

/** The eleventh section and those behind it are a click away. */
const KEYS = '1234567890'

export const SettingsScreen = ({ params, seq }: ScreenProps) => {
  const { t } = useTranslation('settings')
  const roles = useAppSelector((state) => state.window.person?.roles)
  const sections = SECTIONS.filter(({ only }) => only === undefined || roles?.includes(only))
  const [chosen, setChosen] = useState<{ seq: number; name: string } | null>(null)
  const wanted = chosen?.seq === seq ? chosen.name : params.section
  const { name, Component } = sections.find((section) => section.name === wanted) ?? SECTIONS[0]!
  const choose = (section: SectionName) => setChosen({ seq, name: section })
  useShortcuts(
    sections.slice(0, KEYS.length).map((section, index) => ({
      keys: `Alt+${KEYS[index]}`,
      label: `${t('title')} · ${t(`sections.${section.name}`)}`,
      run: () => choose(section.name),
    })),
  )
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={t('title')}>
        <h1>{t('title')}</h1>
        {sections.map((section, index) => (
          <button
            key={section.name}
            type="button"
            aria-current={section.name === name ? 'page' : undefined}
            onClick={() => choose(section.name)}
          >
            {t(`sections.${section.name}`)}
            {index < KEYS.length && <kbd aria-hidden="true">Alt+{KEYS[index]}</kbd>}
          </button>
        ))}
      </nav>
      <section className="settings-body" aria-labelledby="settings-section">
        <h2 id="settings-section">{t(`sections.${name}`)}</h2>
        <PanelBoundary key={name}>
          <Component />
        </PanelBoundary>
      </section>
    </div>
  )
}
