import { describe, expect, it } from 'vitest'
import { digitOf } from './ime.ts'
import type { KeyLike } from './ime.ts'
import { chordOf, createKeyRegistry, isAllowedChord } from './keys.ts'

const key = (event: Partial<KeyLike>): KeyLike => ({
  key: '',
  code: '',
  keyCode: 0,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...event,
})
const act = () => undefined
const f2 = key({ key: 'F2', code: 'F2', keyCode: 113 })

describe('shortcuts', () => {
  it('take F-keys and chords, and refuse bare letters and what others own', () => {
    const verdicts = [
      'F2',
      'Shift+F6',
      'Ctrl+Enter',
      'Ctrl+K',
      'Alt+3',
      'Escape',
      'k',
      'Enter',
      'F5',
      'Ctrl+C',
      'Ctrl+Shift+F',
    ]
    expect(verdicts.filter(isAllowedChord)).toEqual([
      'F2',
      'Shift+F6',
      'Ctrl+Enter',
      'Ctrl+K',
      'Alt+3',
      'Escape',
    ])
  })

  it('are read by the place of the key, so that an input method cannot rename them', () => {
    expect([
      chordOf(key({ key: 'Process', code: 'KeyK', ctrlKey: true })),
      chordOf(key({ key: 'Enter', code: 'NumpadEnter', ctrlKey: true })),
      chordOf(key({ key: 'F6', code: 'F6', shiftKey: true })),
      chordOf(key({ key: 'Control', code: 'ControlLeft', ctrlKey: true })),
    ]).toEqual(['Ctrl+K', 'Ctrl+Enter', 'Shift+F6', ''])
  })

  it('of a screen come before those of the frame, also when the frame registers anew', () => {
    const registry = createKeyRegistry()
    registry.add([{ keys: 'F2', label: 'screen', run: act }], 0)
    registry.add([{ keys: 'F2', label: 'frame', run: act, general: true }], 0)
    expect(registry.find('F2', false)?.label).toBe('screen')
  })

  it('leave keys alone that an input method is eating', () => {
    const registry = createKeyRegistry()
    registry.add([{ keys: 'F2', label: '', run: act }], 0)
    expect([
      registry.handle(f2, false)?.keys,
      registry.handle({ ...f2, isComposing: true }, false),
      registry.handle({ ...f2, keyCode: 229 }, false),
    ]).toEqual(['F2', undefined, undefined])
  })

  it('sleep under a dialog unless they are meant for everywhere, and wake when it closes', () => {
    const registry = createKeyRegistry()
    registry.add(
      [
        { keys: 'F2', label: 'intake', run: act },
        { keys: 'F1', label: 'help', run: act, everywhere: true },
      ],
      0,
    )
    const close = registry.add([{ keys: 'Escape', label: 'close', run: act }], 1)
    const during = [
      registry.find('F2', false)?.label,
      registry.find('F1', false)?.label,
      registry.find('Escape', false)?.label,
    ]
    close()
    expect([...during, registry.find('F2', false)?.label]).toEqual([undefined, 'help', 'close', 'intake'])
  })

  it('let a screen take a key from the frame, and text fields keep theirs', () => {
    const registry = createKeyRegistry()
    registry.add([{ keys: 'Ctrl+Enter', label: 'frame', run: act }], 0)
    registry.add(
      [
        { keys: 'Ctrl+Enter', label: 'screen', run: act },
        { keys: 'Ctrl+Z', label: 'undo', run: act, notInText: true },
      ],
      0,
    )
    expect([
      registry.find('Ctrl+Enter', true)?.label,
      registry.find('Ctrl+Z', true),
      registry.find('Ctrl+Z', false)?.label,
    ]).toEqual(['screen', undefined, 'undo'])
  })
})

describe('digits', () => {
  it('come from either row of keys, never with a modifier', () => {
    expect([
      digitOf(key({ code: 'Digit1' })),
      digitOf(key({ code: 'Numpad0' })),
      digitOf(key({ code: 'Digit1', ctrlKey: true })),
      digitOf(key({ code: 'KeyA' })),
    ]).toEqual([1, 0, null, null])
  })
})
