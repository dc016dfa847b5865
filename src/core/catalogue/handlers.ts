// The catalogue's procedures.
import { packages, parts, serviceItems } from '#shared/contract/catalogue.ts'
import { codeKey } from '#shared/domain/catalogue/index.ts'
import { refuse } from '#shared/kernel/result.ts'
import { implement } from '#core/command/registry.ts'
import { findParts, findServiceItems } from './find.ts'
import { addPart, changePart, partOfBarcode } from './parts.ts'
import { listParts, readPart } from './repository.ts'
import * as rows from './repository-sold.ts'
import { addPackage, addServiceItem, changePackage, changeServiceItem, packageLines } from './sold.ts'

export const partEntries = implement(parts, {
  list: (ctx, { after = '', limit, kind, active }) => {
    // One more than asked says whether there is more.
    const found = listParts(ctx.db, { after, limit: limit + 1, kind, active })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return { parts: page, next: found.length > limit && last ? codeKey(last.code) : null }
  },
  find: (ctx, input) => ({ parts: findParts(ctx.db, input) }),
  get: (ctx, { id }) => readPart(ctx.db, id) ?? refuse('unknownPart', { field: 'id' }),
  ofBarcode: (ctx, { barcode }) => ({ part: partOfBarcode(ctx.db, barcode) ?? null }),
  add: addPart,
  change: changePart,
})

export const serviceItemEntries = implement(serviceItems, {
  list: (ctx) => ({ serviceItems: rows.listServiceItems(ctx.db) }),
  find: (ctx, { text, limit }) => ({
    serviceItems: findServiceItems(ctx.db, text, limit),
  }),
  get: (ctx, { id }) => rows.readServiceItem(ctx.db, id) ?? refuse('unknownServiceItem', { field: 'id' }),
  add: addServiceItem,
  change: changeServiceItem,
})

export const packageEntries = implement(packages, {
  list: (ctx) => ({ packages: rows.listPackages(ctx.db) }),
  get: (ctx, { id }) => rows.readPackage(ctx.db, id) ?? refuse('unknownPackage', { field: 'id' }),
  expand: (ctx, { id, group, times }) => {
    const found = rows.readPackage(ctx.db, id)
    if (!found) return refuse('unknownPackage', { field: 'id' })
    return { lines: packageLines(ctx.db, found, group, times) }
  },
  add: addPackage,
  change: changePackage,
})
