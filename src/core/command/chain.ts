// The two hash chains: the outbox (what headquarters will get) and the audit log (rule STF-3). Each row's
// hash covers the one before it, so a changed, missing or reordered row shows.
import { hash } from 'node:crypto'
import type { JsonValue } from '#shared/kernel/result.ts'

export const CHAIN_START = new Uint8Array(32)

let scratch = Buffer.alloc(64 * 1024)

/** sha256(previous hash ‖ JSON of the row's values in their fixed order). */
export const chainHash = (previous: Uint8Array, values: readonly JsonValue[]): Buffer => {
  const json = JSON.stringify(values)
  const most = previous.length + json.length * 3
  if (most > scratch.length) scratch = Buffer.alloc(most * 2)
  scratch.set(previous)
  const length = previous.length + scratch.write(json, previous.length, 'utf8')
  return hash('sha256', scratch.subarray(0, length), 'buffer')
}

export type OutboxRow = Readonly<{
  seq: number
  origin: string
  hlc: number
  entity: string
  entity_id: string
  kind: string
  owner_epoch: number
  base_ver: number
  sv: number
  fields: string
  h: Uint8Array
}>

export const outboxHash = (previous: Uint8Array, row: Omit<OutboxRow, 'h'>): Buffer =>
  chainHash(previous, [
    row.origin,
    row.seq,
    row.hlc,
    row.entity,
    row.entity_id,
    row.kind,
    row.owner_epoch,
    row.base_ver,
    row.sv,
    row.fields,
  ])

const COMMA = 0x2c
const CLOSE = 0x5d

/** What {@link outboxHash} answers, from fields that were made ready by {@link hashedFields}. */
export const outboxHashOfReady = (
  previous: Uint8Array,
  row: Omit<OutboxRow, 'h' | 'fields'>,
  fields: Uint8Array,
): Buffer => {
  const head = JSON.stringify([
    row.origin,
    row.seq,
    row.hlc,
    row.entity,
    row.entity_id,
    row.kind,
    row.owner_epoch,
    row.base_ver,
    row.sv,
  ])
  const most = previous.length + head.length * 3 + fields.length + 1
  if (most > scratch.length) scratch = Buffer.alloc(most * 2)
  scratch.set(previous)
  let length = previous.length + scratch.write(head, previous.length, 'utf8')
  scratch[length - 1] = COMMA
  scratch.set(fields, length)
  length += fields.length
  scratch[length] = CLOSE
  return hash('sha256', scratch.subarray(0, length + 1), 'buffer')
}

/** The text of an operation's fields as the hash of its row covers it. */
export const hashedFields = (fields: string): Uint8Array => Buffer.from(JSON.stringify(fields))

export type AuditRow = Readonly<{
  seq: number
  at: number
  staff_id: string | null
  terminal: string
  action: string
  object: string
  object_id: string
  details: string
  prev_hash: Uint8Array
  hash: Uint8Array
}>

export const auditHash = (previous: Uint8Array, row: Omit<AuditRow, 'prev_hash' | 'hash'>): Buffer =>
  chainHash(previous, [
    row.seq,
    row.at,
    row.staff_id,
    row.terminal,
    row.action,
    row.object,
    row.object_id,
    row.details,
  ])
