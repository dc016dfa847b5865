// Intake: from the machine on the counter to the printed slip.
export { IntakeScreen } from './intake-screen.tsx'
