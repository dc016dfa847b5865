import { describe, expect, it } from 'vitest'
import { isReachable, parseBounds } from './bounds.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const bounds = { x: 10, y: 20, width: 1300, height: 800, maximized: false }

describe('parseBounds', () => {
  it('reads what was written', () => {
    expect(parseBounds(JSON.parse(JSON.stringify(bounds)))).toEqual(bounds)
  })

  it.each([
    undefined,
    null,
    3,
    [],
    {},
    { ...bounds, x: '10' },
    { ...bounds, width: 1e9 },
    { ...bounds, y: 0.5 },
  ])('takes %j for nothing', (stored) => {
    expect(parseBounds(stored)).toBeUndefined()
  })
})

describe('isReachable', () => {
  it('wants a piece of the title bar on the screen', () => {
    const at = (x: number, y: number) => isReachable({ ...bounds, x, y }, screen)
    expect([
      at(0, 0),
      at(-1100, 0),
      at(1800, 500),
      at(-1250, 0),
      at(1900, 0),
      at(0, -50),
      at(0, 1060),
    ]).toEqual([true, true, true, false, false, false, false])
  })
})
