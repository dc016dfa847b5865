// The lines under the search field: hits in groups, then verbs. Pure, so that it can be tested and stays fast.
import type { Hit } from '#shared/contract/search.ts'
import type { Shortcut } from '../../lib/keys.ts'

export type Verb = Readonly<{ keys: string; label: string; initials: string; run: () => void }>
export type Row =
  | Readonly<{ key: string; group: Hit['kind']; hit: Hit }>
  | Readonly<{ key: string; group: 'verb'; verb: Verb }>
  /** Nobody was found: intake begins with what was typed. */
  | Readonly<{ key: 'new'; group: 'new'; text: string }>

const GROUPS = ['order', 'place', 'loaner', 'customer', 'device', 'visit'] as const
const MOST_VERBS = 12

/** Hits by group, orders first; within a group the core's order (latest order first) stays. */
export const hitRows = (hits: readonly Hit[]): Row[] =>
  GROUPS.flatMap((group) =>
    hits.filter((hit) => hit.kind === group).map((hit) => ({ key: `${hit.kind}-${hit.id}`, group, hit })),
  )

/** Verbs that fit: by their words, or by the initials of their pinyin. Nothing typed fits all. */
export const verbRows = (verbs: readonly Verb[], typed: string): Row[] => {
  const wanted = typed.trim().toLowerCase().normalize('NFKC')
  return verbs
    .filter(({ label, initials }) => label.toLowerCase().includes(wanted) || initials.startsWith(wanted))
    .slice(0, MOST_VERBS)
    .map((verb) => ({ key: `verb-${verb.keys}-${verb.label}`, group: 'verb' as const, verb }))
}

/** `>` asks for verbs alone. */
export const splitQuery = (text: string): { verbsOnly: boolean; rest: string } => {
  const folded = text.normalize('NFKC').trimStart()
  return folded.startsWith('>')
    ? { verbsOnly: true, rest: folded.slice(1) }
    : { verbsOnly: false, rest: text.trim() }
}

/** What stands under a text: all hits, and verbs after them; with nothing typed the verbs alone, as a lesson. */
export const rowsOf = (text: string, hits: readonly Hit[], verbs: readonly Verb[]): Row[] => {
  const { verbsOnly, rest } = splitQuery(text)
  if (verbsOnly || rest === '') return verbRows(verbs, rest)
  return [...hitRows(hits), ...verbRows(verbs, rest).slice(0, 5)]
}

/** Where the part that was typed stands in a text, for marking it; null when it is nowhere to be seen. */
export const markOf = (
  text: string,
  typed: string,
): readonly [before: string, mark: string, after: string] | null => {
  const wanted = typed.trim().normalize('NFKC').toLowerCase()
  if (wanted === '') return null
  const at = text.toLowerCase().indexOf(wanted)
  if (at < 0) return null
  return [text.slice(0, at), text.slice(at, at + wanted.length), text.slice(at + wanted.length)]
}

/** Each verb once, under the first of its keys; of a key the latest registration is in force. */
export const verbsOf = (
  shortcuts: readonly (Shortcut & { layer: number })[],
  initialsOf: (label: string) => string,
): Verb[] => {
  const byKeys = new Map<string, Shortcut>()
  for (const one of shortcuts) if (one.layer === 0 && one.keys !== 'Escape') byKeys.set(one.keys, one)
  const byLabel = new Map<string, Shortcut>()
  for (const one of byKeys.values()) if (!byLabel.has(one.label)) byLabel.set(one.label, one)
  return [...byLabel.values()].map(({ keys, label, run }) => ({
    keys,
    label,
    run,
    initials: initialsOf(label),
  }))
}

/** One line where nobody was found and the answer is in: Enter makes a new customer of what was typed. */
export const newRows = (text: string, waiting: boolean): Row[] => {
  const { verbsOnly, rest } = splitQuery(text)
  return waiting || verbsOnly || rest === '' ? [] : [{ key: 'new', group: 'new', text: rest }]
}
