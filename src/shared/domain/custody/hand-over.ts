// What a pick-up compares (rules CLS-3, CLS-7): things that came in with things that go out.
import { accessoryKey, accessoryNames } from './items.ts'

export type ConfigurationLine = Readonly<{ kind: string; text: string; serial: string }>
export type Difference = Readonly<{
  kind: string
  /** What stood on the intake form; empty for a part that is new. */
  before: string
  /** What is in the machine now; empty for a part that is gone. */
  after: string
}>

const words = ({ text, serial }: ConfigurationLine): string =>
  [text, serial].filter((word) => word !== '').join(' · ')

/** The lines that are not the same as at intake, in the order of the form. A swapped serial number is one. */
export const configurationDifferences = (
  before: readonly ConfigurationLine[],
  after: readonly ConfigurationLine[],
): readonly Difference[] => {
  const left = [...after]
  const differences: Difference[] = []
  for (const line of before) {
    const same = left.findIndex((other) => other.kind === line.kind && words(other) === words(line))
    if (same >= 0) {
      left.splice(same, 1)
      continue
    }
    const changed = left.findIndex(
      (other) =>
        other.kind === line.kind &&
        !before.some((one) => one !== line && one.kind === other.kind && words(one) === words(other)),
    )
    const [now] = changed >= 0 ? left.splice(changed, 1) : []
    differences.push({ kind: line.kind, before: words(line), after: now ? words(now) : '' })
  }
  for (const line of left) differences.push({ kind: line.kind, before: '', after: words(line) })
  return differences
}

/** Every thing that must be in the customer's hands when the order ends, by its key. */
export const itemsToAccountFor = (
  accessories: readonly Readonly<{ name: string; count: number }>[],
  hasMachine: boolean,
): readonly Readonly<{ item: string; name: string }>[] => [
  ...(hasMachine ? [{ item: 'machine', name: 'machine' }] : []),
  ...accessoryNames(accessories).map((name, index) => ({ item: accessoryKey(index + 1), name })),
]
