// The board: who must act next.
export { BoardScreen } from './board-screen.tsx'
