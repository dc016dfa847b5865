// The verbs of an order for its screen.
export { VerbBar, NextBarrier } from './verb-bar.tsx'
export { VerbPanel } from './verb-panel.tsx'
export { useVerbs } from './use-verbs.ts'
export type { Verbs } from './use-verbs.ts'
export { useWords } from './use-words.ts'
export { DispatchSection } from './dispatch-section.tsx'
export { ServiceSection } from './service-section.tsx'
export { ContactSection } from './contact-section.tsx'
