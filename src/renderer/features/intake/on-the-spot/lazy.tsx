// The panel brings the forms of two other features with it: fetched while nobody waits, not with the program's start.
import { lazy } from 'react'

const parts = () => import('./parts.tsx')
globalThis.requestIdleCallback?.(() => void parts())

export const SpotPanel = lazy(() => parts().then((part) => ({ default: part.SpotPanel })))
export const RepairedStrip = lazy(() => parts().then((part) => ({ default: part.RepairedStrip })))
