// What the scripted day works with: a new shop whose people have PINs, a printer that writes down, and the short ways
// in which people at a counter change places, find an order and read the board.
import type { Page } from '@playwright/test'
import { formatDigits, formatNumber, parseNumber } from '../../../src/shared/kernel/document-number.ts'
import { isRefused } from '../../../src/shared/kernel/result.ts'
import { fakeCups } from '../../print/fake-cups.ts'
import type { LaunchOptions } from './app.ts'
import { expect, launchCounter } from './app.ts'
import { scan } from './intake.ts'
import { RECORD } from './pickup.ts'
import { manager, openShop, value } from './shell.ts'

const PIN = '582946'
const PASSWORD = 'counter-7-Tests'

export const PEOPLE = {
  boss: [manager.staffNo, manager.name, []],
  clerk: ['2001', '林晓燕', ['clerk', 'dispatcher', 'cashier']],
  lee: ['2003', '李卫国', ['technician']],
  law: ['2004', '罗永辉', ['technician']],
  store: ['2005', '何志强', ['warehouse']],
} as const
export type Order = Readonly<{ id: string; number: string }>
export type Who = keyof typeof PEOPLE

export type Day = Awaited<ReturnType<typeof openDay>>

/** A shop of five: what one person may not do alone is asked here. Everybody has used the password on this counter. */
export const openDay = async (launch: LaunchOptions = {}) => {
  const cups = fakeCups()
  const counter = await launchCounter({ screen: '1280x720', ...launch, env: { ...cups.env, ...launch.env } })
  const { window } = counter
  await openShop(window)
  await value(window, 'shop.changeSettings', { printer: 'Front' })
  await value(window, 'session.setPin', { password: manager.password, pin: PIN })
  for (const [staffNo, name, roles] of Object.values(PEOPLE).slice(1))
    await value(window, 'staff.add', { staffNo, name, roles, password: `first-${staffNo}` })
  await value(window, 'directory.addPartner', {
    name: '赛格芯片维修',
    phone: '0755-83001234',
    repairVendor: true,
    categories: ['笔记本电脑'],
    usualDays: 5,
    contact: '',
    address: '',
    remark: '',
  })
  await value(window, 'custody.addPlace', { name: '工位 2', kind: 'bench', code: 'GZ-2' })
  const { people } = await value(window, 'staff.list')
  for (const [staffNo] of Object.values(PEOPLE).slice(1)) {
    const oldPassword = `first-${staffNo}`
    await value(window, 'session.login', { staffNo, password: oldPassword })
    await value(window, 'session.changePassword', { oldPassword, newPassword: PASSWORD })
    await value(window, 'session.setPin', { password: PASSWORD, pin: PIN })
  }
  await value(window, 'session.logout')
  await window.reload()
  return {
    ...counter,
    cups,
    idOf: (who: Who) => people.find(({ staffNo }) => staffNo === PEOPLE[who][0])?.id ?? '',
    close: async () => {
      await counter.close()
      cups.remove()
    },
  }
}

/** Number and PIN on the sign-in screen; from inside the frame by the lock and "somebody else" first. */
export const takeSeat = async ({ window }: Pick<Day, 'window'>, who: Who): Promise<void> => {
  const { keyboard } = window
  const number = window.getByRole('combobox').first()
  if ((await window.locator('.frame').count()) > 0) {
    await keyboard.press('Control+l')
    await expect(window.locator('.lock-cover')).toBeVisible()
    await keyboard.press('F2')
  }
  await expect(number).toBeFocused()
  await keyboard.type(PEOPLE[who][0])
  await keyboard.press('Enter')
  await keyboard.type(PIN)
  await keyboard.press('Enter')
  await expect(window.locator('.frame')).toBeVisible()
  await expect(window.getByText(PEOPLE[who][1]).first()).toBeVisible()
}

/** Finds an order by its number as one does from any screen. */
export const openOrder = async (window: Page, number: string): Promise<void> => {
  await window.keyboard.press('Control+k')
  await window.keyboard.type(number)
  await expect(window.locator('[role=option]', { hasText: number }).first()).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.locator('.order-head-number:visible')).toHaveText(number)
  await expect(window.locator('.verb-bar:visible')).toBeVisible()
}

/** The label of the order that is looked at. */
export const labelOf = (window: Page) => window.locator('.order-head:visible .status-tag').first()

/** A verb found in the menu by the first letters of its pinyin. */
export const verbByLetters = async (window: Page, letters: string, verb: string): Promise<void> => {
  await window.keyboard.press('Control+m')
  const menu = window.locator('.verb-panel:visible')
  await expect(menu.locator('.letter-initials', { hasText: letters }).first()).toBeVisible()
  await window.keyboard.type(letters)
  await expect(menu.getByRole('option').first()).toContainText(verb)
  await window.keyboard.press('Enter')
}

/** The digit of a technician in the list that has the focus. */
export const chooseTechnician = async (window: Page, name: string): Promise<void> => {
  const list = window.getByRole('listbox', { name: '技术员' })
  await expect(list).toBeFocused()
  const names = await list.locator('.verb-person-name').allTextContents()
  await window.keyboard.press(String(names.indexOf(name) + 1))
}

/** What the columns of the board say, empty ones left out; F7 from wherever one is. */
export const board = async (window: Page): Promise<Record<string, number>> => {
  await window.keyboard.press('F7')
  await expect(window.locator('.board-lane').first()).toBeVisible()
  const lanes = await window.locator('.board-lane:not(.board-lane-empty)').evaluateAll((all) =>
    all.map((lane) => {
      const text = (part: string) => lane.querySelector(part)?.textContent ?? ''
      return [text('h2'), Number(text('.board-lane-count'))] as const
    }),
  )
  return Object.fromEntries(lanes)
}

const partsOf = (number: string) => {
  const parts = parseNumber(number)
  if (isRefused(parts)) throw new Error(number)
  return parts
}

const deviceCode = (number: string) => formatDigits('device', partsOf(number))

/** The label on the machine of an order goes under the scanner. */
export const scanMachine = (window: Page, number: string): Promise<void> => scan(window, deviceCode(number))

/** The customer shows the slip. */
export const scanSlip = async (window: Page, orderId: string): Promise<void> => {
  const { visitNumber } = await value(window, 'handOver.panel', { orderId })
  await scan(window, formatNumber(partsOf(visitNumber), 'visit').digits)
}

/** One machine of one new customer over the bridge, its papers on file. */
export const bring = async (window: Page, [name, phone, model, fault]: readonly string[], days = 2) => {
  const { orders } = await value(window, 'visit.create', {
    customer: { new: { name, phones: [phone] } },
    machines: [
      {
        device: { new: { category: '笔记本电脑', brand: '联想', model, serial: `PF-${phone?.slice(-4)}` } },
        reportedFault: fault,
        accessories: [{ name: '电源适配器', count: 1 }],
        nextContactBy: Date.now() + days * 86_400_000,
      },
    ],
  })
  const [order] = orders
  if (!order) throw new Error('no order')
  await value(window, 'print.pdf', { paper: 'repairOrder', subjectId: order.id })
  return order
}

/** Types a machine of a new customer or a further one, from its category to the fault. */
export const typeMachine = async (
  window: Page,
  [tile, brand, model, serial, fault]: readonly [string, string, string, string, string],
): Promise<void> => {
  const { keyboard } = window
  const field = (name: string) => window.locator(`[data-spot$=".${name}"] input`).last()
  await keyboard.type(tile)
  for (const [name, text] of Object.entries({ brand, model, serial })) {
    await expect(field(name)).toBeFocused()
    await keyboard.type(text)
    await keyboard.press('Enter')
  }
  await expect(field('purchaseDate')).toBeFocused()
  await keyboard.type('20260301')
  await keyboard.press('Enter')
  await expect(window.locator('[data-spot$=".reportedFault"]').last().locator(':focus')).toHaveCount(1)
  await keyboard.type(fault)
  await keyboard.press('Enter')
}

/** Whoever sits there received the job and reports it done, his own work unless given. */
export const doneQuietly = async (window: Page, id: string, doneBy?: string): Promise<void> => {
  const { state } = await value(window, 'order.get', { id })
  if (state === 'pendingReceive') await value(window, 'dispatch.receive', { id })
  await value(window, 'service.complete', { id, record: RECORD, ...(doneBy === undefined ? {} : { doneBy }) })
}

/** The same shop with every kind of order in it, made by its manager over the bridge: for pictures. */
export const afternoon = async (day: Day) => {
  const { window } = day
  const callers = ['陈佩珊', '郑耀辉', '冯小红', '蒋国栋', '沈丽华', '韩志明', '杨文斌', '朱晓峰', '秦美玲']
  const models = ['ThinkPad X1', 'ThinkPad T14', 'ThinkBook 14', '小新 Pro 16', 'ThinkPad E14']
  const came: Order[] = []
  for (const [at, name] of callers.entries())
    came.push(await bring(window, [name, `1390000000${at}`, models[at % 5] ?? '', '进水后不开机，客户很急']))
  const { orders } = await value(window, 'visit.create', {
    customer: { new: { name: '欧阳明月', company: '深圳市前海联合贸易有限公司', phones: ['13800138127'] } },
    machines: ['ThinkPad T14', 'OptiPlex 7090', 'MateBook 14'].map((model, at) => ({
      device: { new: { category: '笔记本电脑', brand: '联想', model, serial: `PF3K8XYZ${at}` } },
      reportedFault: '开机后屏幕不亮，风扇转几秒就停，充电灯闪三下',
      accessories: [{ name: '电源适配器', count: 1 }],
    })),
  })
  for (const { id } of orders) await value(window, 'print.pdf', { paper: 'repairOrder', subjectId: id })
  const [b, c, d, e, f, g, h, i, k] = came
  const [a1, a2, a3] = orders
  if (!(a1 && a2 && a3 && b && c && d && e && f && g && h && i && k)) throw new Error('no orders')
  const give = (given: readonly Order[], primary: Who, assistants: readonly Who[] = []) =>
    value(window, 'dispatch.assign', {
      orders: given.map(({ id }) => ({ id })),
      primary: day.idOf(primary),
      assistants: assistants.map(day.idOf),
    })
  const goHome = async ({ id }: Order) => {
    const { slipCode, orders: all } = await value(window, 'handOver.panel', { orderId: id })
    const items = all.find((one) => one.id === id)?.items.map(({ item }) => item)
    await value(window, 'handOver.handOver', {
      orders: [{ id, items }],
      slip: slipCode,
      taker: { by: 'proxy', name: '欧阳小月', phone: '13600001111' },
      signature: { on: 'paper', hash: null },
    })
  }
  await give([a1, a2, b, d, e, f, g], 'lee', ['law'])
  await give([h, i, k], 'law')
  await value(window, 'dispatch.refuse', { id: k.id, reason: '手上单子太多' })
  await give([k], 'lee')
  const [vendor] = (await value(window, 'dispatch.candidates', { id: c.id })).vendors
  const back = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10)
  await value(window, 'dispatch.planVendor', { id: c.id, vendorId: vendor?.id, expectedReturn: back })
  await value(window, 'print.pdf', { paper: 'vendorSlip', subjectId: c.id })
  await value(window, 'dispatch.toVendor', { id: c.id })
  for (const { id } of [a2, g, i]) await value(window, 'dispatch.receive', { id })
  for (const one of [a1, b, d, e, f, h]) await doneQuietly(window, one.id, day.idOf('lee'))
  for (const { id } of [a1, b, d, e, f])
    await value(window, 'contact.notify', { id, outcome: 'reached', words: '客户说下午来取' })
  await value(window, 'contact.urge', { id: g.id, words: '客户问什么时候好' })
  await value(window, 'custody.move', { codes: [deviceCode(a2.number)], to: { code: 'GZ-2' } })
  for (const one of [a1, b, d]) await goHome(one)
  await value(window, 'handOver.failAcceptance', {
    id: e.id,
    words: '空格键还是不灵',
    nextContactBy: Date.now() + 86_400_000,
    promiseType: 'other',
    promiseReason: '空格键还是不灵',
  })
  return { a1, a2, a3, b, c, d, e, f, g, h, i, k, again: b }
}
