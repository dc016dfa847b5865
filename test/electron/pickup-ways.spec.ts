// Other ways home in the real window, by keyboard: sent by courier, taken without the slip, signed on a paper that is
// scanned back, and disposed of because nobody came.
import type { Locator, Page } from '@playwright/test'
import type { OrdersDesk } from './support/orders.ts'
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk } from './support/orders.ts'
import {
  OWNER,
  RECORD,
  choosePicture as choosePictureIn,
  readyVisit,
  walkTo as walkToIn,
} from './support/pickup.ts'
import { value } from './support/shell.ts'

test.setTimeout(120_000)

let desk: OrdersDesk
let window: Page
test.beforeEach(async () => {
  desk = await openDesk('zh-CN', OWNER)
  window = desk.window
})
test.afterEach(() => desk.close())
test.afterAll(forgetDemo)

const press = (key: string) => window.keyboard.press(key)
const list = (name: string) => window.getByRole('listbox', { name, exact: true })

const walkTo = (target: Locator, key?: 'Tab' | 'Enter') => walkToIn(window, target, key)
const choosePicture = (button: Locator) => choosePictureIn(window, button)

const openBy = async (code: string): Promise<void> => {
  await press('F9')
  await expect(window.locator('.pickup-reach')).toBeFocused()
  await window.keyboard.type(code)
  await press('Enter')
  await expect(window.locator('.pickup-chosen')).toHaveCount(1)
  await press('Control+g')
  await expect(window.locator('.pickup-missing')).toHaveText('')
}

/** The one thing that is to be seen of the last hand-over, as one value. */
const homeOf = async (id: string) => {
  const { state, machinePlace } = await value(window, 'order.get', { id })
  const { handOvers } = await value(window, 'handOver.ofOrder', { id })
  return { state, machinePlace, handOvers }
}

test('CLS-4 a machine that failed its acceptance goes home by courier, with waybill and proof', async () => {
  const { orders, panel } = await readyVisit(window, 1)
  const id = orders[0]?.id ?? ''
  await value(window, 'handOver.failAcceptance', {
    id,
    words: '键盘失灵',
    nextContactBy: Date.now() + 86_400_000,
    promiseType: 'other',
    promiseReason: '再修',
  })
  const { people } = await value(window, 'staff.list', {})
  const doneBy = people.find(({ roles }) => roles.includes('technician'))?.id
  await value(window, 'service.complete', { id, record: RECORD, doneBy })
  await openBy(orders[0]?.number ?? panel.visitNumber)
  await walkTo(list('怎么给客户'), 'Enter')
  await press('3')
  await walkTo(window.getByLabel('运单号'), 'Enter')
  // Without its proof nothing leaves.
  await window.keyboard.type('SF1234567890')
  await press('Control+Enter')
  await expect(window.locator('.pickup-proof .problem-line')).not.toHaveText('')
  expect((await homeOf(id)).handOvers).toEqual([])
  await walkTo(window.getByLabel('签收凭据'))
  await window.keyboard.type('顺丰回单 0012')
  await press('Control+Enter')
  await expect(window.locator('.pickup-done')).toBeVisible()
  expect(await homeOf(id)).toMatchObject({
    state: 'pendingClose',
    machinePlace: 'withCustomer',
    handOvers: [
      {
        way: 'courier',
        waybill: 'SF1234567890',
        deliveryProof: '顺丰回单 0012',
        signature: null,
        undone: false,
      },
    ],
  })
})

test('CLS-3 a lost slip: identity, a second person and a photo, then signed on paper that is scanned back', async () => {
  const { orders } = await readyVisit(window, 1)
  const id = orders[0]?.id ?? ''
  await openBy(orders[0]?.number ?? '')
  await walkTo(window.getByRole('button', { name: '凭证遗失' }))
  await press('Enter')
  await walkTo(list('签字'))
  await press('2')
  await press('Control+Enter')
  await expect(window.locator('.pickup-missing')).toContainText('凭证遗失要拍照存档')
  await choosePicture(window.locator('button', { hasText: '拍照存档' }))
  await expect(window.locator('button', { hasText: '照片已存' })).toBeVisible()
  await press('Control+Enter')
  await expect(window.locator('.pickup-missing')).toContainText('请选第二位核对的人')
  await walkTo(list('第二位核对的人'))
  await press('1')
  await press('Control+Enter')
  await expect(window.locator('.pickup-proof .problem-line')).not.toHaveText('')
  expect((await homeOf(id)).handOvers).toEqual([])
  await walkTo(window.getByLabel('核验了什么证件'))
  await window.keyboard.type('身份证 4403…1234')
  await press('Control+Enter')
  await expect(window.locator('.pickup-done')).toBeVisible()
  const { state, machinePlace, handOvers } = await homeOf(id)
  expect({ state, machinePlace, handOvers }).toMatchObject({
    state: 'pendingClose',
    machinePlace: 'withCustomer',
    handOvers: [{ way: 'lostSlip', identity: '身份证 4403…1234', signedOn: 'paper', signature: null }],
  })
  expect([handOvers[0]?.photo !== null, handOvers[0]?.secondPerson !== '']).toEqual([true, true])

  // The signed paper comes back from the scanner.
  await choosePicture(window.locator('.pickup-done button', { hasText: '补签字单据' }))
  await expect(window.locator('button', { hasText: '签字单据已存' })).toBeVisible()
  const [signed] = (await homeOf(id)).handOvers
  expect([signed?.signedOn, signed?.signature === null, signed?.undone]).toEqual(['paper', false, false])
})

test('CLS-2 an unclaimed machine is disposed of after three notices, with approval and file', async () => {
  await value(window, 'shop.changeSettings', { disposeUnclaimed: true, pickupTermDays: 1 })
  const { orders } = await value(window, 'handOver.unclaimed', {})
  const [first] = orders
  if (!first) throw new Error('nobody forgot a machine in the demo data')
  const { id } = first
  // What he owes stays owed: then it goes to be settled, else straight to the review.
  const { bills } = await value(window, 'settlement.preview', { orderIds: [id] })
  const owes = (bills[0]?.dueFen ?? 0) > 0
  for (let call = 0; call < 3; call += 1)
    await value(window, 'contact.attempt', { id, channel: 'phone', outcome: 'noAnswer', words: '' })
  await press('F9')
  await expect(window.locator('.pickup-reach')).toBeFocused()
  const row = window.locator('.pickup-unclaimed li', { hasText: first.number })
  await walkTo(row.getByRole('button', { name: '无人认领处置' }))
  await press('Enter')
  await expect(row.getByLabel('谁批准的')).toBeFocused()
  await window.keyboard.type('陈建华')
  await press('Tab')
  await window.keyboard.type('三次通知无人取，按约定处置')
  // Without the file it cannot be done.
  await expect(row.getByRole('button', { name: '处置', exact: true })).toBeDisabled()
  await choosePicture(row.locator('button', { hasText: '处置单照片' }))
  const run = row.getByRole('button', { name: '处置', exact: true })
  await expect(run).toBeEnabled()
  await walkTo(run)
  await press('Enter')
  await expect(window.locator('.notice')).toContainText(`${first.number} 已处置`)
  await expect(row).toHaveCount(0)
  const { outcome } = await value(window, 'order.get', { id })
  const { state, machinePlace, handOvers } = await homeOf(id)
  expect([state, machinePlace, outcome, handOvers.map(({ way, takenBy }) => [way, takenBy])]).toEqual([
    owes ? 'pendingSettlement' : 'pendingClose',
    'disposed',
    'unclaimed',
    [['disposal', 'nobody']],
  ])
})
