export { attemptsOf, failedAttempts, hasReached, noticesSince } from './repository.ts'
