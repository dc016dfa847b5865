// Section 6: what is written down when there is reason to: condition, configuration, photos, passcode, important.
// Folded by default, with what stands inside in its head; Alt+6, F8 and a paste open it.
import { memo } from 'react'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { CONDITION_NOTES } from '#shared/domain/intake/index.ts'
import { Configuration } from './configuration.tsx'
import { PasscodeField } from './passcode-field.tsx'
import { Photos } from './photos.tsx'
import { PhraseField } from '#renderer/components/phrase-field.tsx'
import { Section } from './section.tsx'
import { useIntake, useMachine, useMachinePath, useSession } from './session.ts'
import { Spot } from './spot.tsx'

export const DetailSection = memo(({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const { store } = useSession()
  const open = useIntake((state) => state.details)
  const wrong = useIntake(({ problems }) => Object.keys(problems).some((path) => DETAIL.test(path)))
  const shown = open || wrong
  return (
    <Section
      number={6}
      title={t('section.details')}
      aside={
        <button
          type="button"
          className="intake-link"
          aria-expanded={shown}
          data-details-toggle
          onClick={() => store.set({ ...store.get(), details: !open })}
        >
          <Inside machineKey={machineKey} /> {t(shown ? 'details.close' : 'details.open')}
          <kbd className="key-cap">Alt+6</kbd>
        </button>
      }
    >
      {shown && <Details machineKey={machineKey} />}
    </Section>
  )
})

const DETAIL = /^machines\.\d+\.(?:condition|configuration|photos|passcode)/

/** What is inside, in words, while the section is folded. */
const Inside = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const [condition = ''] = useMachine(machineKey, (machine) => machine.condition)
  const [parts = 0] = useMachine(machineKey, (machine) => machine.configuration.length)
  const [photos = 0] = useMachine(machineKey, (machine) => machine.photos.length)
  const [important = false] = useMachine(machineKey, (machine) => machine.important)
  const inside = [
    condition,
    parts > 0 ? t('details.parts', { count: parts }) : '',
    photos > 0 ? t('details.photos', { count: photos }) : '',
    important ? t('details.important') : '',
  ].filter(Boolean)
  return <span className="details-inside">{inside.length > 0 ? inside.join(' · ') : t('details.empty')}</span>
}

const Details = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const at = useMachinePath(machineKey)
  const [condition = '', change] = useMachine(machineKey, (machine) => machine.condition)
  const [important = false] = useMachine(machineKey, (machine) => machine.important)
  return (
    <>
      <Spot path={`${at}.condition`} label={t('details.condition')}>
        {(control) => (
          <PhraseField
            control={control}
            value={condition}
            onChange={(text) => change('condition', { condition: text })}
            phrases={CONDITION_NOTES}
          />
        )}
      </Spot>
      <Configuration machineKey={machineKey} />
      <Photos machineKey={machineKey} />
      <div className="intake-row">
        <PasscodeField machineKey={machineKey} />
        <Checkbox
          className="important-box"
          checked={important}
          onChange={({ target }) => change('important', { important: target.checked })}
        >
          {t('details.important')}
          <span className="intake-hint"> {t('details.importantHint')}</span>
        </Checkbox>
      </div>
    </>
  )
}
