// Signing in, the lock screen, and the first password that must be changed.
export { ChangeFirstPassword } from './change-first-password.tsx'
export { ChangePasswordForm } from './change-password-form.tsx'
export { LockScreen } from './lock-screen.tsx'
export { SignIn } from './sign-in.tsx'
