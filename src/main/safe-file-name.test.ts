import { expect, it } from 'vitest'
import { safeFileName } from './safe-file-name.ts'

it.each([
  ['维修单 R1042.pdf', '维修单 R1042.pdf'],
  ['维修单', '维修单.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['C:\\Windows\\x.exe', 'C Windows x.exe.pdf'],
  ['a\u202Efdp.exe', 'a fdp.exe.pdf'],
  ['CON', '_CON.pdf'],
  ['...', '_.pdf'],
  ['a\u0000b\nc', 'a b c.pdf'],
  ['名'.repeat(200), `${'名'.repeat(80)}.pdf`],
])('offers %j as %j', (name, offered) => {
  expect(safeFileName(name)).toBe(offered)
})

it('offers the ending that the file has', () => {
  expect([
    safeFileName('目录.CSV', 'csv'),
    safeFileName('目录', 'xlsx'),
    safeFileName('a.pdf', 'csv'),
  ]).toEqual(['目录.csv', '目录.xlsx', 'a.pdf.csv'])
})
