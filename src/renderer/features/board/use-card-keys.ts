// The letters of the board: M what can be done, A dispatch, U urge. No text is typed here, so that no input method
// stands in between; the place of the key counts, not its letter.
import type { KeyboardEvent } from 'react'
import type { BoardCard } from '#shared/contract/board.ts'
import { isEditable, isImeKey } from '../../lib/ime.ts'
import type { CardActs } from './use-card-acts.ts'

export const useCardKeys =
  (card: BoardCard | undefined, acts: CardActs) =>
  (event: KeyboardEvent): void => {
    if (!card || isEditable(event.target)) return
    // An input method that is left on reports letters as its own; here they are ours, since nothing is composed.
    if (isImeKey(event.nativeEvent) && event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return
    if (event.code === 'KeyM') void acts.showMenu(card)
    else if (event.code === 'KeyA') void acts.give(card, 'dispatch')
    else if (event.code === 'KeyU') acts.urge(card)
    else return
    event.preventDefault()
  }
