// Who took the machine home on what proof: what other features may use.
export { handOversOf, lastHandOver, proofsOf } from './repository.ts'
