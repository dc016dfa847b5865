// What is wrong with a field: what the panel found before sending, else what the core answered about it.
import { useTranslation } from 'react-i18next'
import { loose } from '../../../lib/i18n.ts'
import type { Problem } from '../../../lib/problem.ts'
import { fieldProblems } from '../../../lib/problem-text.ts'
import type { FieldProblem, FieldSpec } from './field-model.ts'

export const useFieldWords = (
  found: Readonly<Record<string, FieldProblem>>,
  problem: Problem | undefined,
) => {
  const { t } = useTranslation()
  const { t: verbs } = useTranslation('verbs')
  const told = fieldProblems(problem, loose(t))
  const missing =
    problem?.kind === 'refusal' && problem.code === 'fieldMissing' && Array.isArray(problem.details.missing)
      ? problem.details.missing.map(String)
      : []
  return (field: Pick<FieldSpec, 'name' | 'also'>): string | undefined => {
    const own = found[field.name]
    if (own !== undefined) return verbs(`problem.${own}`)
    const names = [field.name, ...(field.also ?? [])]
    if (names.some((name) => missing.includes(name))) return verbs('problem.required')
    return Object.entries(told).find(([path]) =>
      names.some((name) => path === name || path.startsWith(`${name}.`)),
    )?.[1]
  }
}
