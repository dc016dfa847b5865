// The home screen: what waits today.
export { HomeScreen } from './home-screen.tsx'
