// A key as it stands on the keyboard, beside the verb it does.
import type { Chord } from '../lib/keys.ts'

/** Hidden from screen readers: the verb's own label is what they read. */
export const KeyCap = ({ keys }: { keys: Chord }) => (
  <kbd className="key-cap" aria-hidden="true">
    {keys}
  </kbd>
)
