// The last look before an order closes, and what one person did alone.
export { ReviewScreen } from './review-screen.tsx'
