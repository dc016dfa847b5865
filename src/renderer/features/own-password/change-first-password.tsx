// Somebody else set this password: nothing else works until it is one's own (rule STF-1).
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Stage } from '#renderer/components/stage.tsx'
import { useAppDispatch } from '#renderer/app/store.ts'
import { windowActions } from '#renderer/app/window-slice.ts'
import { useLock } from '#renderer/app/frame/use-lock.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { ChangePasswordForm } from './change-password-form.tsx'

export const ChangeFirstPassword = () => {
  const { t } = useTranslation('signIn')
  const dispatch = useAppDispatch()
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const lock = useLock()
  const leave = () => {
    lock('key')
    dispatch(windowActions.personLeft())
  }
  return (
    <Stage title={t('change.title')} shop={shop?.name} intro={t('change.why')}>
      <ChangePasswordForm first onDone={(person) => dispatch(windowActions.personSignedIn(person))} />
      <div className="lock-other">
        <Button type="link" onClick={leave}>
          {t('change.other')}
        </Button>
      </div>
    </Stage>
  )
}
