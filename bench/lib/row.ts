// One figure with its goal. A bench reports; it never fails anything.

export type Detail = string | Readonly<Record<string, unknown>>
export type Row = Readonly<{
  id: string
  value: number
  unit: string
  goal: string
  ok: boolean
  /** Both sides, medians, spreads, sizes. */
  detail: Detail
}>

export type BenchOptions = Readonly<{
  quick: boolean
  /** An empty folder on a real disk, removed afterwards. */
  workDir: string
  /** The figures that were asked for; a bench may leave out the work of others. */
  ids: readonly string[]
}>

export type Run = (options: BenchOptions) => Promise<readonly Row[]>

/** Judges a value by a goal such as `>= 0.65` or `< 5`. */
export const row = (id: string, value: number, unit: string, goal: string, detail: Detail): Row => {
  const [sign, limit] = goal.split(' ') as [string, string]
  const bound = Number(limit)
  const holds: Readonly<Record<string, boolean>> = {
    '>=': value >= bound,
    '<=': value <= bound,
    '<': value < bound,
    '>': value > bound,
  }
  return { id, value: rounded(value), unit, goal, ok: holds[sign] ?? false, detail }
}

/** Three significant decimals below ten, one above. */
export const rounded = (value: number): number => Number(value.toFixed(Math.abs(value) < 10 ? 3 : 1))
