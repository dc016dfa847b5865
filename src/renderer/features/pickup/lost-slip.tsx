// The slip is lost (rule CLS-3): whose identity was looked at, who else looked, and a photo.
import { useTranslation } from 'react-i18next'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useAppSelector } from '#renderer/app/store.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import type { Giving } from './giving.ts'
import { PictureButton } from './picture-button.tsx'
import { Text } from './text.tsx'
import { useStorePicture } from './use-store-picture.ts'

const PEOPLE_TO_SEPARATE = 5

type Props = Readonly<{ giving: Giving; onChange: (part: Partial<Giving>) => void }>

export const LostSlip = ({ giving, onChange }: Props) => {
  const { t } = useTranslation('pickup')
  const me = useAppSelector((state) => state.window.person?.staffId)
  const people = (useCoreQuery('staff.list', {}).value?.people ?? []).filter(({ active }) => active)
  const picture = useStorePicture()
  const others = people.filter(({ id }) => id !== me)
  const settings = useCoreQuery('shop.settings', {}).value
  // As the core decides it: a small shop, by setting (STF-2).
  const mayBeAlone = settings?.combineDuties === true && people.length < PEOPLE_TO_SEPARATE
  const mine = mayBeAlone ? people.filter(({ id }) => id === me) : []
  const take = async (file: Blob): Promise<void> => {
    const hash = await picture.store(file)
    if (hash !== null) onChange({ photo: hash })
  }
  return (
    <div className="pickup-lost">
      <Text
        name={t('lost.identity')}
        value={giving.identity}
        max={60}
        onChange={(identity) => onChange({ identity })}
      />
      <span className="pickup-label">{t('lost.second')}</span>
      <DigitPicker
        label={t('lost.second')}
        flow
        options={[
          ...others.map(({ id, name }) => ({ value: id, label: name })),
          ...mine.map(({ id }) => ({ value: id, label: t('lost.alone') })),
        ]}
        value={giving.second === '' ? [] : [giving.second]}
        onChange={([second = '']) => onChange({ second })}
      />
      <PictureButton
        label={giving.photo === '' ? t('lost.photo') : t('lost.photoDone')}
        done={giving.photo !== ''}
        busy={picture.busy}
        onPicture={(file) => void take(file)}
      />
      <ProblemLine problem={picture.problem} />
    </div>
  )
}
