// What `npm run check` looks at before any test of behaviour: format, lint, types.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { node24, projectEnv, root, run } from './shell.mjs'
import { tool } from './stages.mjs'

const rooms = ['src/shared', 'src/core', 'src/main', 'src/preload', 'src/renderer', 'src/hq', '.']

/** Type-checks every room with its own environment, two at a time. */
export async function types() {
  const waiting = rooms.filter((room) => existsSync(join(root, room, 'tsconfig.json')))
  const outputs = []
  const next = async () => {
    for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
      const args = [
        'node_modules/typescript/bin/tsc',
        '--noEmit',
        '--pretty',
        'false',
        '-p',
        join(room, 'tsconfig.json'),
      ]
      const { code, output } = await run(node24, args, { env: projectEnv({ NO_COLOR: '1' }) })
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
