// Branches, trading partners and model warnings. Nothing is ever deleted, only taken out of use.
import type { ModelWarning } from '#shared/contract/directory.ts'
import { directories } from '#shared/contract/directory.ts'
import { refuse } from '#shared/kernel/result.ts'
import { fold } from '#shared/kernel/text.ts'
import type { CommandContext } from '#core/command/context.ts'
import { implement } from '#core/command/registry.ts'
import type { EntityName } from '#core/db/entities.ts'
import type { ReadDb } from '#core/db/handle.ts'
import type { Fields } from '#core/db/rows.ts'
import * as rows from './repository.ts'

type Kind = 'branch' | 'partner' | 'deviceWarning'
const TAGS = {
  branch: 'branch',
  partner: 'partner',
  deviceWarning: 'deviceWarning',
} as const satisfies Record<Kind & EntityName, string>

const after = <T>(entry: T | undefined): T => {
  if (entry === undefined) throw new Error('the entry that was just written is not there')
  return entry
}

const add = <T>(
  ctx: CommandContext,
  kind: Kind,
  fields: Fields,
  read: (db: ReadDb, id: string) => T | undefined,
): T => {
  const id = ctx.newId()
  ctx.insert(kind, id, { ...fields, active: true, createdAt: ctx.now }, `${kind}.added`)
  ctx.audit({ action: `${kind}.added`, object: kind, objectId: id })
  ctx.changed(TAGS[kind])
  return after(read(ctx.db, id))
}

/** Writes what differs from before; nothing when nothing does. */
const change = <T extends object>(
  ctx: CommandContext,
  kind: Kind,
  id: string,
  before: T,
  wanted: Readonly<Record<string, unknown>>,
  read: (db: ReadDb, id: string) => T | undefined,
): T => {
  const fields: Fields = {}
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined || JSON.stringify(value) === JSON.stringify(before[key as keyof T])) continue
    fields[key] = value as Fields[string]
  }
  if (Object.keys(fields).length === 0) return before
  ctx.update(kind, id, fields, `${kind}.changed`)
  ctx.audit({
    action: `${kind}.changed`,
    object: kind,
    objectId: id,
    details: { fields: Object.keys(fields) },
  })
  ctx.changed(TAGS[kind])
  return after(read(ctx.db, id))
}

/** Letters of any case, full or half width, with or without blanks between: one model. */
const modelKey = (words: string): string => fold(words).replace(/\s+/g, '')

/** Of this brand (or any), and of this model or of the whole brand. */
const isAbout = (warning: ModelWarning, brand: string, model: string): boolean =>
  (warning.brand === '' || modelKey(warning.brand) === modelKey(brand)) &&
  (warning.model === '' || modelKey(warning.model) === modelKey(model))

const unknown = refuse('unknownEntry', { field: 'id' })

export const directoryEntries = implement(directories, {
  branches: (ctx) => ({ branches: rows.listBranches(ctx.db) }),

  addBranch: (ctx, input) => {
    if (input.code === ctx.shop?.branchCode) return refuse('ownBranchCode', { field: 'code' })
    const taken = rows.branchByCode(ctx.db, input.code)
    if (taken) return refuse('branchCodeTaken', { field: 'code', name: taken.name })
    return add(ctx, 'branch', input, rows.readBranch)
  },

  changeBranch: (ctx, input) => {
    const before = rows.readBranch(ctx.db, input.id)
    return before ? change(ctx, 'branch', input.id, before, input.changes, rows.readBranch) : unknown
  },

  partners: (ctx) => ({ partners: rows.listPartners(ctx.db) }),

  addPartner: (ctx, input) => {
    const taken = rows.partnerNamed(ctx.db, input.name)
    if (taken !== undefined) return refuse('partnerNameTaken', { field: 'name', name: taken })
    return add(ctx, 'partner', input, rows.readPartner)
  },

  changePartner: (ctx, input) => {
    const before = rows.readPartner(ctx.db, input.id)
    if (!before) return unknown
    const { name, active } = { ...before, ...input.changes }
    const taken = active ? rows.partnerNamed(ctx.db, name, input.id) : undefined
    if (taken !== undefined) return refuse('partnerNameTaken', { field: 'changes.name', name: taken })
    return change(ctx, 'partner', input.id, before, input.changes, rows.readPartner)
  },

  warnings: (ctx) => ({ warnings: rows.listWarnings(ctx.db) }),

  warningsFor: (ctx, input) => ({
    // A shop keeps a handful of them.
    warnings: rows
      .listWarnings(ctx.db)
      .filter((warning) => warning.active && isAbout(warning, input.brand, input.model))
      .map(({ id, text }) => ({ id, text })),
  }),

  addWarning: (ctx, input) => add(ctx, 'deviceWarning', input, rows.readWarning),

  changeWarning: (ctx, input) => {
    const before = rows.readWarning(ctx.db, input.id)
    return before ? change(ctx, 'deviceWarning', input.id, before, input.changes, rows.readWarning) : unknown
  },
})
