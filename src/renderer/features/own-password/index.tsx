// One's own password: the first one that must be changed, and changing it later.
export { ChangeFirstPassword } from './change-first-password.tsx'
export { ChangePasswordForm } from './change-password-form.tsx'
export { PinForm } from './pin-form.tsx'
