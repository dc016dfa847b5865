// Puts data into a template's texts: {{path}} and {{path|format}}, nothing else, and cleans what
// customers and keyboards put into fields so that it prints as plain text.
import { cleanText } from '#shared/kernel/text.ts'
import type { PaperLanguage } from '#shared/domain/papers/index.ts'
import type { When } from './template.ts'

/** What a template may see at one place: the paper's data plus the items of the lists around it. */
export type Scope = Record<string, unknown>

export const fieldFormats = ['money', 'date', 'mask4'] as const
export type FieldFormat = (typeof fieldFormats)[number]

export const fieldPattern = /\{\{\s*([\w.]+)\s*(?:\|\s*(\w+)\s*)?\}\}/g

// Joiners, soft hyphens and variation selectors would print as empty boxes or break reading back.
const invisible = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu

/** Plain text of one or more lines: no controls, no direction marks, nothing invisible, no tabs. */
export const printable = (value: string): string =>
  cleanText(value).replaceAll(invisible, '').replaceAll('\t', ' ')

/** The value at `a.b.c`, own properties only. */
export const lookUp = (scope: Scope, path: string): unknown => {
  let value: unknown = scope
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Scope)[key]
  }
  return value
}

const isThere = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && value !== '' && value !== false

const holds = (scope: Scope, condition: string): boolean => {
  if (condition.startsWith('!')) return !isThere(lookUp(scope, condition.slice(1)))
  const [path = '', expected] = condition.split('=')
  const value = lookUp(scope, path)
  return expected === undefined ? isThere(value) : String(value) === expected
}

export const isShown = (when: When | undefined, scope: Scope): boolean =>
  when === undefined || [when].flat().every((condition) => holds(scope, condition))

/** The list at a path; anything else counts as an empty list. */
export const listAt = (scope: Scope, path: string): unknown[] => {
  const value = lookUp(scope, path)
  return Array.isArray(value) ? value : []
}

/** Integer fen as 1,280.00 yuan with the full-width sign that every Chinese printer has. */
const money = (value: unknown): string => {
  if (!Number.isSafeInteger(value)) return String(value)
  const fen = value as number
  const yuan = String(Math.trunc(Math.abs(fen) / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}￥${yuan}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}

const date = (value: unknown, language: PaperLanguage): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(String(value))
  if (!match) return String(value)
  const [, year, month, day, time] = match
  const clock = time === undefined ? '' : ` ${time}`
  return language === 'en'
    ? `${year}-${month}-${day}${clock}`
    : `${year}年${Number(month)}月${Number(day)}日${clock}`
}

const mask4 = (value: unknown): string => {
  const characters = [...String(value)]
  return '*'.repeat(Math.max(0, characters.length - 4)) + characters.slice(-4).join('')
}

const formatted = (value: unknown, format: string | undefined, language: PaperLanguage): string => {
  if (value === undefined || value === null) return ''
  if (format === 'money') return money(value)
  if (format === 'date') return date(value, language)
  if (format === 'mask4') return mask4(value)
  return typeof value === 'object' ? '' : String(value)
}

// A template's own blanks at the ends part one run of text from the next.
const keepEnds = (text: string): string => {
  const [, before = '', middle = '', after = ''] = /^([ \u3000]*)(.*?)([ \u3000]*)$/su.exec(text) ?? []
  return before + printable(middle) + after
}

/** The text with its fields filled in and cleaned. A field without a value prints nothing. */
export const fill = (template: string, scope: Scope, language: PaperLanguage): string =>
  keepEnds(
    template.replaceAll(fieldPattern, (_, path: string, format: string | undefined) =>
      formatted(lookUp(scope, path), format, language),
    ),
  )
