// Section 3: what the customer says is wrong.
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { phrasesFor } from '#shared/domain/intake/index.ts'
import { PhraseField } from '#renderer/components/phrase-field.tsx'
import { Section } from './section.tsx'
import { useMachine, useMachinePath } from './session.ts'
import { Spot } from './spot.tsx'
import { useCategory } from './use-category.ts'

export const FaultSection = memo(({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const at = useMachinePath(machineKey)
  const category = useCategory(machineKey)
  const phrases = useMemo(() => phrasesFor(category), [category])
  const [fault = '', change] = useMachine(machineKey, (machine) => machine.fault)
  return (
    <Section number={3} title={t('section.fault')}>
      <Spot path={`${at}.reportedFault`}>
        {(control) => (
          <PhraseField
            control={control}
            label={t('fault.label')}
            placeholder={t('fault.placeholder')}
            value={fault}
            onChange={(text) => change('reportedFault', { fault: text })}
            phrases={phrases}
          />
        )}
      </Spot>
    </Section>
  )
})
