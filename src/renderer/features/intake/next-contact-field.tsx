// When the shop promises to call. The proposal stands in the field; Enter accepts it, typing replaces it.
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { isRefused } from '#shared/kernel/result.ts'
import { contactOf } from '#shared/domain/intake/index.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useFormat, useNow } from '#renderer/lib/format.ts'
import { useMachine, useMachinePath } from './session.ts'
import { Spot } from './spot.tsx'

export const NextContact = ({ machineKey }: { machineKey: string }) => {
  const { t, i18n } = useTranslation('intake')
  const { zone, local } = useFormat()
  const at = useMachinePath(machineKey)
  const now = useNow()
  const nextContactDays = useCoreQuery('shop.settings', {}).value?.nextContactDays ?? 2
  const [typed = '', change] = useMachine(machineKey, (machine) => machine.nextContact)
  const proposed = contactOf({ nextContact: '' }, { now, zone, nextContactDays })
  const meant = contactOf({ nextContact: typed }, { now, zone, nextContactDays })
  const day = isRefused(meant)
    ? t(meant.refused.refusal === 'contactInPast' ? 'problem.contactInPast' : 'contact.forms')
    : new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: zone }).format(meant)
  return (
    <Spot
      path={`${at}.nextContactBy`}
      label={t('contact.label')}
      beside={
        typed === '' ? t('contact.proposed', { day }) : isRefused(meant) ? day : `${day} ${local(meant)}`
      }
      className="w-contact"
    >
      {(control) => (
        <Input
          {...control}
          className="num"
          autoComplete="off"
          value={typed === '' && !isRefused(proposed) ? local(proposed) : typed}
          onChange={({ target }) => change('nextContactBy', { nextContact: target.value })}
        />
      )}
    </Spot>
  )
}
