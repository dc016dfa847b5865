import { describe, expect, it } from 'vitest'
import { shops } from '#shared/contract/shop.ts'
import { fieldProblems } from './problem-text.ts'

const t = (key: string, values?: Readonly<Record<string, unknown>>) =>
  `${key}${values?.max ? `(${String(values.max)})` : ''}`

describe('problems of fields', () => {
  it('stand at the path that the core names, the first one of each field', () => {
    const issues = [
      { path: 'name', message: 'must not be empty' },
      { path: 'name', message: 'at most 60 characters' },
      { path: 'manager.password', message: 'at most 200 characters' },
      { path: 'pcCode', message: 'something new' },
    ]
    expect(fieldProblems({ kind: 'badInput', issues }, t)).toEqual({
      name: 'problems:field.empty',
      'manager.password': 'problems:field.tooLong(200)',
      pcCode: 'problems:field.other',
    })
  })

  it('come from a refusal that names its field', () => {
    const words = fieldProblems({ kind: 'refusal', code: 'staffNoTaken', details: { field: 'staffNo' } }, t)
    expect(Object.keys(words)).toEqual(['staffNo'])
  })

  it('know what the schemas really say', () => {
    const parsed = shops.procedures.setUp.input.safeParse({
      name: ' ',
      address: '',
      phone: '',
      areaCode: '12',
      language: 'en',
      paperLanguage: 'en',
      branchCode: 'OI',
      manager: { staffNo: '!', name: '', password: '' },
    })
    const issues = (parsed.error?.issues ?? []).map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }))
    const words = fieldProblems({ kind: 'badInput', issues }, t)
    expect(words).toEqual({
      name: 'problems:field.empty',
      areaCode: 'problems:field.areaCode',
      branchCode: 'problems:field.branchCode',
      'manager.staffNo': 'problems:field.staffNo',
      'manager.name': 'problems:field.empty',
      'manager.password': 'problems:field.empty',
    })
  })
})
