// Templates that a shop edits: sound ones are used, broken ones are told and passed over.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { paperKinds } from '#shared/domain/papers/index.ts'
import { builtInTemplate, checkTemplate, loadTemplate } from '#core/print/index.ts'
import { haveTools, rendered, textOf } from './pdf-tools.ts'
import * as sample from './sample-papers.ts'

const hasPoppler = haveTools('pdftotext')
let dataDir = ''
let writes = 0

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'templates-'))
  mkdirSync(join(dataDir, 'templates', 'print'), { recursive: true })
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const edit = (json: unknown): void => {
  const file = join(dataDir, 'templates', 'print', 'pickup-slip.json')
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json))
  writes += 1
  utimesSync(file, writes, writes)
}
const small = (content: unknown[]): unknown => ({
  v: 1,
  kind: 'page',
  title: '本店凭证',
  paper: 'b5jis',
  content,
})
const load = () => loadTemplate('pickupSlip', dataDir, 'zh-CN')

it('PRN-1 the built-in templates are sound', () => {
  expect(paperKinds.map((kind) => builtInTemplate(kind).v)).toEqual(paperKinds.map(() => 1))
})

it.skipIf(!hasPoppler)('PRN-1 the shop’s own template is used, and read again when it changes', async () => {
  const print = async (): Promise<string> => {
    const paper = await rendered({ kind: 'pickupSlip', data: sample.slipOfOne, language: 'zh-CN', dataDir })
    return textOf(paper.pdf)
  }
  edit(small([{ t: 'text', text: '甲 {{customer.name}}' }]))
  const first = await print()
  edit(small([{ t: 'text', text: { 'zh-CN': '乙 {{visit.shortCode|mask4}}', en: 'B' } }]))
  expect([first, await print()]).toEqual(['甲张晓燕', '乙******18-2'])
})

it('PRN-1 an invalid edit falls back to the built-in template with a warning that names the place', () => {
  const broken: Record<string, unknown> = {
    'not json': '{ "v": 1,',
    'wrong version': { ...(small([]) as object), v: 2 },
    'wrong form': { ...(small([]) as object), kind: 'label' },
    'unknown block': small([{ t: 'script', text: 'x' }]),
    'unknown key': small([{ t: 'text', text: 'x', colour: 'red' }]),
    'unknown field': small([{ t: 'text', text: '{{device.passcode}}' }]),
    'unknown field in a list': small([
      { t: 'each', rows: 'devices', as: 'd', content: [{ t: 'text', text: '{{d.nonsense}}' }] },
    ]),
    'unknown list': small([{ t: 'list', rows: 'customers' }]),
    'unknown format': small([{ t: 'text', text: '{{customer.name|shout}}' }]),
    'malformed field': small([{ t: 'text', text: '{{customer.name' }]),
    'code in a field': small([{ t: 'text', text: '{{constructor.constructor("x")()}}' }]),
    'text too small': small([{ t: 'text', text: 'x', size: 1 }]),
    'no room left': { ...(small([]) as object), margins: [100, 10, 100, 10] },
  }
  const told: Record<string, unknown> = {}
  for (const [what, json] of Object.entries(broken)) {
    edit(json)
    const { template, warning } = load()
    told[what] = [template === builtInTemplate('pickupSlip'), warning?.file, warning?.issues[0]?.at]
  }
  const at = (place: string): unknown[] => [true, 'pickup-slip.json', place]
  expect(told).toEqual({
    'not json': at(''),
    'wrong version': at('v'),
    'wrong form': at('kind'),
    'unknown block': at('content[0].t'),
    'unknown key': at('content[0]'),
    'unknown field': at('content[0].text'),
    'unknown field in a list': at('content[0].content[0].text'),
    'unknown list': at('content[0].rows'),
    'unknown format': at('content[0].text'),
    'malformed field': at('content[0].text'),
    'code in a field': at('content[0].text'),
    'text too small': at('content[0].size'),
    'no room left': at('margins'),
  })
})

it('PRN-1 the warning speaks the language asked for', () => {
  const json = small([{ t: 'text', text: '{{secret}}' }])
  expect([checkTemplate('pickupSlip', json, 'zh-CN'), checkTemplate('pickupSlip', json, 'en')]).toEqual([
    { issues: [{ at: 'content[0].text', problem: '没有这个字段：{{secret}}' }] },
    { issues: [{ at: 'content[0].text', problem: 'unknown field: {{secret}}' }] },
  ])
})

it('PRN-1 a print goes on with the built-in template and hands the warning to the caller', async () => {
  edit('nonsense')
  const paper = await rendered({ kind: 'pickupSlip', data: sample.slipOfOne, language: 'zh-CN', dataDir })
  expect([paper.pages, paper.warning?.code]).toEqual([1, 'invalidTemplate'])
})

it('a label on a page of B5, and no labels at all, are refused by field', async () => {
  const { renderPaper } = await import('#core/print/index.ts')
  const wrong = await renderPaper({
    kind: 'deviceLabel',
    data: sample.deviceLabel,
    paperSize: 'b5jis',
    language: 'zh-CN',
  })
  const none = await renderPaper({ kind: 'deviceLabel', data: [], language: 'zh-CN' })
  expect([wrong, none]).toEqual([
    { refused: { refusal: 'wrongPaperSize', field: 'paperSize' } },
    { refused: { refusal: 'nothingToPrint', field: 'data' } },
  ])
})
