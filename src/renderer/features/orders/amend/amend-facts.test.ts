import { describe, expect, it } from 'vitest'
import { changesOf, meetingsOf, settled, tidy } from './amend-facts.ts'
import type { IntakeFacts } from './amend-facts.ts'

const base: IntakeFacts = {
  reportedFault: 'does not start',
  condition: '',
  accessories: [{ name: 'charger', count: 1 }],
  configuration: [],
  chargeKind: 'inWarranty',
  limitFen: null,
  nextContactBy: 1000,
}

describe('INT-15 an amendment', () => {
  it('sends what was changed and nothing else, the charge with its reason', () => {
    const mine: IntakeFacts = { ...base, limitFen: 50_000, chargeKind: 'contract' }
    expect([changesOf(base, mine, 'has a contract'), changesOf(base, base, '')]).toEqual([
      { limitFen: 50_000, charge: { kind: 'contract', reason: 'has a contract' } },
      {},
    ])
  })

  it('leaves out lines that were added and not filled in', () => {
    const typed: IntakeFacts = {
      ...base,
      reportedFault: 'does not start\n',
      accessories: [...base.accessories, { name: ' ', count: 1 }],
      configuration: [
        { kind: '', text: '', serial: '' },
        { kind: 'RAM', text: '', serial: '' },
      ],
    }
    expect(tidy(typed)).toEqual({ ...base, configuration: [{ kind: 'RAM', text: '', serial: '' }] })
  })

  it('that meets another keeps what only one touched, and asks about what both touched', () => {
    const mine: IntakeFacts = { ...base, reportedFault: 'no picture', limitFen: 100, condition: 'scratched' }
    const theirs: IntakeFacts = {
      ...base,
      reportedFault: 'beeps',
      accessories: [],
      condition: 'scratched',
    }
    const meetings = meetingsOf(base, mine, theirs)
    expect({
      meetings,
      theirs: settled(mine, theirs, meetings, { reportedFault: 'theirs' }),
      mine: settled(mine, theirs, meetings, { reportedFault: 'mine' }),
    }).toEqual({
      meetings: [
        { name: 'reportedFault', touched: 'both' },
        { name: 'accessories', touched: 'theirs' },
        { name: 'limitFen', touched: 'mine' },
      ],
      theirs: { ...theirs, limitFen: 100 },
      mine: { ...theirs, limitFen: 100, reportedFault: 'no picture' },
    })
  })
})
