// Taking in and writing out the catalogue as a file. Reading and planning happen in the worker; the command itself
// only writes what was planned, in its one transaction.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportKind } from '#shared/contract/catalogue-import.ts'
import { catalogues } from '#shared/contract/catalogue-import.ts'
import type { ServiceInFile } from '#shared/domain/catalogue/index.ts'
import { isRefused, refuse, type Refused } from '#shared/kernel/result.ts'
import type { CommandContext, QueryContext } from '#core/command/context.ts'
import { implement, prepared } from '#core/command/registry.ts'
import { writeDurably } from '#core/db/durable-file.ts'
import { serviceFields } from './import/fields.ts'
import type { Fields } from '#core/db/rows.ts'
import { hasStock } from './has-stock.ts'
import type { AddSlice } from './import/add-slices.ts'
import type { ImportPlan } from './import/index.ts'
import { readyParts } from './import/ready-parts.ts'
import type { ReadyPart } from './import/ready-parts.ts'
import { changedSince } from './import/since.ts'
import { insertTokens, renewTokens } from './repository.ts'
import { addServiceItem, changeServiceItem } from './sold.ts'

const LEAST_FREE_MIB = 200
const KEPT_MS = 86_400_000
/** Files that {@link catalogueEntries} put here itself; what a person put here stays. */
const OURS = /^[0-9a-f]{32}\.import$/

const sweep = (folder: string, now: number): void => {
  for (const name of readdirSync(folder)) {
    if (!OURS.test(name)) continue
    const path = join(folder, name)
    if (now - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true })
  }
}

type Asked = Readonly<{ file: string; kind: ImportKind }>

const plan = async (
  ctx: QueryContext,
  { file, kind }: Asked,
  onSlice?: (slice: AddSlice) => void,
): Promise<ImportPlan | Refused> => {
  const path = join(ctx.dir.imports, file)
  // A name, never a way out of the folder.
  if (/[/\\\0]|^\.\.?$/.test(file) || !existsSync(path) || !statSync(path).isFile())
    return refuse('unknownImportFile', { field: 'file' })
  const language = ctx.shop?.language === 'en' ? 'en' : 'zh-CN'
  const { database } = ctx.dir
  const withRows = onSlice !== undefined
  return ctx.services.worker.run('planImport', { database, file: path, kind, language, withRows }, onSlice)
}

/** What the transaction writes, made ready while the worker still reads. */
type Ready = Readonly<{ plan: ImportPlan; adds: readonly ReadyPart[] }>
/** Stock may have come since the file was read. */
const isCountedAnew = (fields: Fields): boolean =>
  fields['decimals'] !== undefined || fields['serialTracked'] !== undefined

/** One audit entry for all: each entry has its operation. */
const carryOut = (ctx: CommandContext, { adds, plan: { changes, services } }: Ready): void => {
  const rowids = adds.map(({ row }) => ctx.insertRow(row, ctx.newId(), 'part.added'))
  // Apart from the rows, so that the index is worked at in one go.
  for (const [i, { tokens }] of adds.entries()) insertTokens(ctx.db, rowids[i] as number, tokens)
  for (const { id, fields, codeKey, tokens } of changes) {
    ctx.update('part', id, fields, 'part.changed', codeKey === undefined ? {} : { code_key: codeKey })
    if (tokens !== undefined) renewTokens(ctx.db, id, tokens)
  }
  for (const { id, wanted } of services) carryOutService(ctx, id, wanted)
}

/** A shop has some hundred of them, so each goes the way of the form. */
const carryOutService = (ctx: CommandContext, id: string | null, wanted: ServiceInFile): void => {
  const fields = serviceFields(wanted)
  const { active } = wanted
  const item =
    id === null ? addServiceItem(ctx, fields) : changeServiceItem(ctx, { id, changes: { ...fields, active } })
  // Whatever could refuse it was judged with the file, and nothing changed since.
  if (isRefused(item)) throw new Error(`a planned service item is refused: ${JSON.stringify(item)}`)
  if (id === null && !active) changeServiceItem(ctx, { id: item.id, changes: { active } })
}

export const catalogueEntries = implement(catalogues, {
  putFile: prepared<typeof catalogues.procedures.putFile, { file: string; bytes: number }>({
    prepare: async (ctx, { data }) => {
      const freeMiB = ctx.services.freeMiB()
      if (freeMiB < LEAST_FREE_MIB) return refuse('diskNearlyFull', { freeMiB })
      const bytes = Buffer.from(data, 'base64')
      const file = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.import`
      sweep(ctx.dir.imports, ctx.now)
      writeDurably(join(ctx.dir.imports, file), bytes)
      return { file, bytes: bytes.length }
    },
    run: (_ctx, _input, stored) => stored,
  }),

  previewImport: async (ctx, asked) => {
    const planned = await plan(ctx, asked)
    return isRefused(planned) ? planned : planned.preview
  },

  import: prepared<typeof catalogues.procedures.import, Ready>({
    prepare: async (ctx, asked) => {
      const making = readyParts(ctx)
      const planned = await plan(ctx, asked, making.take)
      if (isRefused(planned)) return planned
      const [first] = planned.preview.problems
      if (!first) return { plan: planned, adds: await making.all() }
      making.drop()
      return refuse('importHasProblems', { field: 'file', wrong: planned.preview.wrong, first })
    },
    run: (ctx, { file, kind }, ready) => {
      const { plan: planned } = ready
      const isOutdated =
        changedSince(ctx.db, planned.operation, kind) ||
        planned.changes.some(({ id, fields }) => isCountedAnew(fields) && hasStock(ctx.db, id))
      if (isOutdated) return refuse('catalogueChanged', { field: 'file' })
      carryOut(ctx, ready)
      const { rows, added, changed, unchanged } = planned.preview
      const counts = { rows, added, changed, unchanged }
      ctx.audit({ action: 'catalogue.imported', object: kind, objectId: file, details: counts })
      ctx.changed(kind)
      return counts
    },
  }),

  export: async (ctx, { kind, format, language }) => {
    const { rows, bytes } = await ctx.services.worker.run('exportCatalogue', {
      database: ctx.dir.database,
      kind,
      format,
      language,
    })
    return { rows, data: Buffer.from(bytes).toString('base64') }
  },
})
