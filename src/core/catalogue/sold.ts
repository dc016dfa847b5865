// Service items and packages: adding, changing, and what a package stands for.
import type { z } from 'zod'
import type { packages, PartsPackage, ServiceItem, serviceItems } from '#shared/contract/catalogue.ts'
import { codeKey, expandPackage, type PriceGroup, WHOLE_PERCENT } from '#shared/domain/catalogue/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import { fold } from '#shared/kernel/text.ts'
import type { Writing } from '#core/command/context.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { add, differing, type Local, write } from './change.ts'
import { readPart } from './repository.ts'
import * as rows from './repository-sold.ts'

type AddingService = z.output<(typeof serviceItems)['procedures']['add']['input']>
type ChangingService = z.output<(typeof serviceItems)['procedures']['change']['input']>
type AddingPackage = z.output<(typeof packages)['procedures']['add']['input']>
type ChangingPackage = z.output<(typeof packages)['procedures']['change']['input']>

const local = (ctx: Writing, { code, name }: Readonly<{ code: string; name: string }>): Local => ({
  code_key: codeKey(code),
  search_key: [fold(code), fold(name), ctx.services.tokens.initials(name)].join(' '),
})

const there = <T>(entry: T | undefined): T => {
  if (entry === undefined) throw new Error('the entry that was just written is not there')
  return entry
}

type Coded = Readonly<{ id: string; code: string; name: string }>
const codeProblem = (other: Coded | undefined, own: string, at: string): Refused | undefined =>
  other && other.id !== own
    ? refuse('codeTaken', { field: `${at}code`, code: other.code, name: other.name })
    : undefined

const commissionProblem = (item: Pick<ServiceItem, 'commission' | 'commissionValue'>, at: string) =>
  item.commission === 'percent' && item.commissionValue > WHOLE_PERCENT
    ? refuse('percentTooLarge', { field: `${at}commissionValue` })
    : undefined

export const addServiceItem = (ctx: Writing, input: AddingService): ServiceItem | Refused => {
  const wrong =
    codeProblem(rows.serviceItemByCodeKey(ctx.db, codeKey(input.code)), '', '') ??
    commissionProblem(input, '')
  if (wrong) return wrong
  return there(rows.readServiceItem(ctx.db, add(ctx, 'serviceItem', input, local(ctx, input)).id))
}

export const changeServiceItem = (ctx: Writing, input: ChangingService): ServiceItem | Refused => {
  const before = rows.readServiceItem(ctx.db, input.id)
  if (!before) return refuse('unknownServiceItem', { field: 'id' })
  const fields = differing(before, input.changes)
  const wanted = { ...before, ...fields } as ServiceItem
  const wrong =
    codeProblem(rows.serviceItemByCodeKey(ctx.db, codeKey(wanted.code)), before.id, 'changes.') ??
    commissionProblem(wanted, 'changes.')
  if (wrong) return wrong
  write(ctx, 'serviceItem', before, fields, local(ctx, wanted))
  return there(rows.readServiceItem(ctx.db, before.id))
}

/** Every item of a package has to be there. */
const itemsProblem = (db: ReadDb, items: PartsPackage['items'], at: string): Refused | undefined => {
  for (const [index, item] of items.entries()) {
    const field = `${at}items.${index}.id`
    if (item.kind === 'part' && !readPart(db, item.id)) return refuse('unknownPart', { field })
    if (item.kind === 'serviceItem' && !rows.readServiceItem(db, item.id))
      return refuse('unknownServiceItem', { field })
  }
  return undefined
}

export const addPackage = (ctx: Writing, input: AddingPackage): PartsPackage | Refused => {
  const wrong =
    codeProblem(rows.packageByCodeKey(ctx.db, codeKey(input.code)), '', '') ??
    itemsProblem(ctx.db, input.items, '')
  if (wrong) return wrong
  return there(rows.readPackage(ctx.db, add(ctx, 'package', input, local(ctx, input)).id))
}

export const changePackage = (ctx: Writing, input: ChangingPackage): PartsPackage | Refused => {
  const before = rows.readPackage(ctx.db, input.id)
  if (!before) return refuse('unknownPackage', { field: 'id' })
  const fields = differing(before, input.changes)
  const wanted = { ...before, ...fields } as PartsPackage
  const wrong =
    codeProblem(rows.packageByCodeKey(ctx.db, codeKey(wanted.code)), before.id, 'changes.') ??
    itemsProblem(ctx.db, wanted.items, 'changes.')
  if (wrong) return wrong
  write(ctx, 'package', before, fields, local(ctx, wanted))
  return there(rows.readPackage(ctx.db, before.id))
}

/** The lines of a package for a customer of this group, each with the words that stand on paper. */
export const packageLines = (
  db: ReadDb,
  { items }: PartsPackage,
  group: PriceGroup | null,
  times: number,
) => {
  const sold = items.map((item) => {
    const found = item.kind === 'part' ? readPart(db, item.id) : rows.readServiceItem(db, item.id)
    if (!found) throw new Error(`the package holds ${item.kind} ${item.id}, which is not there`)
    return { found, unit: 'unit' in found ? found.unit : '' }
  })
  const byItem = new Map(items.map((item, index) => [item, sold[index]?.found]))
  return expandPackage(items, group, (item) => byItem.get(item), times).map((line, index) => {
    const { found, unit } = there(sold[index])
    return { ...line, code: found.code, name: found.name, unit }
  })
}
