// The first run: the shop and its first manager, on one page.
export { FirstRun } from './first-run.tsx'
