// A signature that nobody wrote: one small picture for all hand-overs of the demo shop.
import { greyPng } from '#core/print/index.ts'

const WIDTH = 320
const HEIGHT = 120

export const scribble = (): Uint8Array => {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (let step = 0; step < 4000; step += 1) {
    const t = step / 4000
    const x = 30 + t * 260
    const y = 60 + Math.sin(t * 19) * 28 * (1 - t / 2) + Math.sin(t * 47) * 9
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      pixels[Math.round(y + dy) * WIDTH + Math.round(x + dx)] = 20
  }
  return greyPng(pixels, WIDTH, HEIGHT, 96)
}
