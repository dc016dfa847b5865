// People at one counter: PINs, the quick switch, the staff form, the rules, masked numbers. By keyboard alone.
import { expect, test } from './support/app.ts'
import { CLERK, MANAGER, auditOf, forgetDemo, openDesk, passwordOf } from './support/orders.ts'
import { axeProblems, picture, sideways } from './support/screens.ts'
import type { Lang } from './support/screens.ts'
import { signedIn, value } from './support/shell.ts'

test.afterAll(forgetDemo)

const PIN = '582946'
const WORDS = {
  'zh-CN': { staff: '改资料', own: '我的密码和 PIN', show: '显示号码' },
  en: { staff: 'Change', own: 'My password and PIN', show: 'Show number' },
} as const

for (const lang of ['zh-CN', 'en'] as const) {
  test(`STF-1 people change at the counter by initials and PIN in ${lang}`, async () => {
    test.setTimeout(180_000)
    const desk = await openDesk(lang, CLERK)
    const { window } = desk
    const { keyboard } = window
    const look = async (name: string) => {
      await window.waitForTimeout(250)
      await picture(window, lang, name)
      expect({ name, problems: await axeProblems(window), sideways: await sideways(window) }).toEqual({
        name,
        problems: [],
        sideways: 0,
      })
    }
    try {
      const clerk = await signedIn(window)
      await keyboard.press('Control+F12')
      await window.getByRole('button', { name: WORDS[lang].own }).click()
      const form = window.locator('.pin-section')
      await form.locator('input').first().focus()
      await keyboard.type(passwordOf(CLERK))
      await keyboard.press('Enter')
      await keyboard.type('1234')
      await keyboard.press('Enter')
      await keyboard.type('1234')
      await keyboard.press('Enter')
      await expect(form.locator('.ant-form-item-explain-error')).toBeVisible()
      await look('own-pin-weak')
      await keyboard.press('Control+A')
      await keyboard.type(PIN)
      await keyboard.press('Enter')
      await keyboard.press('Control+A')
      await keyboard.type(PIN)
      await keyboard.press('Enter')
      await expect(form.locator('button', { hasText: /PIN/ })).toHaveCount(2)
      await look('own-pin-set')

      // The same person comes back by the PIN.
      await keyboard.press('Control+l')
      await expect(window.locator('.lock-cover')).toBeVisible()
      await look('lock-pin')
      await keyboard.type(PIN)
      await keyboard.press('Enter')
      await expect(window.locator('.lock-cover')).toHaveCount(0)

      // Somebody else, and back: the quick switch.
      await keyboard.press('Control+l')
      await expect(window.locator('.lock-cover')).toBeVisible()
      await keyboard.press('F2')
      await expect(window.getByRole('combobox').first()).toBeFocused()
      await keyboard.type(MANAGER)
      await keyboard.press('Enter')
      await look('switch-password')
      await keyboard.type(passwordOf(MANAGER))
      await keyboard.press('Enter')
      await expect(window.locator('.frame')).toBeVisible()
      expect(await signedIn(window)).not.toBe(clerk)

      const start = performance.now()
      await keyboard.press('Control+l')
      await expect(window.locator('.lock-cover')).toBeVisible()
      await keyboard.press('F2')
      await expect(window.getByRole('combobox').first()).toBeFocused()
      await keyboard.type(CLERK)
      await keyboard.press('Enter')
      await keyboard.type(PIN)
      await keyboard.press('Enter')
      await expect(window.locator('.frame')).toBeVisible()
      const seconds = (performance.now() - start) / 1000
      expect(await signedIn(window)).toBe(clerk)
      expect(seconds).toBeLessThan(3)
      process.stdout.write(`quick switch ${seconds.toFixed(2)} s\n`)
    } finally {
      await desk.close()
    }
  })

  test(`STF-4 a masked number is shown for a reason, and people and rules are kept in ${lang}`, async () => {
    test.setTimeout(180_000)
    const desk = await openDesk(lang)
    const { window } = desk
    const { keyboard } = window
    const look = (name: string) => seen(window, lang, name)
    try {
      const { people } = await value(window, 'staff.list')
      const own = people.find(({ staffNo }) => staffNo === MANAGER)
      await value(window, 'staff.change', {
        id: own?.id,
        roles: ['manager'],
        skills: ['笔记本', '联想'],
        areas: ['福田区'],
        hours: [{ days: [1, 2, 3, 4, 5], from: 540, until: 1080 }],
      })
      const { orders } = await value(window, 'order.list', { view: 'all', limit: 1 })
      await keyboard.press('F11')
      await window.locator('.orders-grid').focus()
      await keyboard.press('Home')
      await keyboard.press('Enter')
      await expect(window.locator('.order-head-number:visible')).toBeVisible()
      const phones = window.locator('.order-phones:visible')
      await expect(phones).toContainText('****')
      await phones.getByRole('button', { name: WORDS[lang].show }).focus()
      await keyboard.press('Enter')
      await look('phone-ask')
      await keyboard.type('回电')
      await keyboard.press('Enter')
      await expect(phones).not.toContainText('****')
      await look('phone-shown')
      await keyboard.press('Escape')
      await expect(phones).toContainText('****')
      expect(await auditOf(desk.dataFolder, 'customer.phoneRevealed')).toEqual([
        { object_id: orders[0]?.customerId, details: '{"reason":"回电"}' },
      ])

      await keyboard.press('Control+F12')
      await expect(window.locator('.settings-nav')).toBeVisible()
      await keyboard.press('Alt+3')
      await expect(window.locator('.plain-table tbody tr').first()).toBeVisible()
      await look('staff-list')
      await window
        .getByRole('button', { name: `${WORDS[lang].staff} ${own?.name}` })
        .first()
        .focus()
      await keyboard.press('Enter')
      await expect(window.locator('.hours-line')).toHaveCount(1)
      await look('staff-form')
      await keyboard.press('Escape')
      await keyboard.press('Alt+4')
      await expect(window.locator('.rules-switch').first()).toBeVisible()
      await look('rules')
      await window.locator('.settings-form input').first().focus()
      await keyboard.press('Control+A')
      await keyboard.type('45')
      await keyboard.press('Control+Enter')
      await expect.poll(async () => (await value(window, 'shop.settings')).pickupTermDays).toBe(45)
    } finally {
      await desk.close()
    }
  })
}

const seen = async (window: Parameters<typeof picture>[0], lang: Lang, name: string) => {
  await window.waitForTimeout(250)
  await picture(window, lang, name)
  expect({ name, problems: await axeProblems(window), sideways: await sideways(window) }).toEqual({
    name,
    problems: [],
    sideways: 0,
  })
}
