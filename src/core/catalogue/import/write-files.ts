// The catalogue as a file: CSV that a Chinese Excel opens without asking (UTF-8 with a mark), or a plain XLSX. No
// cell can be taken for a formula, and what was written reads back equal.
import { zipSync, strToU8 } from 'fflate'
import Papa from 'papaparse'
import type { ImportKind } from '#shared/contract/catalogue-import.ts'
import type { Language } from '#shared/domain/catalogue/index.ts'
import { headsIn, PART_FILE, SERVICE_FILE, writeRow } from '#shared/domain/catalogue/index.ts'
import type { ReadDb } from '#core/db/handle.ts'
import { everyPart } from '../repository.ts'
import { listServiceItems } from '../repository-sold.ts'
import { partInFile, serviceInFile } from './fields.ts'

const MARK = '\ufeff'

type Asked = Readonly<{ kind: ImportKind; format: 'csv' | 'xlsx'; language: Language }>

export const writeCatalogue = (
  db: ReadDb,
  { kind, format, language }: Asked,
): { rows: number; bytes: Uint8Array } => {
  const table = kind === 'part' ? [headsIn(PART_FILE, language)] : [headsIn(SERVICE_FILE, language)]
  if (kind === 'part')
    for (const part of everyPart(db)) table.push(writeRow(PART_FILE, partInFile(part), language))
  else
    for (const item of listServiceItems(db)) table.push(writeRow(SERVICE_FILE, serviceInFile(item), language))
  const rows = table.length - 1
  if (format === 'xlsx') return { rows, bytes: xlsxOf(table) }
  return { rows, bytes: new TextEncoder().encode(`${MARK}${Papa.unparse(table)}\r\n`) }
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign)

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** One sheet of texts: a number would lose the zeros before a code and the last digits of a barcode. */
const xlsxOf = (rows: readonly (readonly string[])[]): Uint8Array => {
  const body = rows.map(
    (cells) =>
      `<row>${cells.map((cell) => (cell === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`)).join('')}</row>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}
