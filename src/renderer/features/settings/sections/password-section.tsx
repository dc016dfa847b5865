// One's own password and PIN.
import { useTranslation } from 'react-i18next'
import { ChangePasswordForm, PinForm } from '#renderer/features/own-password/index.tsx'
import { useAppDispatch } from '#renderer/app/store.ts'
import { windowActions } from '#renderer/app/window-slice.ts'
import { useNav } from '#renderer/lib/nav.ts'

export const PasswordSection = () => {
  const { t } = useTranslation('signIn')
  const { t: people } = useTranslation('people')
  const dispatch = useAppDispatch()
  const { notice } = useNav()
  return (
    <div className="own-secrets">
      <div className="password-section">
        <h3>{people('own.password')}</h3>
        <ChangePasswordForm
          onDone={(person) => {
            dispatch(windowActions.personSignedIn(person))
            notice('good', t('change.done'))
          }}
        />
      </div>
      <PinForm />
    </div>
  )
}
