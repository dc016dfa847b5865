// What the tests of pick-up and review share: machines that were repaired, and a hand that signs.
import type { Locator, Page } from '@playwright/test'
import { expect } from './app.ts'
import { photoOf, takeIn } from './orders.ts'
import { value } from './shell.ts'

/** Manager, clerk, dispatcher and cashier in one: a small shop's owner. */
export const OWNER = '1001'

export const RECORD = {
  faultCode: 'power',
  actualFault: '电源板烧毁',
  action: '更换电源板，试机两小时正常',
  result: 'repaired',
  minutes: 45,
  lines: [{ kind: 'labour', text: '更换电源板' }],
}

/** Printed, dispatched to the best technician, received and reported done by the counter for him. */
export const repair = async (window: Page, id: string): Promise<void> => {
  const { technicians } = await value(window, 'dispatch.candidates', { id })
  const primary = technicians[0]?.staffId
  await value(window, 'print.pdf', { paper: 'repairOrder', subjectId: id })
  await value(window, 'dispatch.assign', { orders: [{ id }], primary })
  await value(window, 'dispatch.receive', { id })
  await value(window, 'service.complete', { id, record: RECORD, doneBy: primary })
}

/** Two machines of one customer, the first repaired; the second too unless told. */
export const readyVisit = async (window: Page, ready: 1 | 2 = 2) => {
  const visit = await takeIn(window)
  for (const { id } of visit.orders.slice(0, ready)) await repair(window, id)
  const panel = await value(window, 'handOver.panel', { visitId: visit.visitId })
  return { ...visit, panel }
}

/** A signature by mouse: two strokes. */
export const sign = async (window: Page): Promise<void> => {
  const pad = window.locator('.pickup-sign canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no signature pad')
  for (const start of [0.2, 0.5]) {
    await window.mouse.move(box.x + box.width * start, box.y + box.height * 0.3)
    await window.mouse.down()
    for (const step of [0.05, 0.1, 0.15, 0.2])
      await window.mouse.move(
        box.x + box.width * (start + step),
        box.y + box.height * (0.3 + ((step * 20) % 2) * 0.25),
      )
    await window.mouse.up()
  }
}

/** Key by key until the focus is there, as somebody without a mouse gets there. */
export const walkTo = async (window: Page, target: Locator, key: 'Tab' | 'Enter' = 'Tab'): Promise<void> => {
  await expect(target).toBeVisible()
  const here = () => target.evaluate((element) => element === document.activeElement)
  for (let steps = 0; steps < 80 && !(await here()); steps += 1) await window.keyboard.press(key)
  await expect(target).toBeFocused()
}

/** Enter on the button; the file that the dialog of the system would give. */
export const choosePicture = async (window: Page, button: Locator): Promise<void> => {
  await walkTo(window, button)
  const chooser = window.waitForEvent('filechooser')
  // The dialog is caught only once the browser has heard so; a key may be faster.
  await window.evaluate(() => undefined)
  await window.keyboard.press('Enter')
  await (await chooser).setFiles({ name: 'scan.png', mimeType: 'image/png', buffer: photoOf() })
}
