// The fixed list of fields of each kind of paper, and the check that a template asks for no other.
// A passcode is in no list, so no template can print one (INT-9).
import type { PaperKind } from '#shared/domain/papers/index.ts'
import { fieldFormats, fieldPattern } from './fill.ts'
import type { Block, Cell, LocalText, Run, Sheet, Template, When } from './template.ts'

/** `list[]` opens the fields of a list's items; `list[]` alone is a list of plain texts. */
const under = (path: string, names: readonly string[]): string[] => names.map((name) => `${path}.${name}`)

const intake = [
  under('order', ['number', 'codeDigits', 'shortCode', 'createdAtText']),
  under('device', ['category', 'brand', 'model', 'serialNo', 'serialAbsentText']),
  under('device.configuration[]', ['kind', 'text', 'serial']),
  ['accessories[].name', 'accessories[].count', 'reportedFault', 'condition'],
  ['warranty.verdictText', 'warranty.basisText', 'agreedLimitText', 'nextContactText'],
  ['promisedText', 'serviceWayText'],
].flat()

const everywhere = ['copy', 'paper', 'language', 'page.n', 'page.count', 'reprint.count']
const counter = [
  under('shop', ['name', 'address', 'phone', 'enquiryPhone']),
  under('customer', ['name', 'phoneMasked', 'phone', 'company']),
  under('visit', ['number', 'codeDigits', 'shortCode', 'dateText']),
  ['takenBy', 'terms[]'],
].flat()
const label = ['shop.name', 'order.number', 'order.codeDigits', 'order.shortCode', 'dateText', 'n', 'of']

const quoteLine = ['n', 'text', 'quantityText', 'priceText', 'amountText', 'warrantyText']

const partsSlip = [
  ...everywhere,
  ...under('shop', ['name', 'address', 'phone', 'enquiryPhone']),
  ...under('order', ['number', 'codeDigits', 'shortCode', 'createdAtText']),
  ...under('device', ['category', 'brand', 'model', 'serialNo', 'serialAbsentText']),
  ...under('slip', ['number', 'dateText', 'who']),
  ...under('lines[]', ['n', 'code', 'name', 'quantityText', 'unit', 'place', 'serials', 'conditionText']),
]

const receiptAmounts = ['before', 'storeFee', 'discount', 'rounding', 'deposit', 'toDeposit', 'due', 'paid']

export const paperFields: Record<PaperKind, readonly string[]> = {
  repairOrder: [...everywhere, ...counter, ...intake],
  pickupSlip: [
    ...everywhere,
    ...counter,
    'deviceCount',
    'collected',
    ...intake.map((field) => `devices[].${field}`),
  ],
  deviceLabel: [
    ...everywhere,
    ...label,
    ...under('customer', ['name', 'phoneMasked', 'phone']),
    ...under('device', ['category', 'brand', 'model']),
  ],
  accessoryLabel: [...everywhere, ...label, 'customer.name', 'item.name', 'item.count'],
  vendorSlip: [
    ...everywhere,
    ...under('shop', ['name', 'address', 'phone', 'enquiryPhone']),
    ...under('vendor', ['name', 'contact', 'phone', 'address']),
    ...['dateText', 'expectedReturnText', 'costText', 'waybill', 'instructions'],
    ...intake,
  ],
  quote: [
    ...everywhere,
    ...under('shop', ['name', 'address', 'phone', 'enquiryPhone']),
    ...under('customer', ['name', 'phoneMasked', 'phone', 'company']),
    ...under('order', ['number', 'codeDigits', 'shortCode', 'createdAtText']),
    ...under('device', ['category', 'brand', 'model', 'serialNo', 'serialAbsentText']),
    'reportedFault',
    ...under('quote', ['versionText', 'dateText', 'validText', 'remark', 'madeBy', 'draft']),
    ...under('lines[]', quoteLine),
    ...under('alternatives[]', ['letter', 'totalText']),
    ...under('alternatives[].lines[]', quoteLine),
    'totalText',
  ],
  issueSlip: partsSlip,
  returnSlip: partsSlip,
  faultTag: [
    ...everywhere,
    ...['shop.name', 'order.number', 'order.codeDigits', 'order.shortCode'],
    ...under('device', ['category', 'brand', 'model']),
    ...under('tag', [
      'number',
      'whatText',
      'code',
      'name',
      'quantityText',
      'serial',
      'fault',
      'dateText',
      'who',
    ]),
  ],
  receipt: [
    ...everywhere,
    ...under('shop', ['name', 'address', 'phone', 'enquiryPhone']),
    ...under('customer', ['name', 'phoneMasked', 'phone', 'company']),
    ...under('receipt', ['kind', 'titleText', 'number', 'dateText', 'who', 'paidOut']),
    ...under('receipt', ['note', 'reverses', 'reversedBy']),
    ...under('orders[]', ['number', 'deviceText', ...receiptAmounts.map((name) => `${name}Text`)]),
    ...under('orders[].lines[]', ['text', 'quantityText', 'amountText']),
    ...under('payments[]', ['methodText', 'amountText', 'tenderedText', 'changeText', 'reference']),
    ...['dueText', 'totalText', 'totalWords', 'onAccountText', 'followUpText'],
  ],
}

/** Where in the file, and what is wrong there, in the language asked for. */
export type TemplateIssue = { at: string; problem: string }

type Names = { known: readonly string[]; items: Record<string, string> }
type Words = (zh: string, en: string) => string

const resolve = (names: Names, path: string): string => {
  const [first = '', ...rest] = path.split('.')
  const list = names.items[first]
  return list === undefined ? path : [`${list}[]`, ...rest].join('.')
}

const isKnown = (names: Names, path: string): boolean => {
  const full = resolve(names, path)
  const [first = ''] = path.split('.')
  if (names.items[first] !== undefined && ['index', 'total'].includes(path.slice(first.length + 1)))
    return true
  return names.known.some(
    (field) => field === full || field.startsWith(`${full}.`) || field.startsWith(`${full}[]`),
  )
}

/** Every unknown field, format or list in a template of this kind. */
export const checkFields = (kind: PaperKind, template: Template, words: Words): TemplateIssue[] => {
  const issues: TemplateIssue[] = []
  const report = (at: string, zh: string, en: string): void => {
    issues.push({ at, problem: words(zh, en) })
  }

  const checkText = (value: LocalText | undefined, names: Names, at: string): void => {
    const texts = value === undefined ? [] : typeof value === 'string' ? [value] : Object.values(value)
    for (const text of texts) {
      for (const [, path = '', format] of text.matchAll(fieldPattern)) {
        if (!isKnown(names, path)) report(at, `没有这个字段：{{${path}}}`, `unknown field: {{${path}}}`)
        if (format !== undefined && !(fieldFormats as readonly string[]).includes(format))
          report(at, `没有这种格式：|${format}`, `unknown format: |${format}`)
      }
      if (text.replaceAll(fieldPattern, '').includes('{{'))
        report(
          at,
          '字段写法不对，应为 {{字段}} 或 {{字段|格式}}',
          'malformed field, write {{path}} or {{path|format}}',
        )
    }
  }

  const checkWhen = (when: When | undefined, names: Names, at: string): void => {
    for (const condition of when === undefined ? [] : [when].flat()) {
      const path = condition.replace(/^!/, '').split('=')[0]!
      if (!isKnown(names, path)) report(`${at}.when`, `没有这个字段：${path}`, `unknown field: ${path}`)
    }
  }

  const checkList = (path: string, as: string | undefined, names: Names, at: string): Names => {
    const full = resolve(names, path)
    if (!names.known.some((field) => field === `${full}[]` || field.startsWith(`${full}[].`)))
      report(at, `没有这个列表：${path}`, `unknown list: ${path}`)
    return { known: names.known, items: { ...names.items, [as ?? 'row']: full } }
  }

  const checkRuns = (runs: Run[] | undefined, names: Names, at: string): void => {
    for (const [i, run] of (runs ?? []).entries()) {
      checkText(run.text, names, `${at}.runs[${i}].text`)
      checkWhen(run.when, names, `${at}.runs[${i}]`)
    }
  }

  const checkCell = (cell: Cell, names: Names, at: string): void => {
    checkText(cell.text, names, `${at}.text`)
    checkRuns(cell.runs, names, at)
    checkContent(cell.content ?? [], names, `${at}.content`)
  }

  const checkBlock = (block: Block, names: Names, at: string): void => {
    checkWhen(block.when, names, at)
    switch (block.t) {
      case 'text':
        checkText(block.text, names, `${at}.text`)
        return checkRuns(block.runs, names, at)
      case 'grid':
        for (const [i, row] of block.rows.entries()) {
          const here = `${at}.rows[${i}]`
          const inner = row.each === undefined ? names : checkList(row.each, row.as, names, `${here}.each`)
          checkWhen(row.when, inner, here)
          for (const [j, cell] of row.cells.entries()) checkCell(cell, inner, `${here}.cells[${j}]`)
        }
        return
      case 'table': {
        const inner = checkList(block.rows, block.as, names, `${at}.rows`)
        for (const [i, col] of block.cols.entries()) {
          checkText(col.head, names, `${at}.cols[${i}].head`)
          checkText(col.text, inner, `${at}.cols[${i}].text`)
        }
        return checkText(block.empty, names, `${at}.empty`)
      }
      case 'list': {
        for (const [i, item] of (block.items ?? []).entries()) checkText(item, names, `${at}.items[${i}]`)
        const inner = block.rows === undefined ? names : checkList(block.rows, block.as, names, `${at}.rows`)
        checkText(block.text, inner, `${at}.text`)
        return checkText(block.empty, names, `${at}.empty`)
      }
      case 'each':
        return checkContent(
          block.content,
          checkList(block.rows, block.as, names, `${at}.rows`),
          `${at}.content`,
        )
      case 'row':
        for (const [i, col] of block.cols.entries())
          checkContent(col.content, names, `${at}.cols[${i}].content`)
        return
      case 'box':
        return checkContent(block.content, names, `${at}.content`)
      case 'code128':
        checkText(block.caption, names, `${at}.caption`)
        return checkText(block.value, names, `${at}.value`)
      case 'qr':
      case 'cells':
        return checkText(block.value, names, `${at}.value`)
      case 'sign':
        for (const [i, item] of block.items.entries()) checkText(item, names, `${at}.items[${i}]`)
        return
      default:
        return
    }
  }

  const checkContent = (content: Block[], names: Names, at: string): void => {
    for (const [i, block] of content.entries()) checkBlock(block, names, `${at}[${i}]`)
  }

  const checkSheet = (sheet: Sheet, at: string): void => {
    const names: Names = { known: paperFields[kind], items: {} }
    checkContent(sheet.content, names, `${at}content`)
    checkContent(sheet.header?.content ?? [], names, `${at}header.content`)
    checkContent(sheet.footer?.content ?? [], names, `${at}footer.content`)
  }

  checkText(template.title, { known: paperFields[kind], items: {} }, 'title')
  checkSheet(template, '')
  for (const [size, sheet] of Object.entries(template.sizes ?? {})) checkSheet(sheet, `sizes.${size}.`)
  return issues
}
