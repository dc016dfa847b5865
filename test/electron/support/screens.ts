// What tests of screens share: demo data, signing in, pictures by language, and the accessibility check.
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { runCounter } from '../../support/counter-process.ts'

const pictures = resolve(fileURLToPath(import.meta.url), '../../../../test-results/screens')

export type Lang = 'zh-CN' | 'en'

/** A data folder with believable orders; its manager is 1010 with the password demo-1010. */
export async function demoFolder(orders = 150): Promise<{ folder: string; remove: () => Promise<void> }> {
  const own = await mkdtemp(join(tmpdir(), 'repair-counter-demo-'))
  const folder = join(own, 'data')
  const args = ['demo', '--data', folder, '--orders', String(orders), '--years', '1', '--seed', '3']
  const { code, stderr } = await runCounter(args)
  if (code !== 0) throw new Error(`demo ended with ${code}: ${stderr}`)
  return { folder, remove: () => rm(own, { recursive: true, force: true }) }
}

/** Saves what is to be seen under test-results/screens/<language>/<name>.png. */
export async function picture(window: Page, lang: Lang, name: string): Promise<void> {
  const folder = join(pictures, lang)
  mkdirSync(folder, { recursive: true })
  await window.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Everything that axe calls serious or critical, one line each. */
export async function axeProblems(window: Page): Promise<string[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe.source)
  const violations = await window.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe
    // One document without frames: what passes need not be described, no style sheet fetched.
    const found = await run(document, { resultTypes: ['violations'], preload: false })
    return found.violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
    )
}

/** Nothing may stick out sideways in the smallest window. */
export async function sideways(window: Page): Promise<number> {
  return window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Types number and password on the sign-in screen and waits for the frame. */
export async function signIn(window: Page, staffNo: string, password: string): Promise<void> {
  await window.getByRole('combobox').first().fill(staffNo)
  await window.keyboard.press('Enter')
  await window.keyboard.type(password)
  await window.keyboard.press('Enter')
}
