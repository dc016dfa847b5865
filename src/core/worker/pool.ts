// One worker thread, started when first needed and again if it dies. Ending the core ends it.
import { Worker } from 'node:worker_threads'
import type { TaskMessage, TaskName, TaskReply, Tasks } from './tasks.ts'

export type WorkerPool = Readonly<{
  run<N extends TaskName>(name: N, input: Tasks[N]['input']): Promise<Tasks[N]['output']>
  close(): Promise<void>
}>

type Waiting = { resolve: (output: never) => void; reject: (error: Error) => void }

/** From the sources the worker is a TypeScript file beside this one; in the bundle it is `worker.mjs` beside it. */
const workerUrl = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./worker.ts', import.meta.url)
    : new URL('./worker.mjs', import.meta.url)

export const createWorkerPool = (): WorkerPool => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let nextId = 1

  const failAll = (reason: string): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
  }

  const start = (): Worker => {
    const made = new Worker(workerUrl())
    made.unref()
    made.on('message', (reply: TaskReply) => {
      const asked = waiting.get(reply.id)
      if (!asked) return
      waiting.delete(reply.id)
      if (waiting.size === 0) made.unref()
      if ('error' in reply) asked.reject(new Error(reply.error))
      else asked.resolve(reply.output as never)
    })
    made.on('error', (error) => failAll(`the worker failed: ${error.message}`))
    made.on('exit', () => failAll('the worker ended'))
    return made
  }

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        const id = nextId++
        waiting.set(id, { resolve: resolve as (output: never) => void, reject })
        worker.postMessage({ id, name, input } satisfies TaskMessage)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
