// Files that are no catalogue, hostile ones, and a catalogue written as a file and taken in again.
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HEADS, CSV, put, refusal, take, counts } from '#test/support/catalogue-files.ts'
import { startShop } from '#test/support/core.ts'
import { workbook } from '#test/support/tables.ts'

describe('what is refused before a row is read', () => {
  it('names of files stay in their folder', async () => {
    const { manager, dir } = await startShop()
    writeFileSync(join(dir, 'imports', 'parts.csv'), CSV)
    expect((await manager.value('catalogue.previewImport', { file: 'parts.csv' })).added).toBe(2)
    const refused = await Promise.all(
      ['../counter.db', '/etc/passwd', '..', 'a\\b', 'gone.csv'].map((file) =>
        manager.refusal('catalogue.previewImport', { file }),
      ),
    )
    expect(refused).toEqual(refused.map(() => ({ refusal: 'unknownImportFile', field: 'file' })))
  })

  it('a file of another kind, a broken one, one without a code column or with one twice', async () => {
    const { manager } = await startShop()
    const whole = workbook([HEADS.split(',')])
    const unreadable = (why: string) => ({ refusal: 'importUnreadable', field: 'file', why })
    expect([
      await refusal(manager, ' \n\n'),
      await refusal(manager, whole.subarray(0, whole.length / 2)),
      await refusal(manager, Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(3000)])),
      await refusal(manager, Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), randomBytes(600)])),
      await refusal(manager, workbook([], '<worksheet><sheetData><row><c t="n"><v>1</c></row>')),
      await refusal(manager, '名称,售价\n屏,1\n'),
      await refusal(manager, '编码,名称,品名\nA,屏,屏\n'),
    ]).toEqual([
      unreadable('empty'),
      unreadable('damaged'),
      unreadable('damaged'),
      unreadable('oldExcel'),
      unreadable('damaged'),
      { refusal: 'importColumnMissing', field: 'file', column: '编码 / Code' },
      { refusal: 'importColumnTwice', field: 'file', column: '品名' },
    ])
  })

  it('a zip bomb, a million columns, too many rows', async () => {
    const { manager } = await startShop()
    // 120 MB of blanks in 120 kB.
    const bomb = workbook([], Buffer.alloc(120 * 1024 * 1024, 0x20))
    expect([
      bomb.length < 1024 * 1024,
      await refusal(manager, bomb),
      await refusal(manager, `编码${','.repeat(1_000_000)}\n`),
      await refusal(
        manager,
        workbook([], '<worksheet><sheetData><row><c r="ZZZZZ1"><v>1</v></c></row></sheetData></worksheet>'),
      ),
      await refusal(manager, `编码,名称\n${'A,b\n'.repeat(100_001)}`),
    ]).toEqual([
      true,
      { refusal: 'importUnpacksTooLarge', field: 'file', most: 100 },
      { refusal: 'importTooManyColumns', field: 'file', most: 200 },
      { refusal: 'importTooManyColumns', field: 'file', most: 200 },
      { refusal: 'importTooManyRows', field: 'file', most: 100_000 },
    ])
  }, 60_000)

  it('an external entity is not followed', async () => {
    const { manager } = await startShop()
    const sheet = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>编码</t></is></c><c t="inlineStr"><is><t>名称</t></is></c></row><row><c t="inlineStr"><is><t>A</t></is></c><c t="inlineStr"><is><t>x&e;y</t></is></c></row></sheetData></worksheet>`
    const reply = await manager.ask('catalogue.previewImport', {
      file: await put(manager, workbook([], sheet)),
    })
    expect(JSON.stringify(reply)).not.toContain('root')
  })
})

describe('export', () => {
  it.each(['csv', 'xlsx'] as const)(
    'a catalogue as %s reads back equal, formulas as harmless text',
    async (format) => {
      const { manager } = await startShop()
      await take(manager, CSV)
      for (const [i, name] of [
        "=cmd|' /C calc'!A0",
        '+1',
        '-屏',
        '@sum',
        "'=x",
        '"引号", 逗号',
        '<b>&amp;',
      ].entries())
        await manager.value('part.add', {
          code: `=F${i}`,
          name,
          spec: '-5',
          kind: 'consumable',
          unit: '米',
          decimals: 2,
          serialTracked: false,
          oldReturnable: false,
          models: ['A', '@B'],
          barcode: `00${i}`,
          priceFen: 123,
          prices: { company: 100, peer: 90 },
          minimum: 2500,
          warrantyDays: 90,
          repairFeeFen: 500,
          feeApart: true,
          yieldCount: 1000,
        })
      for (const language of ['zh-CN', 'en'] as const) {
        const { rows: parts, data } = await manager.value('catalogue.export', { format, language })
        expect([parts, await counts(manager, Buffer.from(data, 'base64'))]).toEqual([
          9,
          { rows: 9, added: 0, changed: 0, unchanged: 9, wrong: 0 },
        ])
      }
      const { data } = await manager.value('catalogue.export', { format: 'csv' })
      const text = Buffer.from(data, 'base64').toString('utf8')
      expect([text.charCodeAt(0), /(^|[,"\n])[=+@＝＋＠]/mu.test(text), text.includes("'=cmd|")]).toEqual([
        0xfeff,
        false,
        true,
      ])
      const other = await startShop()
      await take(other.manager, text)
      const strip = (list: { parts: object[] }) =>
        list.parts.map((part) => ({ ...part, id: '', createdAt: 0 }))
      expect(strip(await other.manager.value('part.list', {}))).toEqual(
        strip(await manager.value('part.list', {})),
      )
    },
  )
})
