// What was signed on paper at the hand-over, scanned or photographed afterwards and kept with its orders.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import { may } from '#shared/domain/staff/rights.ts'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand } from '#renderer/lib/api.ts'
import { PictureButton } from './picture-button.tsx'
import { useStorePicture } from './use-store-picture.ts'

export const SignedPaper = ({ orders }: { orders: readonly string[] }) => {
  const { t } = useTranslation('pickup')
  const attach = useCoreCommand('handOver.attachPaper')
  const picture = useStorePicture()
  const [kept, setKept] = useState(false)
  const roles = useAppSelector((state) => state.window.person?.roles)
  const take = async (file: Blob): Promise<void> => {
    const hash = await picture.store(file)
    if (hash === null) return
    for (const id of orders) {
      const outcome = await attach.run({ id, hash })
      if (!outcome.ok) return
    }
    setKept(true)
  }
  if (roles?.some((role) => may('attachPaper').includes(role)) !== true) return null
  return (
    <>
      <PictureButton
        label={kept ? t('done.paperKept') : t('done.paper')}
        done={kept}
        busy={picture.busy || attach.busy}
        onPicture={(file) => void take(file)}
      />
      <ProblemLine problem={picture.problem ?? attach.problem} />
    </>
  )
}
