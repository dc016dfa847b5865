export { handOversOf, lastHandOver, proofsOf } from './repository.ts'
