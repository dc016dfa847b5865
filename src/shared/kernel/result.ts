// Why: an expected business "no" is a value that crosses every border unchanged; only bugs and I/O throw.

/** What survives JSON unchanged: the only kind of data that crosses a process border. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** A business "no": `refusal` is its code (camelCase), the rest names the field and the way out. */
export type Refusal<Code extends string = string> = { readonly refusal: Code } & Readonly<
  Record<string, JsonValue>
>

/** The tagged form in which functions return a {@link Refusal} beside their ordinary values. */
export type Refused<Code extends string = string> = { readonly refused: Refusal<Code> }

/** Makes a refusal; `details` may name anything but `refusal` itself (the code wins). */
export const refuse = <Code extends string>(
  refusal: Code,
  details: Readonly<Record<string, JsonValue>> = {},
): Refused<Code> => ({ refused: { ...details, refusal } })

/** True for what {@link refuse} made; narrows a union such as `number | Refused` on both sides. */
export const isRefused = (value: unknown): value is Refused => {
  if (typeof value !== 'object' || value === null || !('refused' in value)) return false
  const { refused } = value
  return (
    typeof refused === 'object' &&
    refused !== null &&
    'refusal' in refused &&
    typeof refused.refusal === 'string'
  )
}
