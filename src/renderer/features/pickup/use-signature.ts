// The drawn signature as what a hand-over names: it is stored before.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Taking } from './giving.ts'
import type { SignatureHandle } from './signature-pad.tsx'
import { useStorePicture } from './use-store-picture.ts'

export const useSignature = () => {
  const { t } = useTranslation('pickup')
  const pad = useRef<SignatureHandle>(null)
  const picture = useStorePicture()
  const [missing, setMissing] = useState<string>()

  /** The hash of the drawn signature, null where it is signed on paper, undefined when that is the problem. */
  const take = async (signOn: Taking['signOn']): Promise<string | null | undefined> => {
    setMissing(undefined)
    if (signOn === 'paper') return null
    const drawn = (await pad.current?.picture()) ?? null
    if (!drawn) {
      setMissing(t('sign.missing'))
      pad.current?.show()
      return undefined
    }
    return (await picture.store(drawn)) ?? undefined
  }
  return {
    pad,
    take,
    missing,
    forget: () => setMissing(undefined),
    busy: picture.busy,
    problem: picture.problem,
  }
}
