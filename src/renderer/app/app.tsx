// Which of the few whole-window stages is on: first run, sign-in, a first password to change, or the frame.
export const App = () => null
