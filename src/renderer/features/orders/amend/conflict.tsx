// Two people corrected the same order. Both versions side by side; where both touched the same fact somebody
// chooses, and everything else is kept by itself. No locks, nothing lost.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { useFormat } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { factName, factText } from '../fact-words.ts'
import { meetingsOf } from './amend-facts.ts'
import type { Choice, FactName, IntakeFacts } from './amend-facts.ts'

type Props = Readonly<{
  by: string
  at: number
  base: IntakeFacts
  mine: IntakeFacts
  theirs: IntakeFacts
  choices: Readonly<Partial<Record<FactName, Choice>>>
  onChoose: (name: FactName, choice: Choice) => void
}>

export const Conflict = ({ by, at, base, mine, theirs, choices, onChoose }: Props) => {
  const { t } = useTranslation('orders')
  const { local } = useFormat()
  const wording = { t: loose(t), local: (ms: number) => local(ms) }
  const meetings = meetingsOf(base, mine, theirs)
  const box = useRef<HTMLDivElement>(null)
  // The fields that had the focus are gone; Ctrl+Enter has to go on working.
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[role=listbox]') ?? box.current
    first?.focus()
  }, [])
  const clashes = meetings.filter(({ touched }) => touched === 'both')
  return (
    <div className="conflict" ref={box} tabIndex={-1}>
      <p role="alert" className="conflict-head">
        {t('conflict.head', { by, at: local(at) })}{' '}
        {t(clashes.length > 0 ? 'conflict.choose' : 'conflict.noClash')}
      </p>
      <table className="conflict-table">
        <thead>
          <tr>
            <th scope="col">{t('conflict.fact')}</th>
            <th scope="col">{t('conflict.before')}</th>
            <th scope="col">{t('conflict.theirs', { by })}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.take')}</th>
          </tr>
        </thead>
        <tbody>
          {meetings.map(({ name, touched }) => (
            <tr key={name} className={`conflict-${touched}`}>
              <th scope="row">{factName(name, wording.t)}</th>
              <td>{factText(name, base[name], wording)}</td>
              <td>{touched === 'mine' ? '' : factText(name, theirs[name], wording)}</td>
              <td>{touched === 'theirs' ? '' : factText(name, mine[name], wording)}</td>
              <td data-fact={name}>
                {touched === 'both' ? (
                  <DigitPicker
                    flow
                    label={t('conflict.takeOf', { fact: factName(name, wording.t) })}
                    options={[
                      { value: 'theirs', label: t('conflict.takeTheirs', { by }) },
                      { value: 'mine', label: t('conflict.takeMine') },
                    ]}
                    value={choices[name] === undefined ? [] : [choices[name]]}
                    onChange={([choice]) => choice && onChoose(name, choice as Choice)}
                  />
                ) : (
                  t(touched === 'mine' ? 'conflict.mineKept' : 'conflict.theirsKept', { by })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
