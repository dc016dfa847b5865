import { expect, it } from 'vitest'
import { isGranted } from './permissions.ts'

const camera = { permission: 'media', media: ['video'], isMainFrame: true, url: 'app://shop/index.html' }

it('grants the camera to the main frame of the window and nothing else to anybody', () => {
  const asked = [
    camera,
    { ...camera, url: 'app://shop' },
    { ...camera, media: ['audio'] },
    { ...camera, media: ['video', 'audio'] },
    { ...camera, media: [] },
    { ...camera, media: ['unknown'] },
    { ...camera, isMainFrame: false },
    { ...camera, url: 'app://shop.evil/index.html' },
    { ...camera, url: 'app://print/1/index.html' },
    { ...camera, url: 'https://shop/' },
    { ...camera, url: undefined },
    ...[
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'display-capture',
      'openExternal',
      'hid',
    ].map((permission) => ({ ...camera, permission })),
    { ...camera, permission: 'something of next year' },
  ]
  expect(asked.filter(isGranted)).toEqual(asked.slice(0, 2))
})
