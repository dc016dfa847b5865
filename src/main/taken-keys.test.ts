import { expect, it } from 'vitest'
import { isTakenKey } from './taken-keys.ts'

const key = (name: string, held: { control?: boolean; alt?: boolean } = {}) => ({
  key: name,
  control: held.control ?? false,
  meta: false,
  alt: held.alt ?? false,
})

it('takes reload, zoom and close from the keyboard, and leaves the keys of the counter', () => {
  const ctrl = { control: true }
  const taken = [
    key('F5'),
    key('r', ctrl),
    key('R', ctrl),
    key('w', ctrl),
    key('+', ctrl),
    key('-', ctrl),
    key('0', ctrl),
  ]
  const free = [
    ...['F1', 'F2', 'F3', 'F6', 'F9', 'F11', 'F12', 'r', '0', '-', 'Process'].map((name) => key(name)),
    ...['k', 'p', 'z', 'l', 'a', 'c', 'v', 'x', '1', 'Enter', 'Tab'].map((name) => key(name, ctrl)),
    key('0', { control: true, alt: true }),
  ]
  expect([...taken, ...free].filter(isTakenKey)).toEqual(taken)
})
