// What the tests of orders share: a counter with demo data and printers that write down, and a visit to look at.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { node24 } from '../../../scripts/lib/shell.mjs'
import { fakeCups } from '../../print/fake-cups.ts'
import { expect, launchCounter } from './app.ts'
import { demoFolder, signIn } from './screens.ts'
import type { Lang } from './screens.ts'
import { value } from './shell.ts'

export const MANAGER = '1010'
export const CLERK = '1003'
export const passwordOf = (staffNo: string) => `demo-${staffNo}`

export type OrdersDesk = Awaited<ReturnType<typeof openDesk>>

// Made once for all tests of a worker; each works on a copy.
let demo: ReturnType<typeof demoFolder> | undefined

export const forgetDemo = async (): Promise<void> => {
  await (await demo)?.remove()
  demo = undefined
}

/** The program with demo data on the smallest screen, somebody signed in, and a printer that writes down. */
export const openDesk = async (lang: Lang = 'zh-CN', staffNo = MANAGER) => {
  demo ??= demoFolder(120)
  const own = await mkdtemp(join(tmpdir(), 'repair-counter-orders-'))
  const dataFolder = join(own, 'data')
  await cp((await demo).folder, dataFolder, { recursive: true })
  const cups = fakeCups()
  const counter = await launchCounter({ screen: '1280x720', dataFolder, env: cups.env })
  const { window } = counter
  await signIn(window, staffNo, passwordOf(staffNo))
  await expect(window.locator('.frame')).toBeVisible()
  if (lang === 'en') await window.getByRole('button', { name: 'English' }).click()
  return {
    ...counter,
    cups,
    close: async () => {
      await counter.close()
      cups.remove()
      await rm(own, { recursive: true, force: true })
    },
  }
}

/** What the audit log holds of an action, read beside the running core: no procedure tells it to a window. */
export const auditOf = async (dataFolder: string, action: string): Promise<unknown> => {
  const script = `
    import Database from 'better-sqlite3'
    const [file, action] = process.argv.slice(1)
    const rows = new Database(file, { readonly: true })
      .prepare('select object_id, details from audit where action = ?').all(action)
    console.log(JSON.stringify(rows))`
  const args = ['--input-type=module', '-e', script, join(dataFolder, 'counter.db'), action]
  const { stdout } = await promisify(execFile)(node24, args, {
    cwd: resolve(import.meta.dirname, '../../..'),
  })
  return JSON.parse(stdout)
}

/** Down the list to an order, by keys: how many of the demo's orders stand above it depends on the hour. */
export const stepTo = async (window: Page, number: string): Promise<void> => {
  const current = window.locator('.orders-grid .vlist-current')
  await expect(window.locator('.orders-grid')).toContainText(number)
  await window.keyboard.press('Home')
  for (let row = 0; row < 20; row += 1) {
    if ((await current.textContent())?.includes(number)) return
    await window.keyboard.press('ArrowDown')
  }
  throw new Error(`${number} is not among the first rows`)
}

const laptop = (serial: string) => ({
  category: '笔记本电脑',
  brand: '联想',
  model: 'ThinkPad T14',
  serial,
  purchaseDate: '2025-06-18',
  warrantyMonths: 36,
})

/** A visit of two machines by a new customer: what all tests of one order look at. */
export const takeIn = async (window: Page, now = Date.now()) => {
  const { data } = tinyPhoto()
  const { hash } = await value(window, 'attachment.put', { mime: 'image/png', data })
  const visit = await value(window, 'visit.create', {
    customer: {
      new: {
        name: '欧阳明月',
        company: '深圳市前海联合贸易有限公司',
        address: '深圳市南山区前海路 1188 号 9 楼',
        remark: '下午联系',
        phones: ['13800138127', '0755-83212345'],
      },
    },
    machines: [
      {
        device: { new: laptop('PF3K8XYZ1') },
        reportedFault: '开机后屏幕不亮，风扇转几秒就停，充电灯闪三下。客户说前一天进过水。',
        condition: 'A 面左上角磕碰，键盘缺一个键帽，屏幕无裂痕',
        accessories: [
          { name: '电源适配器', count: 1 },
          { name: '无线鼠标', count: 1 },
          { name: '内存条', count: 2 },
        ],
        configuration: [
          { kind: '内存', text: '16 GB DDR4', serial: 'M471A2K43EB1' },
          { kind: '硬盘', text: '512 GB NVMe', serial: 'S64ANS0T' },
        ],
        limitFen: 80_000,
        nextContactBy: now + 26 * 3_600_000,
        passcode: 'mingyue-2468',
        photos: [hash],
      },
      {
        device: {
          new: { ...laptop('PF3K8XYZ2'), category: '打印机', brand: '惠普', model: 'LaserJet M404' },
        },
        reportedFault: '卡纸',
      },
    ],
  })
  const [order] = visit.orders
  if (!order) throw new Error('the visit has no order')
  return { ...visit, order }
}

/** A picture that is small, real and not the same everywhere. */
const tinyPhoto = () => {
  const size = 64
  const raw = Buffer.alloc(size * (size * 3 + 1))
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) raw.set([90 + x, 110 + y, 160], y * (size * 3 + 1) + 1 + x * 3)
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const chunk = (type: string, body: Buffer) => {
    const text = Buffer.concat([Buffer.from(type), body])
    let crc = 0xffffffff
    for (const byte of text) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
    const out = Buffer.alloc(body.length + 12)
    out.writeUInt32BE(body.length, 0)
    text.copy(out, 4)
    out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 8)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const png = Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { data: png.toString('base64') }
}

/** The same as a file for a dialog. */
export const photoOf = (): Buffer => Buffer.from(tinyPhoto().data, 'base64')
