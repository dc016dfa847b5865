import { describe, expect, it } from 'vitest'
import type { Reply } from '#shared/contract/reply.ts'
import { createCommandRun } from './command-run.ts'

const lost: Reply = { ok: false, kind: 'fault', faultId: 'f1' }
const done: Reply = { ok: true, value: { number: 'SZ01' } }
const refused: Reply = {
  ok: false,
  kind: 'refusal',
  refusal: { refusal: 'unknownCustomer', field: 'customer' },
}

const scripted = (...replies: Reply[]) => {
  const sent: [unknown, string | undefined][] = []
  let ids = 0
  const run = createCommandRun(
    'visit.create',
    async (_method, params, commandId) => {
      sent.push([params, commandId])
      return replies[sent.length - 1] ?? done
    },
    () => `id${(ids += 1)}`,
  )
  return { run, sent }
}

describe('a command of a form', () => {
  it('WO-8 a double click sends one command and both clicks get its answer', async () => {
    const { run, sent } = scripted(done)
    const outcomes = await Promise.all([run({ a: 1 }), run({ a: 1 })])
    expect({ outcomes, sent }).toEqual({
      outcomes: [
        { ok: true, value: { number: 'SZ01' } },
        { ok: true, value: { number: 'SZ01' } },
      ],
      sent: [[{ a: 1 }, 'id1']],
    })
  })

  it('WO-8 a retry after a lost answer repeats the same id', async () => {
    const { run, sent } = scripted(lost, done)
    await run({ a: 1 })
    await run({ a: 1 })
    expect(sent).toEqual([
      [{ a: 1 }, 'id1'],
      [{ a: 1 }, 'id1'],
    ])
  })

  it('a refusal is definite: the next try is a new command', async () => {
    const { run, sent } = scripted(refused, done)
    await run({ a: 1 })
    await run({ a: 1 })
    expect(sent.map(([, commandId]) => commandId)).toEqual(['id1', 'id2'])
  })

  it('WO-8 changed content after a lost answer asks for the lost one first and does not act twice', async () => {
    const { run, sent } = scripted(lost, done)
    await run({ a: 1 })
    const outcome = await run({ a: 2 })
    expect({ outcome, sent }).toEqual({
      outcome: { ok: false, problem: { kind: 'doneEarlier', value: { number: 'SZ01' } } },
      sent: [
        [{ a: 1 }, 'id1'],
        [{ a: 1 }, 'id1'],
      ],
    })
  })

  it('changed content goes out with a new id once the lost one turns out not to be done', async () => {
    const { run, sent } = scripted(lost, refused, done)
    await run({ a: 1 })
    const outcome = await run({ a: 2 })
    expect({ outcome, sent }).toEqual({
      outcome: { ok: true, value: { number: 'SZ01' } },
      sent: [
        [{ a: 1 }, 'id1'],
        [{ a: 1 }, 'id1'],
        [{ a: 2 }, 'id2'],
      ],
    })
  })
})
