// Inputs made from the contract's own JSON Schemas: mostly legal, of every optional field now there and now not.
import fc from 'fast-check'
import { z } from 'zod'
import type { Procedure } from '#shared/contract/define.ts'

type Schema = Readonly<{
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  $ref?: string
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
}>

/** Texts that fit a format or a pattern of the contract, and words of the trade for the rest. */
const WORDS = [
  '张三',
  '李四',
  '13800138000',
  '0755-83001234',
  '开不了机',
  'ThinkPad T480',
  'SN1',
  'a b',
  '䶮',
  '',
]

const text = (schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> => {
  const { format, pattern, maxLength = 40 } = schema
  if (format === 'uuid') return fc.constantFrom(...known)
  if (format === 'date') return fc.constantFrom('2026-01-02', '2026-11-22', '2030-12-31')
  if (format === 'base64') return fc.base64String({ maxLength: 40 })
  if (pattern?.includes('0-9a-f]{64}')) return fc.constantFrom('0'.repeat(64), 'f'.repeat(64))
  if (pattern !== undefined) {
    const fitting = ['1001', 'AB12', '0755', '13800138000', ''].filter((word) =>
      new RegExp(pattern, 'u').test(word),
    )
    return fitting.length > 0 ? fc.constantFrom(...fitting) : fc.stringMatching(new RegExp(pattern, 'u'))
  }
  return fc.oneof(
    fc.constantFrom(...WORDS.filter((word) => word.length <= maxLength)),
    fc.string({ unit: 'binary', maxLength: Math.min(maxLength, 30) }),
  )
}

const number = ({ minimum = 0, maximum = 1000 }: Schema): fc.Arbitrary<number> => {
  const min = Math.max(minimum, -1000)
  return fc.oneof(
    fc.integer({ min, max: Math.max(min, Math.min(maximum, 1000)) }),
    fc.constantFrom(minimum, Math.min(maximum, Number.MAX_SAFE_INTEGER)),
  )
}

const object = (schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> => {
  const { properties, required = [], additionalProperties } = schema
  if (!properties) {
    return typeof additionalProperties === 'object'
      ? fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
      : fc.constant({})
  }
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, arbitraryOf(inner, known)]),
  )
  return fc.record(fields, {
    requiredKeys: required.filter((name) => name in properties),
    noNullPrototype: true,
  })
}

const arbitraryOf = (schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined) return fc.jsonValue({ maxDepth: 3 })
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const several = schema.anyOf ?? schema.oneOf
  if (several) return fc.oneof(...several.map((one) => arbitraryOf(one, known)))
  const [first, ...more] = schema.allOf ?? []
  if (first) return arbitraryOf(Object.assign({}, schema, first, ...more, { allOf: undefined }), known)
  switch (schema.type) {
    case 'string':
      return text(schema, known)
    case 'integer':
    case 'number':
      return number(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { minItems = 0, maxItems = 3 } = schema
      return fc.array(arbitraryOf(schema.items ?? {}, known), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 3)),
      })
    }
    case 'object':
      return object(schema, known)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

/** `known` are ids that exist, and one that does not: a legal id of the wrong kind is an input too. */
export const inputsOf = (procedure: Procedure, known: readonly string[]): fc.Arbitrary<unknown> =>
  arbitraryOf(z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }) as Schema, known)
