// Taking in a file, step by step: chosen, looked at, taken in. Nothing is written before the person has seen what it
// would do.
import { useState } from 'react'
import type { ImportKind, ImportPreview } from '#shared/contract/catalogue-import.ts'
import type { Value } from '#shared/contract/index.ts'
import { useAsk, useCoreCommand } from '#renderer/lib/api.ts'
import type { Problem } from '#renderer/lib/problem.ts'

const MOST_BYTES = 20 * 1024 * 1024

export type Looked = Readonly<{ name: string; file: string; kind: ImportKind; preview: ImportPreview }>
export type Taken = Readonly<{ name: string; counts: Value<'catalogue.import'> }>

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const text = String(reader.result)
      resolve(text.slice(text.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')))
    reader.readAsDataURL(file)
  })

const refusal = (code: string, details: Readonly<Record<string, string | number>>): Problem => ({
  kind: 'refusal',
  code,
  details: { field: 'file', ...details },
})

export const useImport = (kind: ImportKind) => {
  const ask = useAsk()
  const put = useCoreCommand('catalogue.putFile')
  const take = useCoreCommand('catalogue.import')
  const [looked, setLooked] = useState<Looked | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  const lookAt = async (name: string, file: string): Promise<Problem | undefined> => {
    const preview = await ask('catalogue.previewImport', { file, kind })
    if (preview.ok) setLooked({ name, file, kind, preview: preview.value })
    return preview.ok ? undefined : preview.problem
  }
  const read = async (file: File): Promise<Problem | undefined> => {
    if (file.size > MOST_BYTES) return refusal('importTooLarge', { bytes: file.size, most: MOST_BYTES })
    // A file that was saved again after it was chosen cannot be read any more.
    const data = await base64Of(file).catch(() => null)
    if (data === null) return refusal('importUnreadable', { why: 'damaged' })
    const stored = await put.run({ data })
    return stored.ok ? lookAt(file.name, stored.value.file) : stored.problem
  }
  const within = async (work: () => Promise<Problem | undefined>): Promise<void> => {
    setBusy(true)
    setProblem(await work())
    setBusy(false)
  }
  return {
    looked,
    taken,
    busy,
    problem,
    choose: (file: File) => {
      setLooked(null)
      setTaken(null)
      return within(() => read(file))
    },
    takeIn: async () => {
      if (looked === null || busy) return
      await within(async () => {
        const outcome = await take.run({ file: looked.file, kind: looked.kind })
        if (outcome.ok) {
          setLooked(null)
          setTaken({ name: looked.name, counts: outcome.value })
          return undefined
        }
        // Somebody changed parts meanwhile: what the file would do now is another thing.
        await lookAt(looked.name, looked.file)
        return outcome.problem
      })
    },
    forget: () => {
      setLooked(null)
      setTaken(null)
      setProblem(undefined)
    },
  }
}
