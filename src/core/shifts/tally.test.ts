import { expect, it } from 'vitest'
import type { ShiftPosting } from '#core/ledger/index.ts'
import { tally } from './tally.ts'

const posting = (given: Partial<ShiftPosting>): ShiftPosting => ({
  ...{ entry_id: 'e', kind: 'deposit', at: 1, staff_id: 's', approved_by: null, reason: '', drawer_id: 'd' },
  ...{ debit: 'collectedCash', credit: 'deposit', amount_fen: 100 },
  ...given,
})

it('SET-3 SET-8 what finance confirms moves nothing: the same money stays in the drawer and is counted once', () => {
  const taken = posting({})
  const confirmed = posting({ kind: 'confirmation', debit: 'cash', credit: 'collectedCash' })
  const undone = posting({ kind: 'reversal', debit: 'collectedCash', credit: 'cash' })
  expect(tally(500, 'd', [taken, confirmed, undone, confirmed])).toEqual(tally(500, 'd', [taken]))
  expect(tally(500, 'd', [taken]).methods[0]).toEqual({
    ...{ method: 'cash', receiptsFen: 100, refundsFen: 0, payInsFen: 0, payOutsFen: 0, expectedFen: 600 },
  })
})

it('SET-8 cash of another drawer is not of this shift', () => {
  const other = posting({ kind: 'toSafe', debit: 'safe', credit: 'cash', drawer_id: 'other' })
  expect(tally(500, 'd', [other])).toEqual(tally(500, 'd', []))
})
