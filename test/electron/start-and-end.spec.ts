// How the program starts, a second time too, and what it does at the edges: pictures, dialogs, bounds.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { electronEnv, electronFlags, electronRuntime } from '../../scripts/lib/runtime.mjs'
import type { CounterApp } from './support/app.ts'
import { expect, launchCounter, test } from './support/app.ts'
import { call, corePid, value } from './support/shell.ts'

/** Starts the program as a person would and waits for its end. */
const start = async (args: string[], env: Record<string, string>) => {
  const child = spawn(electronRuntime().electron, [...electronFlags(), ...args], { env: electronEnv(env) })
  let words = ''
  child.stderr.on('data', (part: Buffer) => (words += part.toString()))
  const killer = setTimeout(() => child.kill('SIGKILL'), 20_000)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearTimeout(killer)
  return { code, words }
}

const surroundings = (counter: CounterApp) =>
  counter.app.evaluate(({ app }) => ({
    folder: app.getAppPath(),
    profile: app.getPath('userData'),
    display: process.env.DISPLAY ?? '',
  }))

test('a second start is refused in plain words, touches nothing, and shows the first window', async ({
  counter,
}, info) => {
  await value(counter.window, 'shop.get')
  const { folder, profile, display } = await surroundings(counter)
  await counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const other = info.outputPath('other-data')
  const hostile = ['--data', other, '--gpu-off', 'https://example.com/', 'file:///etc/passwd']
  const { code, words } = await start([`--user-data-dir=${profile}`, folder, ...hostile], {
    DISPLAY: display,
  })
  expect({ code, words }).toEqual({ code: 1, words: expect.stringMatching(/已经打开.*already open/s) })
  expect(existsSync(other)).toBe(false)
  await expect
    .poll(() => counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false)
  expect(await counter.window.evaluate(() => location.href)).toMatch(/^app:\/\/shop\/index\.html/)
  expect(counter.app.windows()).toHaveLength(1)
})

test('P5 of ten starts at once on one profile one lives', async () => {
  const info = test.info()
  const dataFolder = info.outputPath('data')
  const profile = info.outputPath('profile')
  const first = await launchCounter({ dataFolder, args: [`--user-data-dir=${profile}`] })
  try {
    const { folder, display } = await surroundings(first)
    const args = [`--user-data-dir=${profile}`, folder, '--data', dataFolder]
    const ends = await Promise.all(Array.from({ length: 10 }, () => start(args, { DISPLAY: display })))
    expect(ends.map(({ code }) => code)).toEqual(Array.from({ length: 10 }, () => 1))
    expect(await call(first.window, 'shop.get')).toMatchObject({ ok: true })
  } finally {
    await first.close()
  }
})

test('X2 a production start refuses what opens the walls', async ({ counter }) => {
  const { folder, display } = await surroundings(counter)
  const env = { DISPLAY: display, REPAIR_COUNTER_STRICT: '1' }
  for (const flag of [
    '--remote-debugging-port=0',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--load-extension=/x',
  ]) {
    const { code, words } = await start([flag, folder], env)
    expect({ code, words }).toEqual({ code: 1, words: expect.stringContaining(flag) })
  }
})

test('the first screen is photographed where that was asked for', async () => {
  const info = test.info()
  const picture = info.outputPath('first-screen.png')
  const counter = await launchCounter({ env: { REPAIR_COUNTER_SNAPSHOT: picture } })
  try {
    await expect.poll(() => existsSync(picture), { timeout: 20_000 }).toBe(true)
    const { width, height } = PNG.sync.read(readFileSync(picture))
    expect([width >= 1000, height >= 600]).toEqual([true, true])
  } finally {
    await counter.close()
  }
})

test('the window opens where it was, no smaller than it may be, and has no menu', async () => {
  const info = test.info()
  const profile = info.outputPath('profile')
  const launch = () => launchCounter({ args: [`--user-data-dir=${profile}`], screen: '1920x1080' })
  const facts = (counter: CounterApp) =>
    counter.app.evaluate(({ BrowserWindow, Menu }) => {
      const window = BrowserWindow.getAllWindows()[0]
      return {
        size: window?.getSize(),
        least: window?.getMinimumSize(),
        menu: Menu.getApplicationMenu(),
        zoom: window?.webContents.getZoomFactor(),
      }
    })
  const first = await launch()
  expect(await facts(first)).toEqual({ size: [1280, 720], least: [1280, 720], menu: null, zoom: 1 })
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1500, 900))
  await first.close()
  const second = await launch()
  expect((await facts(second)).size).toEqual([1500, 900])
  await second.close()
})

test('reload keys and zoom keys do nothing', async ({ counter }) => {
  await call(counter.window, 'shop.get')
  await counter.window.evaluate(() => Object.assign(window, { stays: true }).stays)
  for (const key of ['F5', 'Control+R', 'Control+Shift+R', 'Control+=', 'Control+-', 'Control+W']) {
    await counter.window.keyboard.press(key)
  }
  await call(counter.window, 'shop.get')
  expect(await counter.window.evaluate(() => ['stays' in window, window.devicePixelRatio])).toEqual([true, 1])
})

test('a PDF is saved where the person chose, and not when they changed their mind', async ({
  counter,
}, info) => {
  const answer = (filePath: string) =>
    counter.app.evaluate(({ dialog }, path) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { asked })
      dialog.showSaveDialog = (async (_window: unknown, options: unknown) => {
        asked.push(options)
        return { canceled: path === '', filePath: path }
      }) as never
    }, filePath)
  const pdf = Buffer.from('%PDF-1.7 维修单').toString('base64')
  const save = () => call(counter.window, 'host.savePdf', { fileName: '../维修单 R1042', pdf })

  const file = info.outputPath('chosen.pdf')
  await answer(file)
  expect(await save()).toEqual({ ok: true, value: { fileName: 'chosen.pdf' } })
  expect(readFileSync(file, 'utf8')).toBe('%PDF-1.7 维修单')
  expect(
    await counter.app.evaluate(
      () => (globalThis as unknown as { asked: { defaultPath: string }[] }).asked[0]?.defaultPath,
    ),
  ).toBe('维修单 R1042.pdf')

  await answer('')
  expect(await save()).toEqual({ ok: false, kind: 'refusal', refusal: { refusal: 'cancelled' } })

  writeFileSync(info.outputPath('a-file'), '')
  await answer(info.outputPath('a-file', 'x.pdf'))
  const refusal = { refusal: 'cannotWrite', fileName: 'x.pdf', code: expect.stringMatching(/^E[A-Z]+$/) }
  expect(await save()).toEqual({ ok: false, kind: 'refusal', refusal })
  expect(readdirSync(info.outputPath('.')).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a signal ends the program in order', async ({ counter }) => {
  await value(counter.window, 'shop.get')
  const profile = (await surroundings(counter)).profile
  const child = counter.app.process()
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  const log = readFileSync(join(profile, 'logs', 'main.jsonl'), 'utf8')
    .trim()
    .split('\n')
  expect(JSON.parse(log.at(-1) ?? '{}')).toMatchObject({ event: 'end', drained: true })
})

test('a demo has orders and people at once, survives a crash, and leaves nothing behind', async () => {
  const info = test.info()
  const dataFolder = info.outputPath('data')
  const counter = await launchCounter({ dataFolder, args: ['--demo'] })
  const { people } = await value(counter.window, 'session.people')
  const { dataFolder: demoFolder } = await value(counter.window, 'system.health')
  expect(people.length).toBeGreaterThan(1)
  process.kill(corePid(counter), 'SIGKILL')
  await expect.poll(async () => (await call(counter.window, 'session.people')).ok).toBe(true)
  expect(counter.output()).toMatch(/演示数据.*Demo data/s)
  await counter.close()
  expect([existsSync(demoFolder), existsSync(dataFolder)]).toEqual([false, false])
})
