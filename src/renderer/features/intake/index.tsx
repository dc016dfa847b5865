// Intake: stands in until the screen is here.
import { useTranslation } from 'react-i18next'
import type { ScreenProps } from '#renderer/app/screens.tsx'

export const IntakeScreen = (_props: ScreenProps) => <h1>{useTranslation('frame').t('screens.intake')}</h1>
