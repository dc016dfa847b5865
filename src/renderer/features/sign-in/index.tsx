// Signing in and the lock screen: loaded at every start, so nothing heavy belongs here.
export { LockScreen } from './lock-screen.tsx'
export { SignIn } from './sign-in.tsx'
