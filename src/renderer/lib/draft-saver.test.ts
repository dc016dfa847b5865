import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Problem } from '#renderer/lib/problem.ts'
import { createDraftSaver } from './draft-saver.ts'

const full: Problem = { kind: 'refusal', code: 'storage', details: { state: 'full' } }

const desk = () => {
  let text = ''
  const saved: string[] = []
  const answers: ((problem?: Problem) => void)[] = []
  const discarded: number[] = []
  const saver = createDraftSaver<string>({
    read: () => (text === '' ? null : text),
    save: (draft) => {
      saved.push(draft)
      return new Promise((answer) => answers.push(answer))
    },
    discard: () => discarded.push(saved.length),
    now: () => 7,
  })
  const type = (next: string) => {
    text = next
    saver.changed()
  }
  const answer = async (problem?: Problem) => {
    answers.shift()?.(problem)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { saver, saved, discarded, type, answer }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('INT-11 saves 400 ms after the last change, once for many keys', async () => {
  const { saver, saved, type, answer } = desk()
  for (const text of ['k', 'kb', 'kbl']) {
    type(text)
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(saved).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  await answer()
  expect([saved, saver.status()]).toEqual([['kbl'], { state: 'saved', problem: undefined, at: 7 }])
})

it('INT-11 saves at once when a field is left, and what changed meanwhile right behind it', async () => {
  const { saver, saved, type, answer } = desk()
  type('a')
  const rest = saver.flush()
  type('ab')
  void saver.flush()
  await answer()
  expect(saved).toEqual(['a', 'ab'])
  await answer()
  await rest
  expect(saver.status().state).toBe('saved')
  // A quiet flush must not leave the saver asleep.
  await saver.flush()
  type('abc')
  await vi.advanceTimersByTimeAsync(400)
  expect(saved).toEqual(['a', 'ab', 'abc'])
})

it('INT-11 tries a refused save again and says so meanwhile', async () => {
  const { saver, saved, type, answer } = desk()
  type('a')
  await vi.advanceTimersByTimeAsync(400)
  await answer(full)
  expect(saver.status()).toEqual({ state: 'failed', problem: full, at: null })
  await vi.advanceTimersByTimeAsync(4_000)
  await answer()
  expect([saved, saver.status().state]).toEqual([['a', 'a'], 'saved'])
})

it('INT-11 discards the draft of a form that was emptied again, and forgets one that is done with', async () => {
  const { saver, saved, discarded, type, answer } = desk()
  type('a')
  await vi.advanceTimersByTimeAsync(400)
  await answer()
  type('')
  await vi.advanceTimersByTimeAsync(400)
  expect(discarded).toEqual([1])
  type('b')
  saver.forget()
  await vi.advanceTimersByTimeAsync(10_000)
  expect([saved, saver.status().state]).toEqual([['a'], 'none'])
})
