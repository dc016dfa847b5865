// `counter methods`: the whole contract as one JSON object, with schemas that validate.
import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { procedures } from '#shared/contract/index.ts'
import { visit } from '#test/support/core.ts'
import { runCounter } from '#test/support/counter-process.ts'

// Each start of a process is a second or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

type Described = Record<
  string,
  {
    kind: string
    summary: string
    input: z.core.JSONSchema.JSONSchema
    output: z.core.JSONSchema.JSONSchema
    refusals: Record<string, z.core.JSONSchema.JSONSchema>
  }
>

it('prints every procedure with its kind, refusals, and JSON Schemas of input and output that can be used', async () => {
  const { code, stdout, stderr } = await runCounter(['methods'])
  const { methods, commonRefusals } = JSON.parse(stdout) as { methods: Described; commonRefusals: object }
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const kinds = Object.fromEntries(Object.entries(methods).map(([name, { kind }]) => [name, kind]))
  expect(kinds).toEqual(Object.fromEntries([...procedures].map(([name, { kind }]) => [name, kind])))
  expect(Object.keys(commonRefusals)).toEqual(
    expect.arrayContaining(['notSignedIn', 'notAllowed', 'storage', 'commandIdReused']),
  )
  for (const [name, { input, output, refusals, summary }] of Object.entries(methods)) {
    expect(Object.keys(refusals)).toEqual(Object.keys(procedures.get(name)?.refusals ?? {}))
    expect(summary).toMatch(/\.$/)
    for (const schema of [input, output, ...Object.values(refusals)])
      expect(() => z.fromJSONSchema(schema)).not.toThrow()
  }
  const visitCreate = z.fromJSONSchema(methods['visit.create']?.input as z.core.JSONSchema.JSONSchema)
  expect(visitCreate.safeParse(visit()).success).toBe(true)
  expect(visitCreate.safeParse({ ...visit(), machines: [] }).success).toBe(false)
})
