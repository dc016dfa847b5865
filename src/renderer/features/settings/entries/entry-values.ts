// Between what a form holds (texts and switches) and what the contract takes.
import type { Method, Params } from '#shared/contract/index.ts'
import type { CoreAnswer } from '#renderer/lib/api.ts'
import type { Outcome } from '#renderer/lib/problem.ts'
import { checkInput } from '#renderer/lib/use-field-problems.ts'
import type { EntryValues } from './entry-dialog.tsx'

export const textOf = (values: EntryValues, name: string): string => String(values[name] ?? '')

/** Names in a line, however they are separated. */
export const listOf = (values: EntryValues, name: string): string[] =>
  textOf(values, name)
    .split(/[,，、;；\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** A whole number, nothing, or something that the contract refuses. */
export const numberOf = (values: EntryValues, name: string): number | null => {
  const text = textOf(values, name).normalize('NFKC').trim()
  return text === '' ? null : Number(text)
}

/** The schema's verdict first, so that its words stand at the fields. */
export const checked = async <M extends Method, T>(
  method: M,
  params: Params<M>,
  run: (params: Params<M>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  const problem = checkInput(method, params)
  return problem ? { ok: false, problem } : run(params)
}

/** The list inside an answer, for a panel that knows only lists. */
export const listIn = <V, T>(
  answer: CoreAnswer<V>,
  list: (value: V) => readonly T[],
): CoreAnswer<readonly T[]> => ({
  ...answer,
  value: answer.value === undefined ? undefined : list(answer.value),
})
