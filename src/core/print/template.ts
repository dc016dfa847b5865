// The block language of a print template: its types, and the schema that an edited file must pass.
// There is no code in it: texts with {{fields}}, blocks that flow down the page, and conditions.
import { z } from 'zod'
import { paperSheets } from '#shared/domain/papers/index.ts'
import type { PaperLanguage, PaperSize } from '#shared/domain/papers/index.ts'

/** One text, or one per language of the paper. */
export type LocalText = string | Record<PaperLanguage, string>

/** `path` = there, `!path` = not there, `path=value` = equal; a list means all of them. */
export type When = string | string[]

/** A column width: millimetres, or `*` for a share of what is left. */
export type Width = number | '*'

type TextStyle = {
  size?: number
  bold?: boolean
  align?: 'left' | 'center' | 'right'
  spacing?: number
  /** At most so many lines: the text shrinks down to `shrink` points, then it is cut. */
  lines?: number
  shrink?: number
}

export type Run = { text: LocalText; bold?: boolean; size?: number; when?: When }

/** `keep`: on one page, if it is no higher than this share of a page (true: whenever it fits on one). */
type Common = { when?: When; margin?: [number, number, number, number]; keep?: boolean | number }

export type Cell = TextStyle & {
  text?: LocalText
  runs?: Run[]
  content?: Block[]
  label?: boolean
  /** Stands at the top of a high row instead of in its middle. */
  top?: boolean
  span?: number
  h?: number
}

export type GridRow = { cells: Cell[]; when?: When; each?: string; as?: string; h?: number }

export type Block = Common &
  (
    | ({ t: 'text'; text?: LocalText; runs?: Run[] } & TextStyle)
    | {
        t: 'grid'
        cols: Width[] | Record<PaperLanguage, Width[]>
        rows: GridRow[]
        headRows?: number
        frame?: 'grid' | 'none' | 'lines'
        join?: boolean
        size?: number
      }
    | {
        t: 'table'
        rows: string
        as?: string
        cols: { head?: LocalText; text: LocalText; w: Width; align?: TextStyle['align'] }[]
        frame?: 'grid' | 'none' | 'lines'
        empty?: LocalText
        join?: boolean
        size?: number
      }
    | {
        t: 'list'
        items?: LocalText[]
        rows?: string
        as?: string
        text?: LocalText
        numbered?: boolean
        inline?: LocalText
        empty?: LocalText
        size?: number
      }
    | { t: 'each'; rows: string; as?: string; content: Block[]; gap?: number }
    | { t: 'row'; cols: { w: Width; content: Block[] }[]; gap?: number }
    | { t: 'box'; content: Block[]; h?: number; pad?: number }
    | { t: 'code128'; value: string; w?: number; h: number; caption?: LocalText; align?: TextStyle['align'] }
    | { t: 'qr'; value: string; w: number; align?: TextStyle['align'] }
    | { t: 'cells'; value: string; size: number; w: number; h?: number; align?: TextStyle['align'] }
    | { t: 'line'; width?: number }
    | { t: 'space'; h: number }
    | { t: 'ruled'; lines: number; h: number }
    | { t: 'sign'; items: LocalText[]; h?: number; size?: number }
  )

/** What one size of label or page may set for itself. */
export type Sheet = {
  margins?: [number, number, number, number]
  style?: { size?: number; leading?: number; line?: number; padX?: number; padY?: number }
  header?: { h: number; content: Block[] }
  footer?: { h: number; content: Block[] }
  content: Block[]
}

export type Template = Sheet & {
  v: 1
  kind: 'page' | 'label'
  title: LocalText
  paper: PaperSize
  sizes?: Partial<Record<PaperSize, Sheet>>
}

const text = z.union([z.string(), z.strictObject({ 'zh-CN': z.string(), en: z.string() })])
const when = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
const mm = z.number().min(0).max(300)
const width = z.union([mm, z.literal('*')])
const fontSize = z.number().min(5).max(72)
const align = z.enum(['left', 'center', 'right'])
const margins = z.tuple([mm, mm, mm, mm])
const frame = z.enum(['grid', 'none', 'lines'])
const name = z.string().regex(/^[a-z]\w{0,19}$/i)

const run = z.strictObject({
  text,
  bold: z.boolean().optional(),
  size: fontSize.optional(),
  when: when.optional(),
})

const common = {
  when: when.optional(),
  margin: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  keep: z.union([z.boolean(), z.number().min(0).max(0.9)]).optional(),
}

const textStyle = {
  size: fontSize.optional(),
  bold: z.boolean().optional(),
  align: align.optional(),
  spacing: z.number().min(-2).max(20).optional(),
  lines: z.int().min(1).max(20).optional(),
  shrink: fontSize.optional(),
}

const content: z.ZodType<Block[]> = z.lazy(() => z.array(block).max(200))

const cell = z.strictObject({
  ...textStyle,
  text: text.optional(),
  runs: z.array(run).optional(),
  content: content.optional(),
  label: z.boolean().optional(),
  top: z.boolean().optional(),
  span: z.int().min(1).max(24).optional(),
  h: mm.optional(),
})

const gridRow = z.strictObject({
  cells: z.array(cell).min(1).max(24),
  when: when.optional(),
  each: z.string().optional(),
  as: name.optional(),
  h: mm.optional(),
})

const widths = z.array(width).min(1).max(24)
const listed = { rows: z.string(), as: name.optional() }

const block: z.ZodType<Block> = z.discriminatedUnion('t', [
  z.strictObject({
    ...common,
    ...textStyle,
    t: z.literal('text'),
    text: text.optional(),
    runs: z.array(run).optional(),
  }),
  z.strictObject({
    ...common,
    t: z.literal('grid'),
    cols: z.union([widths, z.strictObject({ 'zh-CN': widths, en: widths })]),
    rows: z.array(gridRow).min(1).max(100),
    headRows: z.int().min(0).max(5).optional(),
    frame: frame.optional(),
    join: z.boolean().optional(),
    size: fontSize.optional(),
  }),
  z.strictObject({
    ...common,
    ...listed,
    t: z.literal('table'),
    cols: z
      .array(z.strictObject({ head: text.optional(), text, w: width, align: align.optional() }))
      .min(1)
      .max(24),
    frame: frame.optional(),
    empty: text.optional(),
    join: z.boolean().optional(),
    size: fontSize.optional(),
  }),
  z.strictObject({
    ...common,
    t: z.literal('list'),
    items: z.array(text).optional(),
    rows: z.string().optional(),
    as: name.optional(),
    text: text.optional(),
    numbered: z.boolean().optional(),
    inline: text.optional(),
    empty: text.optional(),
    size: fontSize.optional(),
  }),
  z.strictObject({ ...common, ...listed, t: z.literal('each'), content, gap: mm.optional() }),
  z.strictObject({
    ...common,
    t: z.literal('row'),
    cols: z
      .array(z.strictObject({ w: width, content }))
      .min(1)
      .max(12),
    gap: mm.optional(),
  }),
  z.strictObject({ ...common, t: z.literal('box'), content, h: mm.optional(), pad: mm.optional() }),
  z.strictObject({
    ...common,
    t: z.literal('code128'),
    value: z.string(),
    w: mm.optional(),
    h: mm,
    caption: text.optional(),
    align: align.optional(),
  }),
  z.strictObject({ ...common, t: z.literal('qr'), value: z.string(), w: mm, align: align.optional() }),
  z.strictObject({
    ...common,
    t: z.literal('cells'),
    value: z.string(),
    size: fontSize,
    w: mm,
    h: mm.optional(),
    align: align.optional(),
  }),
  z.strictObject({ ...common, t: z.literal('line'), width: z.number().min(0.25).max(5).optional() }),
  z.strictObject({ ...common, t: z.literal('space'), h: mm }),
  z.strictObject({ ...common, t: z.literal('ruled'), lines: z.int().min(1).max(40), h: mm }),
  z.strictObject({
    ...common,
    t: z.literal('sign'),
    items: z.array(text).min(1).max(6),
    h: mm.optional(),
    size: fontSize.optional(),
  }),
])

const band = z.strictObject({ h: mm, content })

const sheet = {
  margins: margins.optional(),
  style: z
    .strictObject({
      size: fontSize.optional(),
      leading: z.number().min(0.7).max(3).optional(),
      line: z.number().min(0.25).max(3).optional(),
      padX: mm.optional(),
      padY: mm.optional(),
    })
    .optional(),
  header: band.optional(),
  footer: band.optional(),
  content,
}

const sizeNames = Object.keys(paperSheets) as [PaperSize, ...PaperSize[]]

/** Version 1 of the template file. Field names are checked apart, per kind of paper: template-fields.ts. */
export const templateSchema: z.ZodType<Template> = z.strictObject({
  v: z.literal(1),
  kind: z.enum(['page', 'label']),
  title: text,
  paper: z.enum(sizeNames),
  ...sheet,
  sizes: z.partialRecord(z.enum(sizeNames), z.strictObject(sheet)).optional(),
})

/** The text in one language of the paper. */
export const inLanguage = (value: LocalText, language: PaperLanguage): string =>
  typeof value === 'string' ? value : value[language]
