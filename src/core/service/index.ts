export { didTheWork, linesOf, recordsOf } from './repository.ts'
