// Whether the panel of a repair on the spot stands beside the form, and what opens and closes it.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import { emptySpot, isUntouched, spotHindrance } from '#shared/domain/intake/index.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { FullSession } from '../create-session.ts'
import { useIntake } from '../session.ts'
import { mayRepairOnTheSpot } from './spot-model.ts'

export const SPOT_KEYS = 'Shift+F2'

export const useSpot = ({ store, focus, typeAhead }: FullSession) => {
  const { t } = useTranslation('intake')
  const { notice } = useNav()
  const draftId = useIntake((state) => state.draftId)
  const [asked, setAsked] = useState({ draftId: '', times: 0 })
  const roles = useAppSelector((state) => state.window.person?.roles)
  const settings = useCoreQuery('shop.settings', {}).value
  const before = useRef<HTMLElement | null>(null)
  const shown = asked.draftId === draftId

  /** Why not, in plain words; null when the panel may open. */
  const why = (): string | null => {
    const { form, startLimit } = store.get()
    if (isUntouched(form, startLimit)) return t('spot.why.untouched')
    const hindrance = spotHindrance(form)
    return hindrance && t(`spot.why.${hindrance}`, { count: form.machines.length })
  }
  const open = (): void => {
    const reason = why()
    if (reason !== null) {
      notice('plain', reason)
      if (reason === t('spot.why.untouched')) focus.to('customer')
      return
    }
    if (!shown) before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    if (store.get().form.spot === null) store.change('spot', (form) => ({ ...form, spot: emptySpot }))
    // What is typed behind the key belongs to the panel, which is on its way.
    typeAhead.hold()
    setAsked({ draftId, times: asked.times + 1 })
  }
  const close = (): void => {
    setAsked({ draftId: '', times: asked.times })
    if (before.current?.isConnected === true) before.current.focus()
    else focus.to('machines.0.reportedFault')
  }
  return {
    offered: roles !== undefined && mayRepairOnTheSpot(roles, settings?.skipZeroSettlement === false),
    shown,
    times: asked.times,
    open,
    close,
  }
}
export type Spot = ReturnType<typeof useSpot>
