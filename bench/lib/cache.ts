// Where benches keep what takes long to make, and where they work: on a real disk, never inside the repository.
import { homedir } from 'node:os'
import { join } from 'node:path'

export const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'repair-counter', 'bench')
