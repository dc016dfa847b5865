// The first script of the window. The security policy must stand before any library runs, and the bundler may
// hoist shared chunks above an import: so everything else is a chunk of its own, loaded afterwards.
import './csp.ts'

void import('./start.tsx')
