// The walls around the window, seen from inside the real one (reliability checklist: 3–7, 11–14, 17, 18, 20).
import type { ConnectCounter } from '../../src/shared/contract/window.ts'
import { expect, test } from './support/app.ts'
import { call } from './support/shell.ts'

test('the window is sandboxed and isolated, without Node', async ({ counter }) => {
  const preferences = await counter.app.evaluate(({ BrowserWindow }) => {
    const webContents = BrowserWindow.getAllWindows()[0]?.webContents
    // Left out of Electron's types, and the only way to ask a live window.
    const told = webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    return told.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    experimentalFeatures: false,
  })
  const inside = await counter.window.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  )
  expect(inside).toEqual([])
})

test('the preload gives the window exactly one function', async ({ counter }) => {
  const given = await counter.window.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow))
    frame.remove()
    const own = Object.getOwnPropertyNames(window).filter((name) => !usual.has(name))
    const { connectCounter } = window as unknown as { connectCounter: ConnectCounter }
    const answer = connectCounter(() => undefined)
    return {
      added: own.filter((name) => /counter|electron|ipc|node|bridge/i.test(name)),
      connectCounter: typeof connectCounter,
      fields: Object.keys(connectCounter),
      gives: typeof answer,
      givesFields: Object.keys(answer),
    }
  })
  expect(given).toEqual({
    added: ['connectCounter'],
    connectCounter: 'function',
    fields: [],
    gives: 'function',
    givesFields: [],
  })
})

test('each load has the policy of the checklist with a nonce of its own', async ({ counter }) => {
  const load = async () => {
    const response = await counter.window.reload()
    const headers = (await response?.allHeaders()) ?? {}
    const nonce = await counter.window.locator('meta[name=csp-nonce]').getAttribute('content')
    return { headers, nonce: nonce ?? '' }
  }
  const first = await load()
  const second = await load()
  expect(first.nonce).toMatch(/^[A-Za-z0-9+/]{24}$/)
  expect(second.nonce).not.toBe(first.nonce)
  expect(first.headers).toMatchObject({
    'content-security-policy':
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${first.nonce}'; font-src 'self'; ` +
      "img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'none'; frame-src 'none'; object-src 'none'; " +
      "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('neither inline script nor eval nor foreign script runs', async ({ counter }) => {
  const ran = await counter.window.evaluate(async () => {
    const marks = window as unknown as Record<string, unknown>
    const attempts: (() => unknown)[] = [
      () => {
        const script = document.createElement('script')
        script.append("window.hacked_inline = 'yes'")
        document.head.append(script)
      },
      () => {
        const image = document.createElement('img')
        image.setAttribute('onerror', "window.hacked_handler = 'yes'")
        image.src = 'data:,x'
        document.body.append(image)
      },
      () => {
        const script = document.createElement('script')
        script.setAttribute('src', "data:text/javascript,window.hacked_data='yes'")
        document.head.append(script)
      },
      () => setTimeout("window.hacked_timer = 'yes'" as never, 0),
      () => (marks.hacked_function = Reflect.construct(Function, ["return 'yes'"])()),
      () => (document.body.innerHTML = '<b>x</b>'),
      () => (marks.hacked_worker = new Worker('data:text/javascript,1')),
      () => (location.href = "javascript:window.hacked_url='yes'"),
    ]
    const dare = (attempt: () => unknown) => {
      try {
        attempt()
      } catch {
        // Refused on the spot is as good as never run.
      }
    }
    // In tasks of the page's own: what a debugger calls directly may evaluate text.
    for (const attempt of attempts) setTimeout(dare, 0, attempt)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return Object.keys(marks).filter((name) => name.startsWith('hacked'))
  })
  expect(ran).toEqual([])
  // Each refusal is reported on the console; that is what was wanted here.
  expect(counter.errors.length).toBeGreaterThan(4)
  counter.errors.length = 0
})

test('the window stays where it is: no navigation, no redirect, no second window, no frame', async ({
  counter,
}) => {
  const { app, window } = counter
  await app.evaluate(({ app: main, BrowserWindow }) => {
    const seen: string[] = []
    Object.assign(globalThis, { navigations: seen })
    BrowserWindow.getAllWindows()[0]?.webContents.on('did-navigate', (_event, url) => seen.push(url))
    main.on('browser-window-created', () => seen.push('a window'))
  })
  await window.evaluate(() => {
    const go = (url: string, target = '') => {
      const link = document.createElement('a')
      Object.assign(link, { href: url, target })
      document.body.append(link)
      link.click()
      link.remove()
    }
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://shop/other.html',
      'app://other/index.html',
    ]) {
      go(url)
      go(url, '_blank')
    }
    location.assign('https://example.com/')
    const form = document.createElement('form')
    form.action = 'https://example.com/'
    document.body.append(form)
    form.submit()
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    const webview = document.createElement('webview')
    webview.setAttribute('src', 'https://example.com/')
    document.body.append(webview)
  })
  const opened = await window.evaluate(() =>
    ['https://example.com/', 'app://shop/index.html'].map((url) => globalThis.open(url)),
  )
  expect(opened).toEqual([null, null])
  // The bridge still answers on the same page, so nothing was loaded in its place meanwhile.
  for (let i = 0; i < 20; i += 1) await call(window, 'host.coreState')
  expect(await app.evaluate(() => (globalThis as unknown as { navigations: string[] }).navigations)).toEqual(
    [],
  )
  expect(await window.evaluate(() => location.href)).toMatch(/^app:\/\/shop\/index\.html/)
  counter.errors.length = 0
})

test('the window may load itself anew', async ({ counter }) => {
  await Promise.all([
    counter.window.waitForEvent('load'),
    counter.window.evaluate(() => setTimeout(() => location.reload(), 0)),
  ])
  expect(await call(counter.window, 'host.coreState')).toMatchObject({ ok: true })
})

test('app: serves its own files only, and file: and the network are out of reach', async ({ counter }) => {
  const statuses = await counter.app.evaluate(async ({ net }) => {
    const urls = [
      'app://shop/index.html',
      'app://shop/package.json',
      'app://shop/../main/index.cjs',
      'app://shop/%2e%2e/main/index.cjs',
      'app://shop/..%2fmain%2findex.cjs',
      'app://shop/..%5cmain%5cindex.cjs',
      'app://shop//etc/passwd',
      'app://shop/index.html%00',
      'app://shop/INDEX.HTML',
      'app://other/index.html',
    ]
    return Promise.all(
      urls.map((url) =>
        net.fetch(url, { bypassCustomProtocolHandlers: false }).then(
          (response) => response.status,
          () => 'failed',
        ),
      ),
    )
  })
  expect(statuses[0]).toBe(200)
  expect(statuses.slice(1).filter((status) => status === 200)).toEqual([])

  const loaded = await counter.window.evaluate(() => {
    const image = (src: string) =>
      new Promise<boolean>((resolve) => {
        const element = new Image()
        element.addEventListener('load', () => resolve(true))
        element.addEventListener('error', () => resolve(false))
        element.src = src
      })
    const fetched = (url: string) =>
      fetch(url).then(
        () => true,
        () => false,
      )
    return Promise.all([
      image('file:///usr/share/pixmaps/debian-logo.png'),
      image('http://127.0.0.1:9/x.png'),
      fetched('file:///etc/passwd'),
      fetched('http://127.0.0.1:9/'),
      fetched('app://shop/index.html'),
    ])
  })
  expect(loaded).toEqual([false, false, false, false, false])
  counter.errors.length = 0
})

test.describe('permissions', () => {
  test.use({ launch: { args: ['--use-fake-device-for-media-stream'] } })

  test('everything is denied but the camera', async ({ counter }) => {
    const answers = await counter.window.evaluate(async () => {
      type Asks = Record<string, (...args: unknown[]) => Promise<never>>
      const nav = navigator as unknown as Navigator & Record<'hid' | 'serial', Asks>
      const name = (error: Error) => error.name
      const media = (wanted: MediaStreamConstraints) =>
        nav.mediaDevices
          .getUserMedia(wanted)
          .then((stream) => stream.getTracks().map((track) => track.kind), name)
      return {
        video: await media({ video: true }),
        audio: await media({ audio: true }),
        both: await media({ video: true, audio: true }),
        screen: await nav.mediaDevices.getDisplayMedia({ video: true }).then(() => 'granted', name),
        notifications: await Notification.requestPermission(),
        position: await new Promise((resolve) =>
          nav.geolocation.getCurrentPosition(
            () => resolve('granted'),
            (error) => resolve(error.code === 1 ? 'denied' : 'unavailable'),
          ),
        ),
        clipboard: await nav.clipboard.readText().then(() => 'granted', name),
        midi: await nav.requestMIDIAccess({ sysex: true }).then(() => 'granted', name),
        hid: await nav.hid.getDevices?.(),
        serial: await nav.serial.getPorts?.(),
        states: await Promise.all(
          ['geolocation', 'notifications', 'microphone', 'midi', 'clipboard-read', 'persistent-storage'].map(
            (one) =>
              nav.permissions
                .query({ name: one as PermissionName })
                .then((status: PermissionStatus) => status.state),
          ),
        ),
      }
    })
    expect(answers).toEqual({
      video: ['video'],
      audio: 'NotAllowedError',
      both: 'NotAllowedError',
      screen: expect.stringMatching(/^Not(Allowed|Supported)Error$|^InvalidStateError$/),
      notifications: 'denied',
      position: 'denied',
      clipboard: 'NotAllowedError',
      midi: expect.stringMatching(/^(NotAllowed|Security)Error$/),
      hid: [],
      serial: [],
      states: ['denied', 'denied', 'denied', 'denied', 'denied', expect.stringMatching(/denied|prompt/)],
    })
    counter.errors.length = 0
  })
})

test('downloads are refused', async ({ counter }) => {
  const state = counter.app.evaluate(
    ({ session }) =>
      new Promise<string>((resolve) =>
        session.defaultSession.on('will-download', (event, item) => {
          item.once('done', (_event, how) => resolve(how))
          if (event.defaultPrevented) resolve('prevented')
        }),
      ),
  )
  await counter.app.evaluate(() => undefined)
  await counter.window.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    link.click()
  })
  expect(await state).toMatch(/prevented|cancelled/)
})

test('a page that is not the window is not answered, though it has the preload', async ({ counter }) => {
  const answers = await counter.app.evaluate(async ({ app, BrowserWindow }) => {
    const ask = async (url: string) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await stranger.loadURL(url).catch(() => undefined)
      const answer = await stranger.webContents.executeJavaScript(
        "connectCounter(() => {})('host.coreState', {})",
      )
      stranger.destroy()
      return answer
    }
    return [await ask('data:text/html,stranger'), await ask('app://shop/index.html')]
  })
  const refused = {
    ok: false,
    kind: 'badInput',
    issues: [{ path: '', message: 'this page may not call the counter' }],
  }
  expect(answers).toEqual([refused, refused])
})
