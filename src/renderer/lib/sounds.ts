// Two short sounds, each with a visible twin: a scan that was understood, and one that was not.

const SOUNDS = { good: { hertz: 880, ms: 60 }, bad: { hertz: 220, ms: 300 } } as const
let context: AudioContext | undefined

export const beep = (sound: keyof typeof SOUNDS): void => {
  try {
    context ??= new AudioContext()
    const { hertz, ms } = SOUNDS[sound]
    const tone = context.createOscillator()
    const volume = context.createGain()
    volume.gain.value = 0.08
    tone.frequency.value = hertz
    tone.connect(volume).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + ms / 1000)
  } catch {
    // A computer without sound shows the strip all the same.
  }
}
