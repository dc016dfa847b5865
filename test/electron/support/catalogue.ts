// Entries beside the demo's catalogue, for the tests of its screen, and the file dialogs that they answer.
import type { Page } from '@playwright/test'
import type { CounterApp } from './app.ts'
import { value } from './shell.ts'

const PART = {
  spec: '',
  kind: 'part',
  unit: '个',
  decimals: 0,
  serialTracked: false,
  oldReturnable: false,
  models: [],
  barcode: null,
  prices: {},
  minimum: 0,
  warrantyDays: null,
  repairFeeFen: null,
  feeApart: false,
  yieldCount: null,
} as const

const PARTS = [
  {
    code: 'X-TONER',
    name: '试用硒鼓',
    spec: '适用京瓷 FS-1040 系列，黑色',
    kind: 'consumable',
    unit: '支',
    priceFen: 18_800,
    prices: { company: 17_500, peer: 15_000 },
    minimum: 5000,
    yieldCount: 2500,
    barcode: '6909999000017',
  },
  {
    code: 'X-SSD',
    name: '试用固态硬盘',
    spec: 'M.2 2280 NVMe PCIe 3.0',
    priceFen: 32_900,
    serialTracked: true,
    oldReturnable: true,
    warrantyDays: 1095,
    minimum: 2000,
    repairFeeFen: 8000,
    models: ['ThinkPad T14', 'ThinkPad T480', '联想小新'],
  },
  { code: 'X-WIRE', name: '试用导线', spec: '0.5 mm²', unit: '米', decimals: 1, priceFen: 333 },
  { code: 'X-CRT', name: '显像管 21 寸', spec: '', unit: '只', priceFen: 45_000 },
] as const

/** Four parts, two service items and a package. */
export const fillByHand = async (window: Page) => {
  const parts = []
  for (const part of PARTS) parts.push(await value(window, 'part.add', { ...PART, ...part }))
  await value(window, 'part.change', { id: parts[3]?.id, changes: { active: false } })
  const work = { prices: {}, minutes: 60, warrantyDays: 30 } as const
  const screen = await value(window, 'serviceItem.add', {
    ...work,
    code: 'X-W01',
    name: '试用换屏',
    priceFen: 10_000,
    commission: 'percent',
    commissionValue: 1250,
  })
  await value(window, 'serviceItem.add', {
    ...work,
    code: 'X-W02',
    name: '试用清灰',
    priceFen: 5000,
    commission: 'amount',
    commissionValue: 1000,
  })
  await value(window, 'package.add', {
    code: 'X-PACK',
    name: '升级固态硬盘套餐',
    items: [
      { kind: 'part', id: parts[1]?.id, quantity: 1000, priceFen: 29_900 },
      { kind: 'serviceItem', id: screen.id, quantity: 1000, priceFen: null },
    ],
  })
  return parts
}

/** The next tables are saved here; main's own dialog is not to be seen under a test. */
export const saveTablesTo = (counter: Pick<CounterApp, 'app'>, file: string): Promise<void> =>
  counter.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as never
  }, file)

/** Answers every file chooser of the window with the table that was laid ready last. */
export const answerChoosers = (window: Page) => {
  let ready = { name: '', mimeType: 'text/csv', buffer: Buffer.alloc(0) }
  window.on('filechooser', (chooser) => void chooser.setFiles(ready))
  return (name: string, text: string): void => {
    ready = { ...ready, name, buffer: Buffer.from(text) }
  }
}
