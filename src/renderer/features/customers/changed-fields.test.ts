import { expect, it } from 'vitest'
import { isChanged } from './changed-fields.ts'

it('a form that was opened and left as it was is no correction', () => {
  const before = { name: 'Li', phones: ['1'], months: null as number | null }
  expect([
    isChanged(before, { ...before, phones: ['1'] }),
    isChanged(before, { ...before, phones: ['1', '2'] }),
    isChanged(before, { ...before, months: 0 }),
  ]).toEqual([false, true, true])
})
