// Parts and consumables: looking at them, adding, changing.
import type { z } from 'zod'
import type { Part, parts } from '#shared/contract/catalogue.ts'
import { barcodeText, codeKey } from '#shared/domain/catalogue/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Writing } from '#core/command/context.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { add, differing, write } from './change.ts'
import { hasStock } from './has-stock.ts'
import * as rows from './repository.ts'

type Adding = z.output<(typeof parts)['procedures']['add']['input']>
type Changing = z.output<(typeof parts)['procedures']['change']['input']>

/** The part in use with exactly this barcode. */
export const partOfBarcode = (db: ReadDb, barcode: string): Part | undefined => {
  const part = rows.partByBarcode(db, barcodeText(barcode))
  return part?.active ? part : undefined
}

const after = (db: ReadDb, id: string): Part => {
  const part = rows.readPart(db, id)
  if (!part) throw new Error('the part that was just written is not there')
  return part
}

type Named = Pick<Part, 'code' | 'barcode' | 'serialTracked' | 'decimals'>

/** Why a part cannot be so; `at` stands before the names of the fields. */
const problem = (db: ReadDb, part: Named, own: string, at: string): Refused | undefined => {
  const sameCode = rows.partByCodeKey(db, codeKey(part.code))
  if (sameCode && sameCode.id !== own)
    return refuse('codeTaken', { field: `${at}code`, code: sameCode.code, name: sameCode.name })
  const sameBarcode = part.barcode === null ? undefined : rows.partByBarcode(db, part.barcode)
  if (sameBarcode && sameBarcode.id !== own)
    return refuse('barcodeTaken', { field: `${at}barcode`, code: sameBarcode.code, name: sameBarcode.name })
  if (part.serialTracked && part.decimals > 0) return refuse('serialNeedsWhole', { field: `${at}decimals` })
  return undefined
}

const barcodeOf = (given: string | null): string | null => (given === null ? null : barcodeText(given))

export const addPart = (ctx: Writing, input: Adding): Part | Refused => {
  const part = { ...input, barcode: barcodeOf(input.barcode) }
  const wrong = problem(ctx.db, part, '', '')
  if (wrong) return wrong
  const { id, rowid } = add(ctx, 'part', part, { code_key: codeKey(part.code) })
  rows.insertTokens(ctx.db, rowid, ctx.services.tokens.partTokens(part))
  return after(ctx.db, id)
}

const SEARCHED = ['code', 'name', 'spec', 'models'] as const

export const changePart = (ctx: Writing, input: Changing): Part | Refused => {
  const before = rows.readPart(ctx.db, input.id)
  if (!before) return refuse('unknownPart', { field: 'id' })
  const { barcode, ...others } = input.changes
  const fields = differing(
    before,
    barcode === undefined ? others : { ...others, barcode: barcodeOf(barcode) },
  )
  const wanted = { ...before, ...fields } as Part
  const wrong = problem(ctx.db, wanted, before.id, 'changes.')
  if (wrong) return wrong
  const isCountedAnew = wanted.decimals !== before.decimals || wanted.serialTracked !== before.serialTracked
  if (isCountedAnew && hasStock(ctx.db, before.id))
    return wanted.decimals === before.decimals
      ? refuse('serialInUse', { field: 'changes.serialTracked' })
      : refuse('decimalsInUse', { field: 'changes.decimals', decimals: before.decimals })
  write(ctx, 'part', before, fields, fields['code'] === undefined ? {} : { code_key: codeKey(wanted.code) })
  if (SEARCHED.some((field) => fields[field] !== undefined))
    rows.renewTokens(ctx.db, before.id, ctx.services.tokens.partTokens(wanted))
  return after(ctx.db, before.id)
}
