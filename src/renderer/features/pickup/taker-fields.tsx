// Who takes the machine, and how he signs (rule CLS-3): at every pick-up, and where it was repaired on the spot.
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from './choice.tsx'
import type { Taking } from './giving.ts'
import type { SignatureHandle, Stroke } from './signature-pad.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { Text } from './text.tsx'
import './pickup.css'

type Props = Readonly<{ value: Taking; onChange: (part: Partial<Taking>) => void }>

export const TakerFields = ({ value, onChange }: Props) => {
  const { t } = useTranslation('pickup')
  return (
    <>
      <Choice
        label={t('taker.title')}
        values={['customer', 'proxy'] as const}
        value={value.by}
        words={(by) => t(`taker.${by}`)}
        onChange={(by) => onChange({ by })}
      />
      {value.by === 'proxy' && (
        <div className="pickup-fields">
          <Text name={t('taker.name')} value={value.name} max={40} onChange={(name) => onChange({ name })} />
          <Text
            name={t('taker.phone')}
            value={value.phone}
            max={30}
            onChange={(phone) => onChange({ phone })}
          />
        </div>
      )}
    </>
  )
}

type SignProps = Props &
  Readonly<{
    pad: RefObject<SignatureHandle | null>
    /** What was drawn before the pad was put away, and where it is kept meanwhile. */
    drawn?: readonly Stroke[] | undefined
    onDrawn?: (strokes: readonly Stroke[]) => void
  }>

export const SignFields = ({ value, onChange, pad, drawn, onDrawn }: SignProps) => {
  const { t } = useTranslation('pickup')
  return (
    <>
      <Choice
        label={t('sign.title')}
        values={['pad', 'paper'] as const}
        value={value.signOn}
        words={(on) => t(`sign.on.${on}`)}
        onChange={(signOn) => onChange({ signOn })}
      />
      {value.signOn === 'pad' ? (
        <SignaturePad ref={pad} start={drawn} onDrawn={onDrawn} />
      ) : (
        <p className="faint">{t('sign.later')}</p>
      )}
    </>
  )
}
