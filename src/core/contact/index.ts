// Talking with the customer: what other features may use.
export { recordAttempt } from './attempt.ts'
export { keepPromise, promiseColumns, promiseFields, promiseProblem } from './promise.ts'
export type { PromiseInput } from './promise.ts'
export { attemptsOf, failedAttempts, hasReached, noticesSince } from './repository.ts'
export { queueMessage } from './texts.ts'
