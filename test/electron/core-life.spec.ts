// The core's life beside the window (reliability P4, P10): killed, left alone, reloaded around, drained.
import type { ConnectCounter } from '../../src/shared/contract/window.ts'
import { expect, launchCounter, test } from './support/app.ts'
import { call, corePid, isAlive, openShop, signIn, signedIn, value } from './support/shell.ts'

test('P4 a killed core is back within 3 s and the person is still signed in', async ({ counter }, info) => {
  const { window } = counter
  await openShop(window)
  const times: number[] = []
  for (let round = 0; round < 2; round += 1) {
    const pid = corePid(counter)
    const started = performance.now()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => isAlive(pid), { intervals: [1] }).toBe(false)
    expect(await signedIn(window)).toBe('王敏')
    times.push(Math.round(performance.now() - started))
    expect(corePid(counter)).not.toBe(pid)
  }
  info.annotations.push({ type: 'core back after (ms)', description: times.join(', ') })
  expect(Math.max(...times)).toBeLessThan(3000)
})

test('P4 the window is told that the core restarts and that it is up again', async ({ counter }) => {
  await call(counter.window, 'shop.get')
  await counter.window.evaluate(() => {
    const { connectCounter } = window as unknown as { connectCounter: ConnectCounter }
    const heard: string[] = []
    Object.assign(window, { heard })
    connectCounter((event) => event.type === 'core' && heard.push(event.state))
  })
  process.kill(corePid(counter), 'SIGKILL')
  await expect
    .poll(() => counter.window.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toEqual(['restarting', 'up'])
})

test('three quick deaths are told in plain words, and a retry brings the core back', async ({ counter }) => {
  const { window } = counter
  await call(window, 'shop.get')
  for (let death = 1; death <= 3; death += 1) {
    process.kill(corePid(counter), 'SIGKILL')
    if (death < 3) await expect.poll(async () => (await call(window, 'shop.get')).ok).toBe(true)
  }
  await expect.poll(async () => (await value(window, 'host.coreState')).state).toBe('down')
  expect((await value(window, 'host.coreState')).message).toMatch(/重试.*Retry/s)
  expect(await call(window, 'shop.get')).toEqual({ ok: false, kind: 'fault', faultId: 'core-down' })
  await value(window, 'host.retryCore')
  await expect.poll(async () => (await call(window, 'shop.get')).ok).toBe(true)
})

test('a window that loads anew finds its person still signed in', async ({ counter }) => {
  await openShop(counter.window)
  await counter.window.reload()
  expect(await signedIn(counter.window)).toBe('王敏')
})

test('P4 a killed window is loaded anew and its person is still signed in', async ({ counter }) => {
  await openShop(counter.window)
  // Asked through main: the driver's own page object ends with the process. A question to a dying page is
  // never answered, so each has a short life.
  const asked = () =>
    counter.app.evaluate(async ({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents
      const question = page?.executeJavaScript("connectCounter(() => {})('session.current', {})")
      const late = new Promise((resolve) => setTimeout(resolve, 300, undefined))
      const reply = (await Promise.race([question, late])) as { value?: { person?: { name: string } } }
      return reply?.value?.person?.name
    })
  await counter.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(() => asked().catch(() => 'gone')).toBe('王敏')
})

test('what was acknowledged just before the end is there afterwards', async () => {
  const info = test.info()
  const dataFolder = info.outputPath('data')
  const first = await launchCounter({ dataFolder })
  await openShop(first.window)
  const core = corePid(first)
  const acknowledged: string[] = []
  await first.window.exposeFunction('acknowledge', (name: string) => acknowledged.push(name))
  await first.window.evaluate(() => {
    const { connectCounter, acknowledge } = window as unknown as {
      connectCounter: ConnectCounter
      acknowledge: (name: string) => void
    }
    const ask = connectCounter(() => undefined)
    void (async () => {
      for (let n = 1; n <= 200; n += 1) {
        const reply = await ask('shop.update', { address: `第${n}号` }, `update-${n}`)
        if (!reply.ok) return
        acknowledge(`第${n}号`)
      }
    })()
  })
  await expect.poll(() => acknowledged.length).toBeGreaterThan(3)
  await first.close()
  expect(isAlive(core)).toBe(false)

  const second = await launchCounter({ dataFolder })
  try {
    await signIn(second.window)
    const { shop } = await value(second.window, 'shop.get')
    const stored = Number(/\d+/.exec(shop?.address ?? '')?.[0])
    const told = Number(/\d+/.exec(acknowledged.at(-1) ?? '')?.[0])
    expect(stored).toBeGreaterThanOrEqual(told)
  } finally {
    await second.close()
  }
})

test('a core does not outlive a killed program by more than 2 s, and its folder is free again', async () => {
  const info = test.info()
  const dataFolder = info.outputPath('data')
  const first = await launchCounter({ dataFolder })
  await openShop(first.window)
  const core = corePid(first)
  const started = performance.now()
  process.kill(first.app.process().pid as number, 'SIGKILL')
  await expect.poll(() => isAlive(core), { intervals: [20], timeout: 5000 }).toBe(false)
  const took = Math.round(performance.now() - started)
  info.annotations.push({ type: 'core gone after (ms)', description: String(took) })
  expect(took).toBeLessThan(2000)
  await first.close()

  const second = await launchCounter({ dataFolder })
  try {
    expect((await value(second.window, 'shop.get')).shop?.name).toBe('明亮维修')
  } finally {
    await second.close()
  }
})

test('a folder that another program uses is refused in plain words, and taken when it is free', async () => {
  const info = test.info()
  const dataFolder = info.outputPath('data')
  const first = await launchCounter({ dataFolder })
  const second = await launchCounter({ dataFolder })
  try {
    await value(first.window, 'shop.get')
    await expect.poll(async () => (await value(second.window, 'host.coreState')).state).toBe('down')
    expect((await value(second.window, 'host.coreState')).message).toMatch(
      /正被另一个维修前台使用.*in use by another/s,
    )
    await first.close()
    await value(second.window, 'host.retryCore')
    await expect.poll(async () => (await call(second.window, 'shop.get')).ok).toBe(true)
  } finally {
    await first.close()
    await second.close()
  }
})
