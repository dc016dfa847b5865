// What our layers cost when a whole catalogue is taken in, and how long a search in it takes. Ours: `catalogue.import`
// of a CSV file of 100 000 parts into an empty shop, from the message to the reply: every cell checked, every part
// with its operation in the chain of the outbox and its search tokens. The peer: the same file read with the same
// CSV library and written by one prepared statement in one FULL transaction into the same table with its indexes; it
// checks nothing, keeps no history, and nothing finds its parts.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import Papa from 'papaparse'
import { openCore } from '#core/core.ts'
import { createChance } from '#core/demo/random.ts'
import { openBare } from './lib/driver.ts'
import { median, milliseconds, percentile, timed } from './lib/measure.ts'
import type { Run } from './lib/row.ts'
import { row } from './lib/row.ts'

const GOAL_RATIO = '<= 3'
const GOAL_FIND_MS = '< 5'

/** `import-ratio`: our time over the peer's. `part-find-p99-ms`: of the slowest kind of key. */
export const run: Run = async ({ quick, workDir }) => {
  const parts = quick ? 20_000 : 100_000
  const rounds = quick ? 2 : 3
  const csv = catalogueCsv(parts)
  const template = join(workDir, 'template')
  const file = join(template, 'imports', 'parts.csv')
  await setUpShop(template)
  writeFileSync(file, csv)
  const ratios: number[] = []
  const ours: number[] = []
  const peer: number[] = []
  const blocked: number[] = []
  const finds = new Map<string, number[]>()
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = join(workDir, `shop-${round}`)
    cpSync(template, dataDir, { recursive: true })
    const { core, call } = await openShop(dataDir)
    const bareFile = join(workDir, `bare-${round}.db`)
    cpSync(join(template, 'counter.db'), bareFile)
    // Who goes first changes: the second finds the machine warmer.
    if (round % 2 === 0) peer.push(await timed(() => bareImport(bareFile, file)))
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    ours.push(await timed(() => call('catalogue.import', { file: 'parts.csv' })))
    // A turn that was blocked is noted when it is over.
    await setTimeout(50)
    delay.disable()
    blocked.push(delay.max / 1e6)
    if (round % 2 === 1) peer.push(await timed(() => bareImport(bareFile, file)))
    ratios.push((ours.at(-1) ?? 0) / (peer.at(-1) ?? 1))
    if (round === rounds - 1) await search(call, finds, quick ? 40 : 200)
    await core.drain()
  }
  const kinds = [...finds].map(([kind, times]) => ({
    kind,
    median_ms: milliseconds(median(times)),
    p99_ms: milliseconds(percentile(times, 99)),
  }))
  return [
    row('import-ratio', median(ratios), 'ratio', GOAL_RATIO, {
      parts,
      ours_ms: milliseconds(median(ours)),
      peer_ms: milliseconds(median(peer)),
      ratios: ratios.map(milliseconds),
      longest_without_answer_ms: milliseconds(Math.max(...blocked)),
      file_bytes: csv.length,
    }),
    row('part-find-p99-ms', Math.max(...kinds.map((one) => one.p99_ms)), 'ms', GOAL_FIND_MS, {
      parts,
      kinds,
    }),
  ]
}

type Call = (method: string, params: unknown) => Promise<unknown>

const PASSWORD = 'bench-1001'

const connect = async (dataDir: string) => {
  const core = await openCore({ dataDir, version: 'bench', now: Date.now, upkeep: false })
  const connection = core.connect('bench', () => undefined)
  const call: Call = async (method, params) => {
    const reply = await connection.call({ method, params })
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`)
    return reply.value
  }
  return { core, call }
}

const setUpShop = async (dataDir: string): Promise<void> => {
  const { core, call } = await connect(dataDir)
  await call('shop.setUp', {
    name: '快修店',
    branchCode: 'SZ01',
    address: '',
    phone: '',
    areaCode: '0755',
    language: 'zh-CN',
    paperLanguage: 'zh-CN',
    pcCode: 1,
    manager: { staffNo: '1001', name: '店长', password: PASSWORD },
  })
  await core.drain()
}

const openShop = async (dataDir: string) => {
  const shop = await connect(dataDir)
  await shop.call('session.login', { staffNo: '1001', password: PASSWORD })
  return shop
}

const HEADS = ['编码', '名称', '规格', '单位', '售价', '同行价', '最低库存', '条码', '适用机型'] as const

const bareImport = (database: string, file: string): void => {
  const db = openBare(database)
  const insert = db.prepare(
    `insert into part (id, code, name, spec, kind, unit, decimals, serial_tracked, old_returnable, models, barcode,
       price_fen, prices, minimum, fee_apart, active, created_at, code_key)
     values (?, ?, ?, ?, 'part', ?, 0, 0, 0, ?, ?, ?, ?, ?, 0, 1, ?, ?)`,
  )
  const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8').replace('\ufeff', ''))
  db.exec('begin immediate')
  for (const [i, cells] of data.slice(1).entries()) {
    const [code, name, spec, unit, price, peer, minimum, barcode, models = ''] = cells
    if (code === undefined || code === '') continue
    insert.run(
      `0190f5fe-7c00-7a00-8000-${String(i).padStart(12, '0')}`,
      code,
      name,
      spec,
      unit,
      JSON.stringify(models.split(';')),
      barcode,
      Math.round(Number(price) * 100),
      JSON.stringify({ peer: Math.round(Number(peer) * 100) }),
      Number(minimum) * 1000,
      1,
      code,
    )
  }
  db.exec('commit')
  db.close()
}

const BRANDS = ['联想', '戴尔', '惠普', '华为', '苹果', '小米', '华硕', '宏碁', '佳能', '爱普生']
const SERIES = ['ThinkPad', 'Latitude', 'EliteBook', 'MateBook', 'MacBook', 'iPhone', 'Redmi', 'ZenBook']
const THINGS = [
  ...['液晶显示屏', '键盘', '电池', '主板', '风扇', '散热器', '充电接口', '电源适配器', '触摸板', '摄像头'],
  ...['硬盘', '内存条', '排线', '转轴', '外壳', '扬声器', '麦克风', '指纹模块', '硒鼓', '墨盒'],
]
const KINDS = ['原装', '国产', '拆机', '高亮', '带框', '无框', '总成', '加厚', '静音', '全新']

/** Names as a supplier writes them: few words, combined again and again; every code and barcode once. */
const catalogueCsv = (parts: number): string => {
  const chance = createChance(11)
  const one = <T>(list: readonly T[]): T => chance.pick(list)
  const lines = [HEADS.join()]
  for (let i = 0; i < parts; i += 1) {
    const model = `${one(SERIES)} ${'ABTX'[i % 4]}${100 + (i % 700)}`
    const price = 500 + ((i * 7919) % 90_000)
    lines.push(
      [
        `${'PKLM'[i % 4]}-${String(i).padStart(6, '0')}`,
        `${one(BRANDS)}${one(THINGS)}${one(KINDS)}`,
        `${10 + (i % 90)}×${20 + (i % 50)} ${i % 40}针`,
        '个',
        (price / 100).toFixed(2),
        ((price * 0.8) / 100).toFixed(2),
        String(i % 20),
        `690${String(1_000_000_000 + i)}`,
        `${one(BRANDS)} ${model};${one(BRANDS)} ${model}s`,
      ].join(),
    )
  }
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** Every kind of key, from parts picked by their number. */
const search = async (call: Call, finds: Map<string, number[]>, each: number): Promise<void> => {
  const { parts } = (await call('part.list', { limit: 500 })) as {
    parts: { code: string; name: string; barcode: string; models: string[] }[]
  }
  const keys = (part: (typeof parts)[number]): Record<string, string> => ({
    code: part.code,
    'half a code': part.code.slice(0, 5),
    'middle of a code': part.code.slice(2, 7),
    barcode: part.barcode,
    'two characters': part.name.slice(2, 4),
    'one character': part.name.slice(2, 3),
    name: part.name,
    'two words': `${part.name.slice(0, 2)} ${part.name.slice(-2)}`,
    model: part.models[0]?.split(' ').at(-1) ?? '',
    series: part.models[0]?.split(' ')[1] ?? '',
    initials: 'yj',
    'nothing there': '挖掘机',
  })
  for (let i = 0; i < each + 10; i += 1) {
    const part = parts[(i * 37) % parts.length]
    if (!part) continue
    for (const [kind, text] of Object.entries(keys(part))) {
      const ms = await timed(() => call('part.find', { text, limit: 20 }))
      // The first of each kind warm the caches.
      if (i >= 10) finds.set(kind, [...(finds.get(kind) ?? []), ms])
    }
  }
}
