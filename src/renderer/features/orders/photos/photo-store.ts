// Photos by their hash: the content never changes, so each is read once and kept for as long as the window has
// room for it.
import type { Outcome } from '../../../lib/problem.ts'

type Read = (hash: string) => Promise<Outcome<{ mime: string; data: string }>>
const MOST = 60

/** Answers addresses that an `img` shows. Older ones are given back when there are too many. */
export const createPhotoStore = (
  makeUrl: (bytes: Uint8Array<ArrayBuffer>, mime: string) => string,
  freeUrl: (url: string) => void,
) => {
  const known = new Map<string, Promise<Outcome<string>>>()
  const read = async (hash: string, ask: Read): Promise<Outcome<string>> => {
    const outcome = await ask(hash)
    if (!outcome.ok) {
      known.delete(hash)
      return outcome
    }
    const { mime, data } = outcome.value
    return {
      ok: true,
      value: makeUrl(
        Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)),
        mime,
      ),
    }
  }
  return (hash: string, ask: Read): Promise<Outcome<string>> => {
    const found = known.get(hash) ?? read(hash, ask)
    // Asked for last, given back last.
    known.delete(hash)
    known.set(hash, found)
    for (const [oldest, url] of known) {
      if (known.size <= MOST) break
      known.delete(oldest)
      void url.then((outcome) => outcome.ok && freeUrl(outcome.value))
    }
    return found
  }
}

export const photoUrl = createPhotoStore(
  (bytes, mime) => URL.createObjectURL(new Blob([bytes], { type: mime })),
  (url) => URL.revokeObjectURL(url),
)
