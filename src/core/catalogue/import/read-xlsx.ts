// The first sheet of a spreadsheet as a table. A streaming unpacker and a small XML parser rather than a library that
// reads whole workbooks: those take whatever comes out of the zip, and a catalogue needs neither styles nor dates.
import { Parser } from 'saxen'
import type { TableRow } from '#shared/domain/catalogue/index.ts'
import { isRefused, type Refused } from '#shared/kernel/result.ts'
import { MAX_COLUMNS, MAX_ROWS, tooManyColumns, tooManyRows, unreadable } from './limits.ts'
import type { Table } from './read-csv.ts'
import { unzip } from './unzip.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STRINGS = 'xl/sharedStrings.xml'
/** So many rows above and between those of the table. */
const SLACK = 1000

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A parser that stops at the first thing that is no XML, and tells so. */
const parse = (xml: string, set: (parser: Parser) => void): Refused | undefined => {
  let broken = false
  const parser = new Parser()
  parser.on('error', () => {
    broken = true
    parser.stop()
  })
  set(parser)
  try {
    parser.parse(xml)
  } catch {
    broken = true
  }
  return broken ? unreadable('damaged') : undefined
}

const textOf = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '')

/** Where the first sheet of the workbook stands in the file. */
const firstSheet = (workbook: string, relations: string): string | undefined => {
  let id: string | undefined
  parse(workbook, (parser) =>
    parser.on('openTag', (name, attributes) => {
      if (local(name) === 'sheet')
        id ??= attributes()['r:id'] ?? Object.entries(attributes()).find(([key]) => key.endsWith(':id'))?.[1]
    }),
  )
  let target: string | undefined
  parse(relations, (parser) =>
    parser.on('openTag', (name, attributes) => {
      const { Id, Target } = attributes()
      if (local(name) === 'Relationship' && Id === id) target ??= Target
    }),
  )
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`
}

/** The texts that cells refer to by number; readings (rPh) above characters are left out. */
const sharedStrings = (xml: string): readonly string[] | Refused => {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inReading = false
  const wrong = parse(xml, (parser) =>
    parser
      .on('openTag', (name, _attributes, _decode, selfClosing) => {
        const tag = local(name)
        if (tag === 'si') text = ''
        else if (tag === 'rPh') inReading = !selfClosing
        else if (tag === 't') inText = !selfClosing && !inReading
      })
      .on('text', (given, decode) => {
        if (inText) text += decode(given)
      })
      .on('cdata', (given) => {
        if (inText) text += given
      })
      .on('closeTag', (name) => {
        const tag = local(name)
        if (tag === 'si') strings.push(text)
        else if (tag === 'rPh') inReading = false
        else if (tag === 't') inText = false
      }),
  )
  return wrong ?? strings
}

/** `C12` is column 2, counted from 0. */
const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
    if (column > MAX_COLUMNS) break
  }
  return column - 1
}

/** As the program that made it shows it: fifteen digits, so that 0.1 + 0.2 is 0.3; no exponent where it can be helped. */
const numberText = (given: string): string => {
  if (/^-?\d{1,15}$/.test(given)) return given
  const value = Number(given)
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : given
}

const sheetRows = (xml: string, strings: readonly string[]): readonly TableRow[] | Refused => {
  const rows: TableRow[] = []
  let stopped: Refused | undefined
  let cells: string[] = []
  let row = 0
  let column = -1
  let type = ''
  let text = ''
  let takes = false
  const wrong = parse(xml, (parser) => {
    const stop = (why: Refused): void => {
      stopped ??= why
      parser.stop()
    }
    parser
      .on('openTag', (name, attributes, _decode, selfClosing) => {
        switch (local(name)) {
          case 'row': {
            cells = []
            column = -1
            const at = Number(attributes()['r'])
            row = Number.isSafeInteger(at) && at > row ? at : row + 1
            break
          }
          case 'c': {
            const { r = '', t = 'n' } = attributes()
            column = r === '' ? column + 1 : columnOf(r)
            if (column >= MAX_COLUMNS || column < 0) stop(tooManyColumns())
            type = t
            text = ''
            break
          }
          case 'v':
          case 't':
            takes = !selfClosing
            break
          default:
        }
      })
      .on('text', (given, decode) => {
        if (takes) text += decode(given)
      })
      .on('cdata', (given) => {
        if (takes) text += given
      })
      .on('closeTag', (name) => {
        switch (local(name)) {
          case 'v':
          case 't':
            takes = false
            break
          case 'c':
            if (text === '' || stopped) break
            while (cells.length < column) cells.push('')
            cells[column] =
              type === 's' ? (strings[Number(text)] ?? '') : type === 'n' ? numberText(text) : text
            break
          case 'row':
            if (cells.length > 0) rows.push({ row, cells })
            if (rows.length > MAX_ROWS + SLACK) stop(tooManyRows())
            break
          default:
        }
      })
  })
  return stopped ?? wrong ?? rows
}

export const readXlsx = (bytes: Uint8Array): Table | Refused => {
  const plan = unzip(bytes, (name) => name === WORKBOOK || name === RELATIONS)
  if (isRefused(plan)) return plan
  const sheet = firstSheet(textOf(plan.get(WORKBOOK)), textOf(plan.get(RELATIONS)))
  if (sheet === undefined) return unreadable('notATable')
  const parts = unzip(bytes, (name) => name === sheet || name === STRINGS)
  if (isRefused(parts)) return parts
  const strings = parts.has(STRINGS) ? sharedStrings(textOf(parts.get(STRINGS))) : []
  if (isRefused(strings)) return strings
  const rows = sheetRows(textOf(parts.get(sheet)), strings)
  if (isRefused(rows)) return rows
  if (rows.length === 0) return unreadable('empty')
  return rows.length > MAX_ROWS + 1 ? tooManyRows() : { rows, problems: [], encoding: 'xlsx' }
}
