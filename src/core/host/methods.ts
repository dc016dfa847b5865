// `counter methods`: the whole contract as one JSON object, made from the contract itself.
import { z } from 'zod'
import type { Procedure } from '#shared/contract/define.ts'
import { commonRefusals } from '#shared/contract/common.ts'
import { procedures } from '#shared/contract/index.ts'

const schema = (type: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return rest
}

const refusalsOf = (shapes: Readonly<Record<string, z.ZodType>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(shapes).map(([code, type]) => [code, schema(type, 'output')]))

const describe = (procedure: Procedure): Record<string, unknown> => ({
  kind: procedure.kind,
  summary: procedure.summary,
  access: procedure.access,
  maxBytes: procedure.maxBytes,
  input: schema(procedure.input, 'input'),
  output: schema(procedure.output, 'output'),
  refusals: refusalsOf(procedure.refusals),
})

export const describeMethods = (): Record<string, unknown> => ({
  methods: Object.fromEntries([...procedures].map(([name, procedure]) => [name, describe(procedure)])),
  commonRefusals: refusalsOf(commonRefusals),
})
