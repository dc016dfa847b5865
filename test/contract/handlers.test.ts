// Contract and handlers are the same list.
import { expect, it } from 'vitest'
import { CONTRACTS, procedures } from '#shared/contract/index.ts'
import { entries } from '#core/entries.ts'

it('every procedure has a handler and every handler a procedure', () => {
  expect([...entries.keys()].toSorted()).toEqual([...procedures.keys()].toSorted())
  for (const [method, entry] of entries) expect(entry.procedure).toBe(procedures.get(method))
})

it('no two contracts share a name, and wire names are group.procedure', () => {
  expect(new Set(CONTRACTS.map(({ name }) => name)).size).toBe(CONTRACTS.length)
  expect([...procedures.keys()].filter((method) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(method))).toEqual(
    [],
  )
})

it('a command that may be refused for want of a right says which, and every procedure says what it is for', () => {
  for (const [method, { access, summary }] of procedures) {
    expect([method, summary]).toEqual([method, expect.stringMatching(/^[A-Z].{10,}\.$/s)])
    expect([method, access.length]).not.toEqual([method, 0])
  }
})
