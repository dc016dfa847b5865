// Taking photos in: each is made small, stored durably, and only then shown beside the machine.
import { useState } from 'react'
import { newId, useBridge } from '#renderer/lib/api.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { outcomeOf } from '#renderer/lib/problem.ts'
import { base64Of, bitmapOf, encodePhoto } from './encode-photo.ts'
import { machineAt, pathOf, useSession } from './session.ts'

export const MOST_PHOTOS = 12

export const usePhotos = (machineKey: string) => {
  const { call } = useBridge()
  const { store } = useSession()
  const [working, setWorking] = useState(0)
  const [problem, setProblem] = useState<Problem>()

  const hashes = (): readonly string[] => {
    const { form } = store.get()
    return form.machines[machineAt(form, machineKey)]?.photos ?? []
  }
  const set = (photos: readonly string[]): void =>
    store.change(`${pathOf(store.get().form, machineKey)}.photos`, (form) => ({
      ...form,
      machines: form.machines.map((one) => (one.key === machineKey ? { ...one, photos } : one)),
    }))

  const store1 = async (source: ImageBitmap | HTMLVideoElement | null): Promise<void> => {
    const jpeg = source && (await encodePhoto(source))
    if (!jpeg) return setProblem({ kind: 'refusal', code: 'notAPhoto', details: {} })
    const params = { mime: 'image/jpeg', data: await base64Of(jpeg) }
    const outcome = outcomeOf<{ hash: string }>(await call('attachment.put', params, newId()))
    if (!outcome.ok) return setProblem(outcome.problem)
    const { hash } = outcome.value
    if (!hashes().includes(hash)) set([...hashes(), hash])
  }

  const take = async (sources: readonly (Blob | HTMLVideoElement)[]): Promise<void> => {
    setProblem(undefined)
    const room = sources.slice(0, MOST_PHOTOS - hashes().length)
    for (const source of room) {
      setWorking((count) => count + 1)
      await store1(source instanceof Blob ? await bitmapOf(source) : source)
      setWorking((count) => count - 1)
    }
  }

  return { take, working, problem, remove: (hash: string) => set(hashes().filter((one) => one !== hash)) }
}

/** The pictures in what was pasted or dropped. */
export const picturesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
