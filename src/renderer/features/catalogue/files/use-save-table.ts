// Saves a table where the person says; main asks for the place.
import { useState } from 'react'
import { useHost } from '#renderer/lib/api.ts'
import type { Outcome, Problem } from '#renderer/lib/problem.ts'
import { isRefusal } from '#renderer/lib/problem.ts'

export type Table = Readonly<{ fileName: string; format: 'csv' | 'xlsx'; data: string }>

export const useSaveTable = (onSaved: (fileName: string) => void) => {
  const host = useHost()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const save = async (make: () => Promise<Outcome<Table>>): Promise<void> => {
    setBusy(true)
    const made = await make()
    const saved = made.ok ? await host('host.saveTable', made.value) : made
    setBusy(false)
    setProblem(saved.ok || isRefusal(saved.problem, 'cancelled') ? undefined : saved.problem)
    if (saved.ok) onSaved(saved.value.fileName)
  }
  return { save, busy, problem }
}
