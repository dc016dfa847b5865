// How much our path from a paper's data to its bytes adds to what pdfmake itself needs for the same page:
// mask, template, texts, widths, heights, bar codes. Both run in turn, in one process, with warm fonts.
import { copyOf, maskPaper } from '#shared/domain/papers/index.ts'
import { loadCoder } from '#core/print/codes.ts'
import { compile } from '#core/print/compile.ts'
import { renderPaper } from '#core/print/index.ts'
import { loadPress } from '#core/print/press.ts'
import { loadTemplate } from '#core/print/templates.ts'
import { repairOrder } from '#test/print/sample-papers.ts'

type Row = { id: string; value: number; unit: string; goal: string; ok: boolean; detail: string }

const goal = 1.2
const language = 'zh-CN'

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** pdfmake changes a definition while it lays it out, so each run gets a fresh one, made off the clock. */
const freshDefinition = async () => {
  const [{ measure }, coder] = await Promise.all([loadPress(), loadCoder()])
  const { template } = loadTemplate('repairOrder', undefined, language)
  const data = maskPaper('repairOrder', 'customer', repairOrder)
  const copy = copyOf('repairOrder', 'customer')
  return compile(template, [{ ...data }], { copy, paper: 'b5jis', language, measure, coder })
}

/** `pdf-warm-ratio`: median of our time over bare pdfmake's time with the same definition and fonts. */
export const run = async ({ quick }: { quick: boolean }): Promise<Row[]> => {
  const rounds = quick ? 9 : 41
  const { engine } = await loadPress()
  const ours = () => renderPaper({ kind: 'repairOrder', data: repairOrder, language })
  const first = await timed(ours)
  for (let i = 0; i < 3; i++) await ours()
  const times = { ours: [] as number[], bare: [] as number[], ratios: [] as number[] }
  for (let i = 0; i < rounds; i++) {
    const definition = await freshDefinition()
    const bare = () => timed(() => engine.createPdf(definition).getBuffer())
    const pair = { ours: 0, bare: 0 }
    // Who goes first changes every round: the second finds warmer caches and a fuller heap.
    if (i % 2 === 0) pair.ours = await timed(ours)
    pair.bare = await bare()
    if (i % 2 === 1) pair.ours = await timed(ours)
    times.ours.push(pair.ours)
    times.bare.push(pair.bare)
    times.ratios.push(pair.ours / pair.bare)
  }
  const value = Number(median(times.ratios).toFixed(3))
  const ms = (n: number): string => `${n.toFixed(1)} ms`
  return [
    {
      id: 'pdf-warm-ratio',
      value,
      unit: 'ratio',
      goal: `<= ${goal}`,
      ok: value <= goal,
      detail: `ours ${ms(median(times.ours))}, bare ${ms(median(times.bare))}, median of ${rounds} pairs; first paper ${ms(first)}`,
    },
  ]
}
