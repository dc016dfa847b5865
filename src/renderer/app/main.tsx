// The first module of the window. The policy must stand before anything else is evaluated, and only an import
// at run time promises that: a bundler may put what several chunks share before this file.
import './csp.ts'

void import('./start.tsx')
