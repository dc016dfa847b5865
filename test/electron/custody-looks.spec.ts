// How the screens of places, loaners and directories look: both languages, light and dark, accessibility.
import type { Page } from '@playwright/test'
import { formatDigits, parseNumber } from '../../src/shared/kernel/document-number.ts'
import { isRefused } from '../../src/shared/kernel/result.ts'
import { expect, test } from './support/app.ts'
import { forgetDemo, openDesk, takeIn } from './support/orders.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import { value } from './support/shell.ts'

test.afterAll(forgetDemo)

const enter = async (window: Page, code: string) => {
  await window.keyboard.type(code)
  await window.keyboard.press('Enter')
}

for (const lang of ['zh-CN', 'en'] as const) {
  test(`the screens of custody look right in ${lang}`, async () => {
    test.setTimeout(300_000)
    const desk = await openDesk(lang)
    const { window } = desk
    try {
      const look = async (name: string, dark = true) => {
        await window.waitForTimeout(250)
        await picture(window, lang, name)
        expect.soft(await axeProblems(window), `${name}, light`).toEqual([])
        expect.soft(await sideways(window), name).toBe(0)
        await window.emulateMedia({ colorScheme: 'dark' })
        await window.waitForTimeout(150)
        await picture(window, lang, `${name}-dark`)
        if (dark) expect.soft(await axeProblems(window), `${name}, dark`).toEqual([])
        await window.emulateMedia({ colorScheme: 'light' })
        await window.waitForTimeout(100)
      }
      const { order } = await takeIn(window)
      const parts = parseNumber(order.number)
      if (isRefused(parts)) throw new Error(order.number)
      const accessory = (n: number) => formatDigits('accessory', parts, n)
      await window.keyboard.press('Shift+F3')
      await expect(window.locator('.custody-scan input:visible')).toBeFocused()
      await look('custody-empty')
      const shelf = await value(window, 'custody.addPlace', { name: '货架 A1', kind: 'shelf' })
      await value(window, 'custody.addPlace', { name: '靠窗货架第二层左边', kind: 'shelf', code: 'C2' })
      await value(window, 'custody.addPlace', { name: '工位 2', kind: 'bench', code: 'GZ-2' })
      const loaner = await value(window, 'custody.addLoaner', {
        name: '备用本 ThinkPad X230',
        serial: 'R9-ABCDE',
        accessories: '电源、鼠标',
        remark: '',
        code: 'BY-1',
      })
      await value(window, 'custody.addLoaner', {
        name: '备用手机',
        serial: '',
        accessories: '',
        remark: '',
        code: 'BY-2',
      })
      await value(window, 'custody.move', { codes: [accessory(1)], to: { code: shelf.code } })
      await enter(window, order.number)
      await enter(window, accessory(1))
      await enter(window, accessory(2))
      await expect(window.locator('.custody-main tbody tr')).toHaveCount(3)
      await look('custody-pile')
      await enter(window, '6901234567892')
      await look('custody-unknown')
      await window.keyboard.press('Alt+2')
      await look('custody-technicians')
      await window.keyboard.press('Escape')
      await window.locator('.custody-scan input:visible').focus()
      await enter(window, shelf.code)
      await expect(window.locator('.custody-good')).toBeVisible()
      await enter(window, shelf.code)
      await look('custody-place')
      await window.keyboard.press('Escape')
      await enter(window, 'BY-1')
      await look('custody-lend')
      await window.keyboard.press('Escape')
      await value(window, 'custody.lend', { orderId: order.id, loaner: loaner.id, backBy: '2099-12-01' })
      await enter(window, 'BY-1')
      await look('custody-take-back')
      await window.keyboard.press('Escape')
      await window.keyboard.press('F3')
      await window.keyboard.type(order.number)
      await expect(window.getByRole('option')).toHaveCount(1)
      await look('custody-search', false)
      await window.keyboard.press('Enter')
      await expect(window.locator('.order-head-number:visible')).toHaveText(order.number)
      await window.keyboard.press('Control+6')
      await expect(window.locator('.custody-order')).toBeVisible()
      await look('custody-order', false)
      await window.getByRole('button', { name: lang === 'en' ? 'Lend a loaner' : '借备用机' }).click()
      await look('custody-order-lend', false)
      await value(window, 'directory.addBranch', {
        code: 'GZ02',
        name: '广州天河站',
        level: 'mainStation',
        phone: '020-83001234',
        address: '',
        serves: true,
        technicians: ['老陈'],
      })
      await value(window, 'directory.addPartner', {
        name: '天河芯片级维修中心',
        contact: '陈工',
        phone: '13900139000',
        address: '',
        repairVendor: true,
        categories: ['手机'],
        usualDays: 5,
        remark: '',
      })
      await value(window, 'directory.addWarning', {
        brand: '联想',
        model: '',
        text: '先问有没有 BIOS 密码；屏轴易断，拍照为证',
      })
      await window.keyboard.press('Control+F12')
      await expect(window.locator('.settings-nav')).toBeVisible()
      for (const [index, name] of ['places', 'loaners', 'branches', 'partners', 'warnings'].entries()) {
        await window.keyboard.press(`Alt+${index + 5}`)
        await expect(window.locator('.plain-table')).toBeVisible()
        await look(`settings-${name}`)
        await window.keyboard.press('Control+n')
        await expect(window.getByRole('dialog')).toBeVisible()
        await look(`settings-${name}-add`)
        await window.keyboard.press('Escape')
        await expect(window.getByRole('dialog')).toBeHidden()
      }
    } finally {
      await desk.close()
    }
  })
}
