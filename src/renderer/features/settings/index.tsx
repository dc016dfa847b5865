// The settings of the shop and of this window.
export { SettingsScreen } from './settings-screen.tsx'
