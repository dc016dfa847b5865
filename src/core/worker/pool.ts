// One worker thread, started when first needed and again if it died or was let go. Ending the core ends it.
import { Worker } from 'node:worker_threads'
import { END } from './tasks.ts'
import type { SliceOf, TaskMessage, TaskName, TaskReply, Tasks } from './tasks.ts'

export type WorkerPool = Readonly<{
  /** `onSlice` gets what the task hands over before its end, in order; what it throws becomes the task's error. */
  run<N extends TaskName>(
    name: N,
    input: Tasks[N]['input'],
    onSlice?: (slice: SliceOf<N>) => void,
  ): Promise<Tasks[N]['output']>
  close(): Promise<void>
}>

type Waiting = {
  resolve: (output: never) => void
  reject: (error: Error) => void
  onSlice: ((slice: never) => void) | undefined
}

/** From the sources the worker is a TypeScript file beside this one; in the bundle it is `worker.mjs` beside it. */
const workerUrl = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./worker.ts', import.meta.url)
    : new URL('./worker.mjs', import.meta.url)

/** Idle so long, the worker is let go with all it loaded: fonts, the layout engine, pages of the database. */
const IDLE_MS = 30_000
/** How long a worker that was asked to end may take over its task; killing the thread inside a call of a native
 * module can take the whole process with it. */
const GRACE_MS = 5000
/** What the worker works with is large and lives long, or is small: more room for the young would only be kept. */
const YOUNG_MIB = 8

/** Asks the worker to end by itself: what it is at is finished, what waits is not begun. */
const end = async (worker: Worker): Promise<void> => {
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.postMessage(END)
  const late = setTimeout(() => void worker.terminate(), GRACE_MS)
  await gone
  clearTimeout(late)
}

export const createWorkerPool = ({ idleMs = IDLE_MS } = {}): WorkerPool => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let nextId = 1
  let rest: ReturnType<typeof setTimeout> | undefined

  const failAll = (reason: string): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
  }

  const letGoLater = (idle: Worker): void => {
    idle.unref()
    rest = setTimeout(() => {
      worker = undefined
      void end(idle)
    }, idleMs)
    rest.unref()
  }

  const start = (): Worker => {
    const made = new Worker(workerUrl(), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } })
    made.unref()
    made.on('message', (reply: TaskReply) => {
      const asked = waiting.get(reply.id)
      if (!asked) return
      if ('slice' in reply) {
        try {
          // Each task and its slices have one type; the message does not say which.
          asked.onSlice?.(reply.slice as never)
        } catch (error) {
          asked.onSlice = undefined
          asked.reject(error as Error)
        }
        return
      }
      waiting.delete(reply.id)
      if (waiting.size === 0) letGoLater(made)
      if ('error' in reply) asked.reject(new Error(reply.error))
      else asked.resolve(reply.output as never)
    })
    made.on('error', (error) => made === worker && failAll(`the worker failed: ${error.message}`))
    made.on('exit', () => made === worker && failAll('the worker ended'))
    return made
  }

  return {
    run: (name, input, onSlice) =>
      new Promise((resolve, reject) => {
        clearTimeout(rest)
        worker ??= start()
        worker.ref()
        const id = nextId++
        waiting.set(id, { resolve: resolve as (output: never) => void, reject, onSlice })
        worker.postMessage({ id, name, input } satisfies TaskMessage)
      }),
    close: async () => {
      clearTimeout(rest)
      if (worker) await end(worker)
    },
  }
}
