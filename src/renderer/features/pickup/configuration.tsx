// What is in the machine now beside what was written down at intake (rule CLS-3). Changed lines are marked.
import { useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { configurationDifferences } from '#shared/domain/custody/index.ts'
import type { Line } from './giving.ts'

type Props = Readonly<{
  before: readonly Line[]
  now: readonly Line[] | undefined
  onChange: (lines: readonly Line[]) => void
}>

export const Configuration = ({ before, now = before, onChange }: Props) => {
  const { t } = useTranslation('pickup')
  const [open, setOpen] = useState(false)
  if (before.length === 0 && !open) return null
  const differences = configurationDifferences(before, now).length
  const set = (at: number, part: Partial<Line>): void =>
    onChange(now.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <div className="pickup-configuration" data-enter-skip>
      <div className="pickup-configuration-head">
        <span>{t('configuration.title')}</span>
        <span className={differences > 0 ? 'pickup-different' : 'faint'}>
          {differences > 0 ? t('configuration.different', { count: differences }) : t('configuration.same')}
        </span>
        <Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('configuration.close') : t('configuration.check')}
        </Button>
      </div>
      {!open && (
        <p className="faint">
          {now.map(({ kind, text, serial }) => [kind, text, serial].filter(Boolean).join(' ')).join(' · ')}
        </p>
      )}
      {open &&
        now.map((line, at) => {
          const old = before[at]
          const changed = old?.text !== line.text || old.serial !== line.serial
          return (
            <div key={at} className={`pickup-line ${changed ? 'pickup-line-changed' : ''}`}>
              <span>{line.kind}</span>
              <Input
                size="small"
                aria-label={`${line.kind} ${t('configuration.text')}`}
                maxLength={80}
                value={line.text}
                onChange={(event) => set(at, { text: event.target.value })}
              />
              <Input
                size="small"
                className="mono"
                aria-label={`${line.kind} ${t('configuration.serial')}`}
                maxLength={60}
                value={line.serial}
                onChange={(event) => set(at, { serial: event.target.value })}
              />
              <span className="pickup-was">
                {changed && old ? t('configuration.was', { text: `${old.text} ${old.serial}`.trim() }) : ''}
              </span>
            </div>
          )
        })}
    </div>
  )
}
