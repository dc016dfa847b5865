// The frame in the real window: from the first run by keyboard alone to settings, in both languages and themes.
import { formatNumber, parseNumber } from '#shared/kernel/document-number.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { expect, launchCounter, test } from './support/app.ts'
import type { CounterApp } from './support/app.ts'
import { axeProblems, demoFolder, picture, sideways, signIn } from './support/screens.ts'
import type { Lang } from './support/screens.ts'
import { corePid, value } from './support/shell.ts'

const PASSWORD = 'correct-horse-9'

test.describe('the first run', () => {
  test.use({ launch: { screen: '1280x720' } })

  test('leads by keyboard alone from an empty folder to the counter, and locks and opens again', async ({
    counter,
  }) => {
    const { window } = counter
    await expect(window.getByRole('heading', { name: '首次设置' })).toBeVisible()
    expect(await axeProblems(window)).toEqual([])
    await picture(window, 'zh-CN', 'first-run')

    await window.keyboard.press('Control+Enter')
    await expect(window.locator('[aria-invalid=true]').first()).toBeFocused()
    expect(await axeProblems(window)).toEqual([])
    await picture(window, 'zh-CN', 'first-run-errors')

    await fillFirstRun(window)
    await expect(window.getByText('今天还没有单子')).toBeVisible()
    expect(await axeProblems(window)).toEqual([])
    await picture(window, 'zh-CN', 'home-empty')

    await window.keyboard.press('Control+L')
    await expect(window.getByRole('heading', { name: '已锁屏' })).toBeVisible()
    await window.keyboard.type('not this one')
    await window.keyboard.press('Enter')
    await expect(window.getByText('还可以试 4 次')).toBeVisible()
    await expect(window.locator('.ant-btn-loading')).toHaveCount(0)
    expect(await axeProblems(window)).toEqual([])
    await picture(window, 'zh-CN', 'lock-wrong-password')
    await window.keyboard.type(PASSWORD)
    await window.keyboard.press('Enter')
    await expect(window.getByText('今天还没有单子')).toBeVisible()
  })

  test('STF-1 a new person must change the first password before anything else', async ({ counter }) => {
    const { window } = counter
    await setUp(window)
    await window.keyboard.press('Control+F12')
    await expect(window.getByRole('heading', { name: '店铺', exact: true })).toBeVisible()
    await window.keyboard.press('Alt+3')
    await expect(window.getByRole('heading', { name: '员工' })).toBeVisible()
    await window.keyboard.press('Control+N')
    await window.keyboard.type('1002')
    await window.keyboard.press('Enter')
    await window.keyboard.type('李晓梅')
    await window.keyboard.press('Enter')
    await window.keyboard.press('5')
    await picture(window, 'zh-CN', 'settings-staff-add')
    expect(await axeProblems(window)).toEqual([])
    await window.keyboard.press('Enter')
    await window.keyboard.type('first-pass-1')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('row', { name: /1002 李晓梅 受理员 · 收款员/ })).toBeVisible()
    await picture(window, 'zh-CN', 'settings-staff-few')

    await window.keyboard.press('Control+L')
    await window.getByRole('button', { name: '换人登录' }).click()
    await picture(window, 'zh-CN', 'sign-in')
    expect(await axeProblems(window)).toEqual([])
    await signIn(window, '1002', 'first-pass-1')
    await expect(window.getByRole('heading', { name: '换一个自己的密码' })).toBeVisible()
    await picture(window, 'zh-CN', 'change-first-password')
    expect(await axeProblems(window)).toEqual([])
    await window.keyboard.type('first-pass-1')
    await window.keyboard.press('Enter')
    await window.keyboard.type('1002')
    await window.keyboard.press('Enter')
    await window.keyboard.type('1002')
    await window.keyboard.press('Enter')
    await expect(window.getByText(/和工号太像/)).toBeVisible()
    await window.locator('input[type=password]').nth(1).fill('my-own-secret-7')
    await window.locator('input[type=password]').nth(2).fill('my-own-secret-7')
    await window.keyboard.press('Enter')
    await expect(window.getByText('今天还没有单子')).toBeVisible()
  })

  test('reads in English too, and so does every stage before work', async ({ counter }) => {
    test.setTimeout(120_000)
    const { window } = counter
    await window.getByText('English', { exact: true }).first().click()
    await look(window, 'en', 'first-run')
    await window.keyboard.press('Control+Enter')
    await expect(window.locator('[aria-invalid=true]').first()).toBeFocused()
    await look(window, 'en', 'first-run-errors')
    await fillFirstRun(window)
    await expect(window.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
    await look(window, 'en', 'home-empty')
    const password = 'first-pass-1'
    await value(window, 'staff.add', { staffNo: '1002', name: 'Mei Li', roles: ['clerk'], password })
    await window.keyboard.press('Control+L')
    await window.keyboard.type('not this one')
    await window.keyboard.press('Enter')
    await expect(window.getByText('4 tries left')).toBeVisible()
    await look(window, 'en', 'lock-wrong-password')
    await window.getByRole('button', { name: 'Somebody else' }).click()
    await look(window, 'en', 'sign-in')
    await signIn(window, '1002', password)
    await expect(window.getByRole('heading', { name: 'Choose a password of your own' })).toBeVisible()
    await look(window, 'en', 'change-first-password')
  })
})

/** Walks through the first run by Enter. */
async function fillFirstRun(window: Parameters<typeof signIn>[0]): Promise<void> {
  const fields = ['诚信电脑维修', '0755-83212345', '深圳市福田区华强北路 1002 号', '0755', 'sz01', '1']
  for (const text of fields) {
    await window.keyboard.press('Control+A')
    await window.keyboard.type(text)
    await window.keyboard.press('Enter')
  }
  await window.keyboard.press('Enter')
  for (const text of ['1001', '陈志远', PASSWORD]) {
    await window.keyboard.type(text)
    await window.keyboard.press('Enter')
  }
  await window.keyboard.type(PASSWORD)
  await window.keyboard.press('Enter')
}

async function setUp(window: Parameters<typeof signIn>[0]): Promise<void> {
  const labels = {
    店名: '诚信电脑维修',
    网点代码: 'SZ01',
    工号: '1001',
    姓名: '陈志远',
    密码: PASSWORD,
    再输一遍密码: PASSWORD,
  }
  for (const [label, text] of Object.entries(labels))
    await window.getByLabel(label, { exact: true }).fill(text)
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('今天还没有单子')).toBeVisible()
}

test('what was typed outlives a dead core, which says what failed and comes back on a key', async ({
  counter,
}) => {
  const { window } = counter
  await setUp(window)
  await window.keyboard.press('Control+F12')
  const name = window.getByLabel('店名')
  await name.fill('改了一半的店名')
  await expect(async () => {
    process.kill(corePid(counter), 'SIGKILL')
    await expect(window.getByText('后台程序停了')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  expect(await axeProblems(window)).toEqual([])
  await picture(window, 'zh-CN', 'core-down')
  expect(await name.inputValue()).toBe('改了一半的店名')
  await window.getByRole('button', { name: '重试' }).click()
  await expect(window.getByText('后台正常')).toBeVisible()
  await name.focus()
  await window.keyboard.press('Control+L')
  await expect(window.getByRole('heading', { name: '已锁屏' })).toBeVisible()
  await window.keyboard.type(PASSWORD)
  await window.keyboard.press('Enter')
  await expect(name).toBeFocused()
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('已保存：店铺')).toBeVisible()
  await expect(window.locator('.status-shop')).toContainText('改了一半的店名')
})

const WORDS = {
  'zh-CN': {
    home: '今日',
    settings: '设置',
    sections: [
      '店铺',
      '打印',
      '员工',
      '规则',
      '货架和工位',
      '备用机',
      '网点',
      '往来单位',
      '机型提醒',
      '备份',
      '外观',
      '我的密码和 PIN',
      '关于',
    ],
  },
  en: {
    home: 'Today',
    settings: 'Settings',
    sections: [
      'Shop',
      'Printing',
      'Staff',
      'Rules',
      'Shelves and benches',
      'Loaners',
      'Branches',
      'Partners',
      'Model warnings',
      'Backups',
      'Appearance',
      'My password and PIN',
      'About',
    ],
  },
} as const
const SECTION_NAMES = [
  'shop',
  'printing',
  'staff',
  'rules',
  'places-none',
  'loaners-none',
  'branches-none',
  'partners-none',
  'warnings-none',
  'backups',
  'look',
  'password',
  'about',
]

for (const lang of ['zh-CN', 'en'] as const) {
  test(`every screen of the frame can be read and reached in ${lang}, light and dark`, async () => {
    test.setTimeout(400_000)
    const demo = await demoFolder()
    const counter = await launchCounter({ dataFolder: demo.folder, screen: '1280x720' })
    const { window } = counter
    try {
      await expect(window.getByRole('combobox')).toBeVisible()
      if (lang === 'en') await window.getByText('English').click()
      await picture(window, lang, 'sign-in-many')
      await signIn(window, '1001', 'demo-1001')
      await expect(window.getByRole('heading', { name: WORDS[lang].home, exact: true })).toBeVisible()
      await expect(window.locator('.order-line').first()).toBeVisible()
      await look(window, lang, 'home')

      await window.keyboard.press('F1')
      await expect(window.getByRole('dialog')).toBeVisible()
      await look(window, lang, 'keys')
      await window.keyboard.press('Escape')
      await expect(window.getByRole('dialog')).toBeHidden()

      await window.keyboard.press('F3')
      await look(window, lang, 'search-verbs')
      await window.keyboard.insertText('张')
      await expect(window.getByText('张').locator('visible=true').first()).toBeVisible()
      await look(window, lang, 'search')
      await window.keyboard.press('Control+A')
      await window.keyboard.type('zzzz 9')
      await expect(window.locator('.omnibox-none')).toBeVisible()
      await look(window, lang, 'search-nothing')
      await window.keyboard.press('Escape')

      await window.keyboard.press('Control+F12')
      await expect(window.getByRole('heading', { name: WORDS[lang].settings, exact: true })).toBeVisible()
      for (const [index, name] of WORDS[lang].sections.entries()) {
        await window.locator('.settings-nav').getByRole('button', { name, exact: true }).click()
        await expect(window.getByRole('heading', { level: 2, name })).toBeVisible()
        await look(window, lang, `settings-${SECTION_NAMES[index]}`)
      }
      expect(counter.errors).toEqual([])
    } finally {
      await counter.close()
      await demo.remove()
    }
  })
}

/** A picture in the light theme, the accessibility check in both. */
async function look(window: Parameters<typeof signIn>[0], lang: Lang, name: string): Promise<void> {
  await picture(window, lang, name)
  expect.soft(await axeProblems(window), `${name}, light`).toEqual([])
  expect.soft(await sideways(window), `${name} sticks out sideways`).toBe(0)
  await window.emulateMedia({ colorScheme: 'dark' })
  await expect(window.locator('html[data-theme=dark]')).toBeAttached()
  await picture(window, lang, `${name}-dark`)
  expect.soft(await axeProblems(window), `${name}, dark`).toEqual([])
  await window.emulateMedia({ colorScheme: 'light' })
  await expect(window.locator('html[data-theme=light]')).toBeAttached()
}

/** The barcode of a written order number. */
function digitsOf(number: string): string {
  const parts = parseNumber(number)
  if (isRefused(parts)) throw new Error(`not a number: ${number}`)
  return formatNumber(parts).digits
}

/** Sends keys as fast as a wedge does, through the window's real input. */
async function scan({ app }: CounterApp, digits: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, keys) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (const keyCode of keys) {
        contents?.sendInputEvent({ type: 'keyDown', keyCode })
        contents?.sendInputEvent({ type: 'char', keyCode })
        contents?.sendInputEvent({ type: 'keyUp', keyCode })
      }
    },
    [...digits, 'Enter'],
  )
}

test('a scanned code opens its order from inside a field and leaves the field as it was', async () => {
  const demo = await demoFolder(80)
  const counter = await launchCounter({ dataFolder: demo.folder })
  const { window } = counter
  try {
    await expect(window.getByRole('combobox')).toBeVisible()
    await signIn(window, '1001', 'demo-1001')
    await expect(window.locator('.order-line').first()).toBeVisible()
    const number = (await window.locator('.order-line .mono').first().textContent()) ?? ''
    await window.keyboard.press('F3')
    await window.keyboard.type('abc', { delay: 80 })
    await window.waitForTimeout(100)
    await scan(counter, digitsOf(number))
    await expect(window.locator('.work-tab-active')).toHaveText(number)

    await window.keyboard.press('Control+F12')
    const name = window.locator('.settings input').first()
    const before = await name.inputValue()
    await name.focus()
    await window.waitForTimeout(100)
    const misread = `${digitsOf(number).slice(0, -1)}${(Number(digitsOf(number).at(-1)) + 1) % 10}`
    await scan(counter, misread)
    await expect(window.locator('.notice-bad')).toBeVisible()
    expect(await name.inputValue()).toBe(before)
    await expect(name).toBeFocused()
  } finally {
    await counter.close()
    await demo.remove()
  }
})
