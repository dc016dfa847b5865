// A key that an input method is eating is not ours. `isComposing` alone lags under some Linux input methods;
// 229 catches these, also where the composition ended just before the Enter that commits it.

export type KeyLike = Readonly<{
  key: string
  code: string
  keyCode: number
  isComposing?: boolean
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
  metaKey: boolean
}>

export const isImeKey = (event: Pick<KeyLike, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing === true || event.keyCode === 229

/** True where keys write text: shortcuts without a modifier keep out of there. */
export const isEditable = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !NOT_TEXT.has(target.type)
}
const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file'])

/** `1`–`9` and `0` by the place of the key, with or without the number pad; null for any other. */
export const digitOf = (
  event: Pick<KeyLike, 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>,
): number | null => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  return digit === undefined ? null : Number(digit)
}
