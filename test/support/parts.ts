// Parts of the catalogue for tests that are about something else.
import type { CommandContext } from '#core/command/context.ts'
import { text } from '#core/db/handle.ts'
import { partTokens } from '#core/search/part-tokens.ts'
import { codeKey } from '#shared/domain/catalogue/index.ts'

export type PartGiven = Readonly<{
  code: string
  name: string
  unit: string
  decimals: number
  serialTracked: boolean
  oldReturnable: boolean
  minimum: number
  priceFen: number
  barcode: string | null
  active: boolean
}>

/** A power board, by the piece, without serials; whatever matters to the test is given. */
export const insertPart = (
  ctx: Pick<CommandContext, 'db' | 'now' | 'newId' | 'insert'>,
  given: Partial<PartGiven> = {},
): string => {
  const id = ctx.newId()
  const code = given.code ?? `P-${id.slice(-6)}`
  const name = given.name ?? '电源板'
  const rowid = ctx.insert(
    'part',
    id,
    {
      code,
      name,
      spec: '',
      kind: 'part',
      unit: '个',
      decimals: 0,
      serialTracked: false,
      oldReturnable: false,
      models: [],
      priceFen: 12_000,
      prices: {},
      minimum: 0,
      feeApart: false,
      active: true,
      createdAt: ctx.now,
      ...given,
    },
    'part.added',
    { code_key: codeKey(code) },
  )
  const tokens = partTokens({ code, name, spec: '', models: [] })
  ctx.db.run(text('insert into part_search (rowid, tokens) values (?, ?)', rowid, tokens))
  return id
}
