// What is fetched together.
export { RepairedStrip } from './repaired-strip.tsx'
export { SpotPanel } from './spot-panel.tsx'
