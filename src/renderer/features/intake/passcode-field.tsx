// The device's passcode (rule INT-9): masked, sent once with the visit, in no draft; and where its key is kept.
import { useState } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { useMachinePath, useSession } from './session.ts'
import { Spot } from './spot.tsx'

export const PasscodeField = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const { passcodes } = useSession()
  const at = useMachinePath(machineKey)
  const keeping = useCoreQuery('shop.get', {}).value?.passcodeKeeping
  // Outside of the form on purpose: what is in the form becomes a draft.
  const [value, setValue] = useState(() => passcodes.get(machineKey) ?? '')
  return (
    <Spot
      path={`${at}.passcode`}
      label={t('passcode.label')}
      hint={`${keeping ? t(`passcode.${keeping}`) : ''}${t('passcode.noDraft')}`}
      className="w-passcode"
    >
      {(control) => (
        <Input.Password
          {...control}
          autoComplete="new-password"
          maxLength={64}
          value={value}
          onChange={({ target }) => {
            setValue(target.value)
            passcodes.set(machineKey, target.value)
          }}
        />
      )}
    </Spot>
  )
}
