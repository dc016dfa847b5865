// A part, a document or a request over the view it was opened from: its title, its verbs, and the way back.
import type { ReactNode } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import type { Chord } from '#renderer/lib/keys.ts'

export type SheetVerb = Readonly<{ label: string; keys?: Chord; main?: boolean; run: () => void }>

type Props = Readonly<{
  label: string
  title: ReactNode
  verbs?: readonly SheetVerb[]
  onBack: () => void
  children: ReactNode
}>

export const SheetFrame = ({ label, title, verbs = [], onBack, children }: Props) => {
  const { t } = useTranslation('stock')
  return (
    <section className="sheet stock-form" aria-label={label}>
      <header className="stock-form-head">
        {title}
        <span className="stretch" />
        {verbs.map(({ label: words, keys, main = false, run }) => (
          <Button key={words} {...(main ? { type: 'primary' as const } : {})} onClick={run}>
            {words}
            {keys !== undefined && <KeyCap keys={keys} />}
          </Button>
        ))}
        <Button onClick={onBack}>
          {t('back')}
          <KeyCap keys="Esc" />
        </Button>
      </header>
      {children}
    </section>
  )
}
