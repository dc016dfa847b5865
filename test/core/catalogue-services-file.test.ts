// Service items from a file and into one: the same rules as for parts, all or nothing.
import { describe, expect, it } from 'vitest'
import { put } from '#test/support/catalogue-files.ts'
import { startShop } from '#test/support/core.ts'
import type { TestConnection } from '#test/support/core.ts'

const KIND = { kind: 'serviceItem' } as const
const FILE = [
  '收费一览,,,,,,',
  '编码,项目名称,售价（元）,同行价,标准工时,提成,保修天数',
  'W-1,更换屏幕,120,100,60,12.5%,30',
  'W-2,清灰保养,90,,45,15,',
  'W-3,检测费,30,,,,',
].join('\n')

const items = async (manager: TestConnection) =>
  (await manager.value('serviceItem.list', {})).serviceItems.map(
    ({ code, name, priceFen, prices, minutes, commission, commissionValue, warrantyDays, active }) => [
      code,
      name,
      priceFen,
      prices,
      minutes,
      commission,
      commissionValue,
      warrantyDays,
      active,
    ],
  )

describe('service items in a file', () => {
  it('PRT-13 are taken in with price, time and commission; a second time nothing changes', async () => {
    const { manager } = await startShop()
    const file = await put(manager, FILE)
    expect(await manager.value('catalogue.import', { file, ...KIND })).toEqual({
      rows: 3,
      added: 3,
      changed: 0,
      unchanged: 0,
    })
    expect(await items(manager)).toEqual([
      ['W-1', '更换屏幕', 12_000, { peer: 10_000 }, 60, 'percent', 1250, 30, true],
      ['W-2', '清灰保养', 9000, {}, 45, 'amount', 1500, null, true],
      ['W-3', '检测费', 3000, {}, null, 'none', 0, null, true],
    ])
    // Found by initials as if it had been typed in, and no part came of it.
    const found = await manager.value('serviceItem.find', { text: 'ghpm' })
    expect([
      found.serviceItems.map(({ code }) => code),
      (await manager.value('part.list', {})).parts,
    ]).toEqual([['W-1'], []])
    const { added, changed, unchanged } = await manager.value('catalogue.previewImport', { file, ...KIND })
    expect({ added, changed, unchanged }).toEqual({ added: 0, changed: 0, unchanged: 3 })
  })

  it('columns that the file has not keep what they are; what changes is told', async () => {
    const { manager } = await startShop()
    await manager.value('catalogue.import', { file: await put(manager, FILE), ...KIND })
    const file = await put(manager, '编码,售价,提成,在用\nw-1,150,20,否\nW-2,90,15,是\n')
    const { changes } = await manager.value('catalogue.previewImport', { file, ...KIND })
    expect(changes).toEqual([
      {
        row: 2,
        code: 'w-1',
        name: '更换屏幕',
        fields: [
          { column: 'code', from: 'W-1', to: 'w-1' },
          { column: 'priceFen', from: '120.00', to: '150.00' },
          { column: 'commission', from: '12.5%', to: '20.00' },
          { column: 'active', from: '是', to: '否' },
        ],
      },
    ])
    await manager.value('catalogue.import', { file, ...KIND })
    expect(await items(manager)).toEqual([
      ['W-2', '清灰保养', 9000, {}, 45, 'amount', 1500, null, true],
      ['W-3', '检测费', 3000, {}, null, 'none', 0, null, true],
      ['w-1', '更换屏幕', 15_000, { peer: 10_000 }, 60, 'amount', 2000, 30, false],
    ])
  })

  it('with one wrong row none is taken in', async () => {
    const { manager } = await startShop()
    const file = await put(
      manager,
      '编码,名称,售价,提成\nW-1,好,1,\nW-2,,1,\nW-3,c,1,一成\nW-4,d,1,101%\nW-1,又一个,1,\n',
    )
    const { problems } = await manager.value('catalogue.previewImport', { file, ...KIND })
    expect(problems.map(({ row, head, problem }) => [row, head, problem])).toEqual([
      [3, '名称', 'nameEmpty'],
      [4, '提成', 'commissionUnclear'],
      [5, '提成', 'percentTooLarge'],
      [6, '编码', 'codeTwice'],
    ])
    expect(await manager.ask('catalogue.import', { file, ...KIND })).toMatchObject({
      refusal: { refusal: 'importHasProblems', wrong: 4 },
    })
    expect(await items(manager)).toEqual([])
  })

  it.each(['csv', 'xlsx'] as const)('what leaves as %s comes back equal', async (format) => {
    const { manager } = await startShop()
    await manager.value('catalogue.import', { file: await put(manager, FILE), ...KIND })
    for (const language of ['zh-CN', 'en'] as const) {
      const { rows, data } = await manager.value('catalogue.export', { ...KIND, format, language })
      const file = await put(manager, Buffer.from(data, 'base64'))
      const { unchanged, wrong } = await manager.value('catalogue.previewImport', { file, ...KIND })
      expect({ rows, unchanged, wrong }).toEqual({ rows: 3, unchanged: 3, wrong: 0 })
    }
  })
})
