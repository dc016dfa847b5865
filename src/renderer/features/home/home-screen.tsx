// The home screen: what waits today.
export const HomeScreen = () => null
