// Finds the template of a paper: the shop's edited file if there is one and it is sound, else the
// built-in one. A broken edit never stops a print; it comes back as a warning (PRN-1).
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { paperForms } from '#shared/domain/papers/index.ts'
import type { PaperKind, PaperLanguage } from '#shared/domain/papers/index.ts'
import accessoryLabel from '../../../templates/print/accessory-label.json' with { type: 'json' }
import deviceLabel from '../../../templates/print/device-label.json' with { type: 'json' }
import faultTag from '../../../templates/print/fault-tag.json' with { type: 'json' }
import issueSlip from '../../../templates/print/issue-slip.json' with { type: 'json' }
import pickupSlip from '../../../templates/print/pickup-slip.json' with { type: 'json' }
import quote from '../../../templates/print/quote.json' with { type: 'json' }
import receipt from '../../../templates/print/receipt.json' with { type: 'json' }
import repairOrder from '../../../templates/print/repair-order.json' with { type: 'json' }
import returnSlip from '../../../templates/print/return-slip.json' with { type: 'json' }
import vendorSlip from '../../../templates/print/vendor-slip.json' with { type: 'json' }
import { sheetsWithoutRoom } from './sheet-room.ts'
import { templateSchema } from './template.ts'
import type { Template } from './template.ts'
import { checkFields } from './template-fields.ts'
import type { TemplateIssue } from './template-fields.ts'

/** Says that the built-in template was used, because of what stands at which place of the shop's file. */
export type TemplateWarning = { code: 'invalidTemplate'; file: string; issues: TemplateIssue[] }

/** The file name of a kind's template in templates/print. */
export const templateFiles = {
  repairOrder: 'repair-order.json',
  pickupSlip: 'pickup-slip.json',
  deviceLabel: 'device-label.json',
  accessoryLabel: 'accessory-label.json',
  vendorSlip: 'vendor-slip.json',
  quote: 'quote.json',
  issueSlip: 'issue-slip.json',
  returnSlip: 'return-slip.json',
  faultTag: 'fault-tag.json',
  receipt: 'receipt.json',
} as const satisfies Record<PaperKind, string>

const builtInJson: Record<PaperKind, unknown> = {
  repairOrder,
  pickupSlip,
  deviceLabel,
  accessoryLabel,
  vendorSlip,
  quote,
  issueSlip,
  returnSlip,
  faultTag,
  receipt,
}
const builtIns = new Map<PaperKind, Template>()
const largestFile = 512 * 1024

type Reading = { template: Template } | { issues: TemplateIssue[] }

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  )

const localeErrors = { 'zh-CN': z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** Checks a template of a kind; the issues name the place in the file. */
export const checkTemplate = (kind: PaperKind, json: unknown, language: PaperLanguage): Reading => {
  const words = (zh: string, en: string): string => (language === 'en' ? en : zh)
  const parsed = templateSchema.safeParse(json, { error: localeErrors[language] })
  if (!parsed.success)
    return {
      issues: parsed.error.issues.slice(0, 20).map((i) => ({ at: pathText(i.path), problem: i.message })),
    }
  const template = parsed.data
  if (template.kind !== paperForms[kind])
    return {
      issues: [{ at: 'kind', problem: words(`应为 ${paperForms[kind]}`, `must be ${paperForms[kind]}`) }],
    }
  const issues = checkFields(kind, template, words)
  for (const paper of sheetsWithoutRoom(kind, template)) {
    const at = template.sizes?.[paper] ? `sizes.${paper}` : 'margins'
    issues.push({
      at,
      problem: words(`${paper} 上没有地方放内容`, `leaves no room for the content on ${paper}`),
    })
  }
  return issues.length > 0 ? { issues } : { template }
}

/** The template that the program brings along. */
export const builtInTemplate = (kind: PaperKind): Template => {
  const known = builtIns.get(kind)
  if (known) return known
  const reading = checkTemplate(kind, builtInJson[kind], 'en')
  if ('issues' in reading)
    throw new Error(
      `built-in template ${kind}: ${reading.issues.map((i) => `${i.at} ${i.problem}`).join('; ')}`,
    )
  builtIns.set(kind, reading.template)
  return reading.template
}

type Edited = { stamp: string; reading: Reading }
const edits = new Map<string, Edited>()

const readEdit = (kind: PaperKind, path: string, size: number, language: PaperLanguage): Reading => {
  const words = (zh: string, en: string): string => (language === 'en' ? en : zh)
  if (size > largestFile) return { issues: [{ at: '', problem: words('文件过大', 'file too large') }] }
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
    return checkTemplate(kind, json, language)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { issues: [{ at: '', problem: `${words('不是正确的 JSON', 'not valid JSON')}: ${reason}` }] }
  }
}

/** The template to print with. `dataDir` is the shop's data folder; without one only built-ins are used. */
export const loadTemplate = (
  kind: PaperKind,
  dataDir: string | undefined,
  language: PaperLanguage,
): { template: Template; warning?: TemplateWarning } => {
  if (dataDir === undefined) return { template: builtInTemplate(kind) }
  const file = templateFiles[kind]
  const path = join(dataDir, 'templates', 'print', file)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return { template: builtInTemplate(kind) }
  const stamp = `${language} ${stat.mtimeMs} ${stat.size}`
  let edit = edits.get(path)
  if (edit?.stamp !== stamp) {
    edit = { stamp, reading: readEdit(kind, path, stat.size, language) }
    edits.set(path, edit)
  }
  if ('template' in edit.reading) return { template: edit.reading.template }
  return {
    template: builtInTemplate(kind),
    warning: { code: 'invalidTemplate', file, issues: edit.reading.issues },
  }
}
