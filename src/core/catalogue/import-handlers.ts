// Taking in and writing out the catalogue as a file. Reading and planning happen in the worker; the command itself
// only writes what was planned, in its one transaction.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { catalogues } from '#shared/contract/catalogue-import.ts'
import { isRefused, refuse, type Refused } from '#shared/kernel/result.ts'
import type { CommandContext, QueryContext } from '#core/command/context.ts'
import { implement, prepared } from '#core/command/registry.ts'
import { writeDurably } from '#core/db/durable-file.ts'
import { newFields } from './import/fields.ts'
import type { ImportPlan } from './import/index.ts'
import { partsChangedSince } from './import/since.ts'
import { insertTokens, renewTokens } from './repository.ts'

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

const plan = async (ctx: QueryContext, file: string, withRows: boolean): Promise<ImportPlan | Refused> => {
  const path = join(ctx.dir.imports, file)
  // A name, never a way out of the folder.
  if (/[/\\\0]|^\.\.?$/.test(file) || !existsSync(path) || !statSync(path).isFile())
    return refuse('unknownImportFile', { field: 'file' })
  const language = ctx.shop?.language === 'en' ? 'en' : 'zh-CN'
  return ctx.services.worker.run('planImport', { database: ctx.dir.database, file: path, language, withRows })
}

/** One audit entry for all: each part has its operation. */
const carryOut = (ctx: CommandContext, { adds, changes }: ImportPlan): void => {
  for (const { values, codeKey, tokens } of adds) {
    const fields = newFields(values)
    fields['createdAt'] = ctx.now
    const rowid = ctx.insert('part', ctx.newId(), fields, 'part.added', { code_key: codeKey })
    insertTokens(ctx.db, rowid, tokens)
  }
  for (const { id, fields, codeKey, tokens } of changes) {
    ctx.update('part', id, fields, 'part.changed', codeKey === undefined ? {} : { code_key: codeKey })
    if (tokens !== undefined) renewTokens(ctx.db, id, tokens)
  }
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

  previewImport: async (ctx, { file }) => {
    const planned = await plan(ctx, file, false)
    return isRefused(planned) ? planned : planned.preview
  },

  import: prepared<typeof catalogues.procedures.import, ImportPlan>({
    prepare: async (ctx, { file }) => {
      const planned = await plan(ctx, file, true)
      if (isRefused(planned)) return planned
      const [first] = planned.preview.problems
      return first
        ? refuse('importHasProblems', { field: 'file', wrong: planned.preview.wrong, first })
        : planned
    },
    run: (ctx, { file }, planned) => {
      if (partsChangedSince(ctx.db, planned.operation)) return refuse('catalogueChanged', { field: 'file' })
      carryOut(ctx, planned)
      const { rows, added, changed, unchanged } = planned.preview
      const counts = { rows, added, changed, unchanged }
      ctx.audit({ action: 'catalogue.imported', object: 'part', objectId: file, details: counts })
      ctx.changed('part')
      return counts
    },
  }),

  export: async (ctx, { format, language }) => {
    const { parts, bytes } = await ctx.services.worker.run('exportCatalogue', {
      database: ctx.dir.database,
      format,
      language,
    })
    return { parts, data: Buffer.from(bytes).toString('base64') }
  },
})
