import { expect, it } from 'vitest'
import { changedFields } from './changed-fields.ts'

it('a correction sends only what was corrected', () => {
  const before = { name: 'Li', phones: ['1'], months: null as number | null }
  expect([
    changedFields(before, { ...before }),
    changedFields(before, { name: 'Li', phones: ['1', '2'], months: 0 }),
  ]).toEqual([{}, { phones: ['1', '2'], months: 0 }])
})
