// Sign-in: what other features may use.
export { actorOf } from './actor.ts'
export { hashPassword, passwordProblem } from './passwords.ts'
export { checkPassword, checkPin } from './sign-in.ts'
