// The settings of the shop and of this window.
export const SettingsScreen = () => null
