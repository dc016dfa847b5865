import { describe, expect, it } from 'vitest'
import { readLaunchOptions, refusedArguments } from './launch-options.ts'

const none = { dataDir: undefined, demo: false, gpuOff: false }

describe('readLaunchOptions', () => {
  it('takes the folder after --data, with or without an equals sign, against the current folder', () => {
    const read = (...argv: string[]) => readLaunchOptions(argv, {}, '/home/shop').dataDir
    expect([read('--data', '/d'), read('--data=/d e'), read('.', '--data', 'd')]).toEqual([
      '/d',
      '/d e',
      '/home/shop/d',
    ])
  })

  it('prefers --data to the environment', () => {
    const env = { REPAIR_COUNTER_DATA: '/env' }
    expect(readLaunchOptions([], env, '/').dataDir).toBe('/env')
    expect(readLaunchOptions(['--data', '/arg'], env, '/').dataDir).toBe('/arg')
  })

  it('does not take the next switch for a folder', () => {
    expect(readLaunchOptions(['--data', '--demo'], {}, '/')).toEqual({ ...none, demo: true })
    expect(readLaunchOptions(['--data'], {}, '/')).toEqual(none)
  })
})

describe('refusedArguments', () => {
  it('X2 finds what opens the walls, however it is written', () => {
    const bad = [
      '--remote-debugging-port=9222',
      '--remote-debugging-pipe',
      '-no-sandbox',
      '--disable-web-security',
      '--JS-Flags=--expose-gc',
      '--load-extension=/x',
      '--inspect',
      '--inspect-brk=0',
      '/no-sandbox',
    ]
    expect(refusedArguments(['/opt/app', ...bad, '--data', '/d', '--demo', '--gpu-off'])).toEqual(bad)
  })

  it('lets folders and harmless switches through', () => {
    expect(refusedArguments(['/no-sandbox-notes', '--data', '/js-flags/x', '--lang=zh-CN'])).toEqual([])
  })
})
