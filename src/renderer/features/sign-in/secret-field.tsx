// PIN or password, whichever the person may use here: one field, and a word to change between them.
import { useId } from 'react'
import type { Ref } from 'react'
import { Button, Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Secret } from '#renderer/lib/use-sign-in-as.ts'
import { useEnterKey } from '#renderer/lib/use-enter-key.ts'
import { pinDigits } from './people.ts'

export type SecretFieldProps = Readonly<{
  secret: Secret
  /** The person has a PIN that works on this computer. */
  mayUsePin: boolean
  onChange: (secret: Secret) => void
  onEnter: () => void
  /** The focus starts here. */
  first?: boolean
  ref?: Ref<InputRef>
}>

export const SecretField = ({
  secret,
  mayUsePin,
  onChange,
  onEnter,
  first = false,
  ref,
}: SecretFieldProps) => {
  const { t } = useTranslation('people')
  const { t: words } = useTranslation('signIn')
  const id = useId()
  const isPin = secret.kind === 'pin'
  const other = () => onChange({ kind: isPin ? 'password' : 'pin', text: '' })
  return (
    <div className="stage-field">
      <div className="secret-label">
        <label className="stage-label" htmlFor={id}>
          {isPin ? t('pin.label') : words('signIn.password')}
        </label>
        {mayUsePin && (
          <Button
            type="link"
            size="small"
            onClick={() => {
              other()
              document.getElementById(id)?.focus()
            }}
          >
            {t(isPin ? 'pin.useUsual' : 'pin.usePin')}
          </Button>
        )}
      </div>
      <Input.Password
        id={id}
        ref={ref ?? null}
        size="large"
        data-autofocus={first ? true : undefined}
        autoComplete="current-password"
        inputMode={isPin ? 'numeric' : 'text'}
        maxLength={isPin ? 8 : 200}
        value={secret.text}
        onChange={({ target }) =>
          onChange({ ...secret, text: isPin ? pinDigits(target.value) : target.value })
        }
        onKeyDown={useEnterKey(onEnter)}
      />
    </div>
  )
}
