// What `npm run check` looks at before any test of behaviour: format, lint, types.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { node24, projectEnv, root, run, stampFolder } from './shell.mjs'
import { tool } from './stages.mjs'

const tsc = 'node_modules/typescript/bin/tsc'
// The largest first, so that two at a time end together.
const rooms = ['.', 'src/renderer', 'src/core', 'src/main', 'src/shared', 'src/preload', 'src/hq']

/** Type-checks every room with its own environment, two at a time. */
export async function types() {
  const waiting = rooms.filter((room) => existsSync(join(root, room, 'tsconfig.json')))
  const outputs = []
  const next = async () => {
    for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
      const remembered = join(stampFolder, `types-${room.replaceAll(/\W/g, '-')}.tsbuildinfo`)
      const args = ['--noEmit', '--incremental', '--tsBuildInfoFile', remembered, '--pretty', 'false']
      const { code, output } = await run(node24, [tsc, ...args, '-p', join(room, 'tsconfig.json')], {
        env: projectEnv({ NO_COLOR: '1' }),
      })
      // No inputs yet: a room whose first file is still to be written.
      if (code !== 0 && !output.includes('TS18003')) outputs.push(`${room}:\n${output.trimEnd()}`)
    }
  }
  await Promise.all([next(), next()])
  return outputs.length === 0 ? {} : { failed: 1, output: outputs.join('\n') }
}

export const checkStages = [
  ['format', tool('node_modules/oxfmt/bin/oxfmt', ['--check'])],
  ['lint', tool('node_modules/oxlint/bin/oxlint', ['-f', 'unix'])],
  ['types', types],
]
