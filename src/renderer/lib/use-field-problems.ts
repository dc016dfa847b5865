// Puts what the core (or the same schema, asked before) says about fields at these fields of an antd form, and
// the focus on the first bad one. antd reads them out in a live region.
import { useEffect } from 'react'
import type { FormInstance } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Method, Params } from '#shared/contract/index.ts'
import { procedures } from '#shared/contract/index.ts'
import { loose } from './i18n.ts'
import type { Problem } from './problem.ts'
import { fieldProblems } from './problem-text.ts'

/** The schema's verdict before anything is sent; undefined if it is sound. */
export const checkInput = <M extends Method>(method: M, params: Params<M>): Problem | undefined => {
  const parsed = procedures.get(method)?.input.safeParse(params)
  if (parsed === undefined || parsed.success) return undefined
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }))
  return { kind: 'badInput', issues }
}

/** `names` (a constant) says which fields of the contract the form has and under which name. */
export const useFieldProblems = (
  form: FormInstance,
  problem: Problem | undefined,
  names: Readonly<Record<string, string>>,
): void => {
  const { t } = useTranslation()
  useEffect(() => {
    const words = fieldProblems(problem, loose(t))
    const fields = Object.entries(names).map(([path, name]) => ({
      name,
      errors: words[path] ? [words[path]] : [],
    }))
    form.setFields(fields)
    const first = fields.find(({ errors }) => errors.length > 0)
    if (first) form.focusField(first.name)
  }, [problem, form, t, names])
}
