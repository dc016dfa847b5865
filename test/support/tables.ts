// Tables as people have them: CSV in any encoding, and spreadsheets, also broken and hostile ones.
import { strToU8, zipSync } from 'fflate'

export type Cell = string | number
const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)

/** A workbook as Excel saves it: shared texts, numbers as numbers; `sheet` instead of its first sheet. */
export const workbook = (rows: readonly (readonly Cell[])[], sheet?: string | Uint8Array): Uint8Array => {
  const strings: string[] = []
  const cell = (value: Cell, at: string): string => {
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    strings.push(value)
    return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`
  }
  const body = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((one, i) => cell(one, columnName(i) + String(row + 1))).join('')}</row>`,
    )
    .join('')
  const made = sheet ?? `${XML}<worksheet xmlns="${NS}"><sheetData>${body}</sheetData></worksheet>`
  return zipSync({
    'xl/workbook.xml': strToU8(
      `${XML}<workbook xmlns="${NS}" xmlns:r="${R}"><sheets><sheet name="配件" sheetId="1" r:id="rId3"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${XML}<Relationships><Relationship Id="rId3" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `${XML}<sst xmlns="${NS}">${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
    'xl/worksheets/sheet1.xml': typeof made === 'string' ? strToU8(made) : made,
  })
}

const GBK: Readonly<Record<string, readonly number[]>> = {}

/** GBK bytes of a text: every pair of bytes is asked what it means, once. */
export const gbk = (text: string): Uint8Array => {
  if (Object.keys(GBK).length === 0) {
    const decoder = new TextDecoder('gbk')
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1) {
        const meant = decoder.decode(Uint8Array.of(high, low))
        if ([...meant].length === 1 && meant !== '\ufffd') Object.assign(GBK, { [meant]: [high, low] })
      }
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (GBK[sign] ?? [0x3f]))),
  )
}

export const utf16 = (text: string, mark = true): Uint8Array =>
  Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
