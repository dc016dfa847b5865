// One wrong import per layer rule, planted in a copy of the rooms, and a part of the answer it must get.
export type Planted = { path: string; code: string; says: string }

const use = (name: string) => `import * as it from '${name}'\nexport const x = it\n`

export const planted: Planted[] = [
  { path: 'src/shared/kernel/a.ts', code: use('node:fs'), says: 'src/shared runs anywhere' },
  { path: 'src/shared/kernel/b.ts', code: use('#core/db/handle.ts'), says: 'src/shared runs anywhere' },
  { path: 'src/shared/domain/c.ts', code: use('zod'), says: 'src/shared runs anywhere' },
  { path: 'src/shared/contract/d.ts', code: use('react'), says: 'The contract imports only #shared and zod' },
  { path: 'src/shared/kernel/e.test.ts', code: use('knex'), says: 'A test of src/shared needs only' },
  { path: 'src/core/orders/a.ts', code: use('electron'), says: 'src/core is plain Node without Electron' },
  { path: 'src/core/orders/b.ts', code: use('react-dom/client'), says: 'src/core has no window' },
  { path: 'src/core/orders/c.ts', code: use('better-sqlite3'), says: 'Only src/core/db opens databases' },
  { path: 'src/core/orders/d.ts', code: use('knex'), says: 'SQL is built in src/core/db' },
  { path: 'src/core/orders/e.ts', code: use('#core/parts/stock.ts'), says: 'through its index only' },
  {
    path: 'src/core/orders/f.ts',
    code: `export const x = () => import('electron')\n`,
    says: 'without Electron',
  },
  { path: 'src/core/orders/g.ts', code: `export * from 'better-sqlite3'\n`, says: 'Only src/core/db opens' },
  { path: 'src/core/orders/repository.ts', code: use('better-sqlite3'), says: 'A repository takes the read' },
  {
    path: 'src/core/orders/repository-b.ts',
    code: use('#core/parts/stock.ts'),
    says: 'names its own tables only',
  },
  { path: 'src/core/host/a.ts', code: use('electron'), says: 'plain Node without Electron or a window' },
  { path: 'src/core/core.ts', code: use('knex'), says: 'Only src/core/db opens databases and' },
  { path: 'src/core/db/a.ts', code: use('#core/orders/index.ts'), says: 'src/core/db knows no feature' },
  { path: 'db/migrations/a.ts', code: use('#core/db/handle.ts'), says: 'A migration is frozen' },
  { path: 'src/main/a.ts', code: use('#core/db/handle.ts'), says: 'src/main imports only Electron' },
  { path: 'src/main/b.ts', code: use('better-sqlite3'), says: 'src/main imports only Electron' },
  { path: 'src/preload/a.ts', code: use('node:fs'), says: 'The preload imports only Electron' },
  { path: 'src/preload/b.ts', code: use('#shared/kernel/money.ts'), says: 'The preload takes types' },
  { path: 'src/renderer/a.ts', code: use('node:path'), says: 'The window has neither Node nor Electron' },
  { path: 'src/renderer/b.tsx', code: use('electron'), says: 'The window has neither Node nor Electron' },
  { path: 'src/renderer/c.ts', code: use('#core/host/protocol.ts'), says: 'does not reach into other' },
  {
    path: 'src/renderer/d.ts',
    code: use('#renderer/features/orders/list.ts'),
    says: 'through its index only',
  },
  { path: 'src/renderer/e.test.ts', code: use('#core/db/handle.ts'), says: 'A test of the window' },
  {
    path: 'src/core/orders/h.ts',
    code: 'export const x = () => Date.now()\n',
    says: 'The clock is passed in',
  },
  {
    path: 'src/shared/kernel/f.ts',
    code: 'export const x = Math.random()\n',
    says: 'Ids and codes come from',
  },
  { path: 'src/core/orders/i.ts', code: 'export const x: any = 1\n', says: 'any' },
  { path: 'src/core/orders/j.ts', code: 'export default 1\n', says: 'export' },
  { path: 'src/renderer/f.ts', code: `export const x = () => console.log('x')\n`, says: 'console' },
  { path: 'src/renderer/g.tsx', code: `export const x = <img src="a.png" />\n`, says: 'alt' },
]

/** Imports that the same rules must let through: a rule that refuses everything guards nothing. */
export const allowed: Omit<Planted, 'says'>[] = [
  { path: 'src/shared/kernel/ok.ts', code: use('#shared/kernel/result.ts') },
  { path: 'src/shared/contract/ok.ts', code: use('zod') },
  { path: 'src/shared/kernel/ok.test.ts', code: use('fast-check') },
  { path: 'src/core/orders/ok.ts', code: `${use('#core/parts/index.ts')}export * from 'node:fs'\n` },
  { path: 'src/core/orders/ok-b.ts', code: use('#core/db/handle.ts') },
  { path: 'src/core/orders/repository-ok.ts', code: use('knex') },
  { path: 'src/core/host/ok.ts', code: use('#core/orders/handlers.ts') },
  { path: 'src/core/db/ok.ts', code: `${use('knex')}export * from 'better-sqlite3'\n` },
  { path: 'db/migrations/ok.ts', code: use('knex') },
  { path: 'src/main/ok.ts', code: `${use('electron')}export * from '#shared/kernel/result.ts'\n` },
  {
    path: 'src/preload/ok.ts',
    code: `import type { R } from '#shared/kernel/result.ts'\nexport type X = R\n`,
  },
  { path: 'src/renderer/ok.ts', code: use('#renderer/features/orders/index.ts') },
  { path: 'src/renderer/ok.tsx', code: use('antd') },
]
