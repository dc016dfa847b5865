// The people who could do a job as a list box: a digit or Enter makes one the primary, Space adds an assistant.
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { moved } from '../../../components/digit-picker-moves.ts'
import { digitOf, isImeKey } from '../../../lib/ime.ts'
import { asPrimary, toggledAssistant } from './crew.ts'
import type { Crew } from './crew.ts'
import { useWords } from './use-words.ts'

type Technician = Value<'dispatch.candidates'>['technicians'][number]
type Props = Crew & Readonly<{ technicians: readonly Technician[]; onChange: (crew: Crew) => void }>

export const TechnicianList = ({ technicians, primary, assistants, onChange }: Props) => {
  const { t } = useTranslation('verbs')
  const id = useId()
  const [wanted, setAt] = useState(0)
  const at = Math.min(wanted, technicians.length - 1)
  const crew = { primary, assistants }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent) || event.ctrlKey || event.altKey) return
    const digit = digitOf(event.nativeEvent)
    const next = moved(event.key, at, technicians.length)
    const byDigit = digit === null ? undefined : technicians[(digit + 9) % 10]
    const here = technicians[at]
    if (byDigit) {
      setAt(technicians.indexOf(byDigit))
      onChange(asPrimary(crew, byDigit.staffId))
    } else if (next !== null) setAt(next)
    else if (event.key === ' ' && here) onChange(toggledAssistant(crew, here.staffId))
    else if (event.key === 'Enter' && !event.shiftKey && here) {
      // Enter on somebody who is chosen already is left to the form, which goes on.
      if (primary !== '') return
      onChange(asPrimary(crew, here.staffId))
      return
    } else return
    event.preventDefault()
  }
  return (
    <div
      role="listbox"
      aria-label={t('own.who')}
      aria-multiselectable
      aria-activedescendant={technicians[at] ? `${id}-${at}` : undefined}
      tabIndex={0}
      className="digit-picker verb-crew"
      onKeyDown={onKeyDown}
    >
      {technicians.map((one, index) => {
        const part =
          one.staffId === primary ? 'primary' : assistants.includes(one.staffId) ? 'assistant' : null
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are handled by the list box
          <div
            key={one.staffId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={part !== null}
            className={`digit-option verb-person ${index === at ? 'digit-current' : ''}`}
            onClick={() => {
              setAt(index)
              onChange(asPrimary(crew, one.staffId))
            }}
          >
            <kbd className="key-cap">{index < 10 ? (index + 1) % 10 : ''}</kbd>
            <span className="verb-person-name">{one.name}</span>
            <span className={`verb-part verb-part-${part ?? 'none'}`}>{part && t(`own.${part}`)}</span>
            <Why reasons={one.reasons} skills={one.skills} />
            <Load {...one} />
          </div>
        )
      })}
    </div>
  )
}

const Why = ({ reasons, skills }: Pick<Technician, 'reasons' | 'skills'>) => {
  const { of } = useWords()
  return (
    <span className="verb-reasons" title={skills.join(' ')}>
      {reasons.map((reason) => (
        <span key={reason} className={`verb-reason verb-reason-${BAD.has(reason) ? 'bad' : 'good'}`}>
          {of('rankReason', reason)}
        </span>
      ))}
    </span>
  )
}
const BAD: ReadonlySet<string> = new Set(['notAtWork', 'otherSkills', 'otherArea'])

const Load = ({ openOrders, openHours }: Pick<Technician, 'openOrders' | 'openHours'>) => {
  const { t } = useTranslation('verbs')
  return (
    <span className="verb-load num">
      {t('own.orders', { count: openOrders })}
      {openHours !== null && ` · ${t('own.hours', { count: Math.round(openHours) })}`}
    </span>
  )
}
