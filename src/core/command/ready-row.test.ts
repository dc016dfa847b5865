// A row that is made ready beforehand is, byte for byte, what the chain and the tables expect.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashedFields, outboxHash, outboxHashOfReady } from './chain.ts'
import { readyRow } from './ready-row.ts'

const anyText = fc.string({ unit: 'binary' })

it('the hash over fields made ready is the hash over the row', () => {
  fc.assert(
    fc.property(
      anyText,
      anyText,
      fc.nat(),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (id, name, seq, previous) => {
        const row = {
          seq,
          origin: 'origin',
          hlc: seq * 1000,
          entity: 'part',
          entity_id: id,
          kind: 'part.added',
          owner_epoch: 0,
          base_ver: 0,
          sv: 1,
          fields: JSON.stringify({ name, models: [id, name] }),
        }
        expect(outboxHashOfReady(previous, row, hashedFields(row.fields))).toEqual(outboxHash(previous, row))
      },
    ),
  )
})

it('row and operation come from one object: every field in its column, what has no value in neither', () => {
  const { plan, values, fields, hashed } = readyRow(
    'part',
    { code: 'P-1', models: ['T480'], serialTracked: true, barcode: null, minimum: 0, unknown: 1 },
    { code_key: 'P-1' },
  )
  const bound = Object.fromEntries(
    [...plan.fields, ...plan.locals, ['id', plan.idAt] as const].map(([name, at]) => [name, values[at]]),
  )
  const nothing = Object.fromEntries(plan.fields.map(([field]) => [field, null]))
  expect([bound, JSON.parse(fields), Buffer.from(hashed).toString()]).toEqual([
    { ...nothing, id: null, code: 'P-1', models: '["T480"]', serialTracked: 1, minimum: 0, code_key: 'P-1' },
    { code: 'P-1', models: ['T480'], serialTracked: true, minimum: 0 },
    JSON.stringify(fields),
  ])
})
