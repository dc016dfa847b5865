// One bench in a process of its own; the figures go back over the channel.
import type { BenchOptions, Run } from './row.ts'

process.once('message', (message) => {
  const [name] = process.argv.slice(2)
  void (import(`../${name}.bench.ts`) as Promise<{ run: Run }>)
    .then(({ run }) => run(message as BenchOptions))
    .then((rows) => process.send?.(rows, () => process.exit(0)))
})
