// Machines go home: scan the slip, count, sign, done.
export { PickupScreen } from './pickup-screen.tsx'
export { signatureOf, takerOf } from './giving.ts'
export type { Taking } from './giving.ts'
export type { Stroke } from './signature-pad.tsx'
export { SignedPaper } from './signed-paper.tsx'
export { SignFields, TakerFields } from './taker-fields.tsx'
export { useSignature } from './use-signature.ts'
