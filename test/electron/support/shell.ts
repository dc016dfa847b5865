// What the tests of the shell share: calling through the real bridge, a shop to call about, and the processes.
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { HostMethod, HostValue } from '../../../src/shared/contract/host.ts'
import type { Method, Value } from '../../../src/shared/contract/index.ts'
import type { Reply } from '../../../src/shared/contract/reply.ts'
import type { ConnectCounter } from '../../../src/shared/contract/window.ts'
import type { CounterApp } from './app.ts'
import { expect } from './app.ts'

/** Calls as the window's own code does. */
export const call = async (
  page: Page,
  method: string,
  params: unknown = {},
  commandId?: string,
): Promise<Reply> => {
  await page.waitForFunction(() => 'connectCounter' in window)
  return page.evaluate(
    ([name, input, id]) => {
      const { connectCounter } = window as unknown as { connectCounter: ConnectCounter }
      return connectCounter(() => undefined)(name, input, id)
    },
    [method, params, commandId] as const,
  )
}

/** The value of a call that must succeed. */
export const value = async <M extends Method | HostMethod>(
  page: Page,
  method: M,
  params: unknown = {},
): Promise<ValueOf<M>> => {
  const reply = await call(page, method, params, randomUUID())
  expect(reply, JSON.stringify(reply)).toMatchObject({ ok: true })
  return (reply.ok ? reply.value : undefined) as ValueOf<M>
}

type ValueOf<M> = M extends Method ? Value<M> : M extends HostMethod ? HostValue<M> : never

export const manager = { staffNo: 'M001', name: '王敏', password: 'counter-9-Tests' }

/** Sets a shop up and signs its manager in. */
export const openShop = async (page: Page): Promise<void> => {
  await value(page, 'shop.setUp', {
    name: '明亮维修',
    address: '深圳市福田区',
    phone: '0755-83000000',
    areaCode: '0755',
    language: 'zh-CN',
    paperLanguage: 'zh-CN',
    branchCode: 'SZ',
    manager,
  })
  await signIn(page)
}

export const signIn = (page: Page) =>
  value(page, 'session.login', { staffNo: manager.staffNo, password: manager.password })

/** Who the core says is signed in in this window. */
export const signedIn = async (page: Page): Promise<string | undefined> =>
  (await value(page, 'session.current')).person?.name

/** The pid of the core of this program (Linux). */
export const corePid = (counter: CounterApp): number => {
  const main = counter.app.process().pid
  const found = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isCore(pid, main))
  expect(found).toHaveLength(1)
  return Number(found[0])
}

const isCore = (pid: string, parent: number | undefined): boolean => {
  try {
    const ppid = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    return ppid === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('child.mjs')
  } catch {
    return false
  }
}

/** Whether the process is there and not merely waiting to be buried. */
export const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** The orders taken in last, the last one first; lists put urged ones before them. */
export const newestOrders = async (window: Page) => {
  const { orders } = await value(window, 'order.list', { view: 'all', limit: 50 })
  return orders.toSorted((a, b) => b.createdAt - a.createdAt || b.number.localeCompare(a.number))
}
