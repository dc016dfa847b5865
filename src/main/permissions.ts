// What a page may ask of the computer: the camera, for the window itself; nothing else, for nobody.
import type { Session } from 'electron'
import { APP_ORIGIN } from './app-url.ts'

type Asked = Readonly<{
  permission: string
  /** What of the media is wanted; empty when it was not said. */
  media: readonly string[]
  isMainFrame: boolean
  url: string | undefined
}>

/** True only for video, and only for the main frame of the window's own pages. */
export const isGranted = (asked: Asked): boolean =>
  asked.permission === 'media' &&
  asked.media.length > 0 &&
  asked.media.every((kind) => kind === 'video') &&
  asked.isMainFrame &&
  (asked.url === APP_ORIGIN || asked.url?.startsWith(`${APP_ORIGIN}/`) === true)

export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    answer(isGranted({ permission, media, isMainFrame: details.isMainFrame, url: details.requestingUrl }))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const media = details.mediaType ? [details.mediaType] : []
    return isGranted({ permission, media, isMainFrame: details.isMainFrame, url: origin })
  })
  session.setDevicePermissionHandler(() => false)
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault()
    answer(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault()
    answer('')
  })
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault()
    answer()
  })
}
