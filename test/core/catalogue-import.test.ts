// A whole catalogue from a file: what is read, what is refused with row and column, all or nothing.
import { describe, expect, it } from 'vitest'
import { HEADS, CSV, put, preview, take, problems, codes } from '#test/support/catalogue-files.ts'
import { startShop } from '#test/support/core.ts'
import { gbk, utf16, workbook } from '#test/support/tables.ts'

describe('what is read', () => {
  it.each<[string, Uint8Array | string]>([
    ['UTF-8', CSV],
    ['UTF-8 with a mark', `\ufeff${CSV}`],
    ['GBK', gbk(CSV)],
    ['UTF-16 with a mark', utf16(CSV)],
    ['UTF-16 without a mark', utf16(CSV, false)],
    ['Windows line ends and a title above', `配件目录,,\r\n\r\n${CSV.replaceAll('\n', '\r\n')}\r\n`],
    [
      'tabs',
      CSV.split('\n')
        .map((line) =>
          line
            .replace('"键盘, 带背光"', '键盘@')
            .replace('"1,280.00"', '1280')
            .replaceAll(',', '\t')
            .replace('@', ', 带背光'),
        )
        .join('\n'),
    ],
    [
      'a spreadsheet',
      workbook([
        HEADS.split(','),
        ['P-1', '液晶屏', '14 寸', '块', 680, 600.5, 2, 6901234567892, '联想 T480；T480s', '是', '是'],
        ['P-2', '键盘, 带背光', '', '个', 1280, '', 1, '', '', '否', '否'],
      ]),
    ],
  ])('a file in %s is taken in with every value', async (_what, bytes) => {
    const { manager } = await startShop()
    expect(await take(manager, bytes)).toEqual({ rows: 2, added: 2, changed: 0, unchanged: 0 })
    const { parts } = await manager.value('part.list', {})
    const kept = parts.map(({ id: _id, createdAt: _at, ...part }) => part)
    const common = {
      kind: 'part',
      decimals: 0,
      warrantyDays: null,
      repairFeeFen: null,
      feeApart: false,
      yieldCount: null,
      active: true,
    }
    expect(kept).toEqual([
      {
        ...common,
        code: 'P-1',
        name: '液晶屏',
        spec: '14 寸',
        unit: '块',
        priceFen: 68_000,
        prices: { peer: 60_050 },
        minimum: 2000,
        barcode: '6901234567892',
        models: ['联想 T480', 'T480s'],
        serialTracked: true,
        oldReturnable: true,
      },
      {
        ...common,
        code: 'P-2',
        name: '键盘, 带背光',
        spec: '',
        unit: '个',
        priceFen: 128_000,
        prices: {},
        minimum: 1000,
        barcode: null,
        models: [],
        serialTracked: false,
        oldReturnable: false,
      },
    ])
    expect((await manager.value('part.find', { text: '液晶' })).parts.map((one) => one.code)).toEqual(['P-1'])
    expect((await manager.value('system.verify', {})).checks.filter((check) => !check.ok)).toEqual([])
  })

  it('English heads, unknown columns and heads with remarks are recognised or named', async () => {
    const { manager } = await startShop()
    const seen = await preview(manager, 'Part No,Name,售价（元）*,Colour\nA,Screen,5,red\n')
    expect([seen.columns, seen.ignored, seen.added]).toEqual([
      [
        { column: 'code', head: 'Part No' },
        { column: 'name', head: 'Name' },
        { column: 'priceFen', head: '售价（元）*' },
      ],
      ['Colour'],
      1,
    ])
  })

  it('the sum of 0.1 and 0.2 in a spreadsheet is 0.30, and in a text file an error that says so', async () => {
    const { manager } = await startShop()
    await take(
      manager,
      workbook([
        ['编码', '名称', '售价'],
        ['A', '螺丝', 0.1 + 0.2],
      ]),
    )
    expect((await manager.value('part.list', {})).parts[0]?.priceFen).toBe(30)
    expect(await problems(manager, '编码,名称,售价\nB,螺丝,0.30000000000000004\n')).toEqual([
      [2, '售价', 'amountTooManyDecimals', ''],
    ])
  })
})

describe('preview and import', () => {
  it('says what is new, changed in what, unchanged; a column that the file has not stays as it is', async () => {
    const { manager } = await startShop()
    await take(manager, CSV)
    const file = '编码,售价,条码\np-1,700,\nP-2,1280,\nP-3,5,123\n'
    const seen = await preview(manager, file)
    expect(seen.problems).toEqual([{ row: 4, head: '', problem: 'nameEmpty', given: '' }])
    const better = '编码,名称,售价,条码\np-1,液晶屏,700,\nP-2,"键盘, 带背光",1280,\nP-3,电池,5,123\n'
    const told = await preview(manager, better)
    expect([told.added, told.changed, told.unchanged, told.wrong, told.changes]).toEqual([
      1,
      1,
      1,
      0,
      [
        {
          row: 2,
          code: 'p-1',
          name: '液晶屏',
          fields: [
            { column: 'code', from: 'P-1', to: 'p-1' },
            { column: 'priceFen', from: '680.00', to: '700.00' },
            { column: 'barcode', from: '6901234567892', to: '' },
          ],
        },
      ],
    ])
    expect(await take(manager, better)).toEqual({ rows: 3, added: 1, changed: 1, unchanged: 1 })
    const [first] = (await manager.value('part.find', { text: 'p-1' })).parts
    expect(first).toMatchObject({
      code: 'p-1',
      priceFen: 70_000,
      barcode: null,
      spec: '14 寸',
      prices: { peer: 60_050 },
    })
  })

  it('one wrong row keeps all out, and the refusal names it', async () => {
    const { manager } = await startShop()
    expect(
      await manager.refusal('catalogue.import', { file: await put(manager, `${CSV}\nP-3,风扇,,个,-5\n`) }),
    ).toEqual({
      refusal: 'importHasProblems',
      field: 'file',
      wrong: 1,
      first: { row: 4, head: '售价', problem: 'amountNegative', given: '-5' },
    })
    expect(await codes(manager)).toEqual([])
  })

  it('every kind of wrong row is named by row, column and reason', async () => {
    const { manager } = await startShop()
    await manager.value('part.add', {
      code: 'OLD',
      name: '旧屏',
      spec: '',
      kind: 'part',
      unit: '块',
      decimals: 0,
      serialTracked: false,
      oldReturnable: false,
      models: [],
      barcode: '777',
      priceFen: 1,
      prices: {},
      minimum: 0,
      warrantyDays: null,
      repairFeeFen: null,
      feeApart: false,
      yieldCount: null,
    })
    const file = [
      '编码,名称,售价,最低库存,小数位数,条码,类别,在用,保修天数,序列号管理',
      ',没有编码,1,,,,,,,',
      'A,,1,,,,,,,',
      'B,b,1000000000,,,,,,,',
      'C,c,1e9,,,,,,,',
      'D,d,1,-1,,,,,,',
      'E,e,1,0.5,0,,,,,',
      'F,f,1,,4,,,,,',
      'G,g,1,,,888,,,,',
      'H,h,1,,,888,,,,',
      'I,i,1,,,777,,,,',
      'g,又一个 G,1,,,,,,,',
      'J,j,1,,,,整机,,,',
      'K,k,1,,,,,也许,,',
      'L,l,1,,,,,,半年,',
      'M,m,1,,1,,,,,是',
      `N,${'长'.repeat(81)},1,,,,,,,`,
      'O,o\u0000o,1,,,,,,,',
      'P,p,1,,,,,,,,多了',
    ].join('\n')
    expect(await problems(manager, file)).toEqual([
      [2, '编码', 'codeEmpty', ''],
      [3, '名称', 'nameEmpty', ''],
      [4, '售价', 'amountTooLarge', ''],
      [5, '售价', 'amountNotANumber', ''],
      [6, '最低库存', 'quantityNegative', ''],
      [7, '最低库存', 'quantityTooManyDecimals', ''],
      [8, '小数位数', 'notAWholeNumber', ''],
      [10, '条码', 'barcodeTwice', '9'],
      [11, '条码', 'barcodeTaken', 'OLD 旧屏'],
      [12, '编码', 'codeTwice', '9'],
      [13, '类别', 'kindUnknown', ''],
      [14, '在用', 'notYesOrNo', ''],
      [15, '保修天数', 'notAWholeNumber', ''],
      [16, '小数位数', 'serialNeedsWhole', ''],
      [17, '名称', 'textTooLong', ''],
      [18, '名称', 'controlCharacters', ''],
      [19, '', 'cellsWithoutHead', ''],
    ])
  })

  it('a line in another encoding is an error of its row, whichever encoding the rest is in', async () => {
    const { manager } = await startShop()
    const other = 'P-9,主板电容,,pcs,1,,,,,,\n'
    const mixed = (first: Uint8Array, second: Uint8Array) => Buffer.concat([first, second])
    expect([
      await problems(manager, mixed(Buffer.from(`${CSV}\n`), gbk(other))),
      await problems(manager, mixed(gbk(`${CSV}\n`), Buffer.from(other))),
    ]).toEqual([[[4, '名称', 'badEncoding', '']], [[4, '名称', 'badEncoding', '']]])
  })

  it('a quote that is never closed is an error of the row in which it was opened', async () => {
    const { manager } = await startShop()
    const [first] = await problems(manager, '编码,名称\nA,好\nB,"不好\nC,好\n')
    expect(first).toEqual([3, '', 'quoteOpen', ''])
  })

  it('somebody who changes parts while the file is read is not overwritten', async () => {
    const { manager } = await startShop()
    await take(manager, CSV)
    const [part] = (await manager.value('part.find', { text: 'P-1' })).parts
    const file = await put(manager, '编码,售价\nP-1,1\n')
    const [reply] = await Promise.all([
      manager.ask('catalogue.import', { file }),
      manager.value('part.change', { id: part?.id ?? '', changes: { priceFen: 2 } }),
    ])
    expect(reply).toEqual({
      ok: false,
      kind: 'refusal',
      refusal: { refusal: 'catalogueChanged', field: 'file' },
    })
    expect((await manager.value('part.find', { text: 'P-1' })).parts[0]?.priceFen).toBe(2)
  })

  it('the same command twice takes the file in once', async () => {
    const { manager } = await startShop()
    const file = await put(manager, CSV)
    const first = await manager.value('catalogue.import', { file }, 'import-1')
    expect(await manager.value('catalogue.import', { file }, 'import-1')).toEqual(first)
    expect((await manager.value('part.list', {})).parts.length).toBe(2)
  })
})
