import { describe, expect, it } from 'vitest'
import { rangeOf, rowAfterKey, rowsOfPage, scrollToRow } from './virtual-list-moves.ts'

describe('the rows of a long list', () => {
  it('draws only what is seen and a little beyond, at both ends and in the middle', () => {
    const at = (top: number, count: number) => rangeOf({ top, height: 360 }, 36, count, 5)
    expect([at(0, 100_000), at(1_800_000, 100_000), at(3_600_000, 100_000), at(0, 3), at(0, 0)]).toEqual([
      { from: 0, to: 15 },
      { from: 49_995, to: 50_015 },
      { from: 99_995, to: 100_000 },
      { from: 0, to: 3 },
      { from: 0, to: 0 },
    ])
  })

  it('turns a page by the rows that are seen whole but one', () => {
    expect([rowsOfPage(370, 36), rowsOfPage(20, 36)]).toEqual([9, 1])
  })

  it('moves by arrows, pages, Home and End and stays within the list', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'a']
    expect([
      keys.map((key) => rowAfterKey(key, 5, 20, 10)),
      keys.map((key) => rowAfterKey(key, 19, 20, 10)),
      keys.map((key) => rowAfterKey(key, 0, 0, 10)),
    ]).toEqual([
      [6, 4, 15, 0, 0, 19, null],
      [19, 18, 19, 9, 0, 19, null],
      [null, null, null, null, null, null, null],
    ])
  })

  it('scrolls only as far as the row needs', () => {
    const view = { top: 360, height: 360 }
    expect([2, 10, 19, 25].map((row) => scrollToRow(row, 36, view))).toEqual([72, null, null, 576])
  })
})
