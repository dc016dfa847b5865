// The worker thread's entry: runs one task after another and answers each.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { isRefused } from '#shared/kernel/result.ts'
import { END } from './tasks.ts'
import type { PaperTask, SliceOf, TaskMessage, TaskName, TaskReply, Tasks } from './tasks.ts'

const render = async (task: PaperTask) => {
  const { renderPaper } = await import('#core/print/index.ts')
  const rendered = await renderPaper({
    kind: task.kind,
    copy: task.copy,
    data: task.data,
    paperSize: task.paperSize,
    language: task.language,
    dataDir: task.dataDir,
  } as Parameters<typeof renderPaper>[0])
  if (isRefused(rendered)) throw new Error(`cannot print: ${rendered.refused.refusal}`)
  const { pdf, heightMm, warning } = rendered
  return { pdf, heightMm, warning: warning ? JSON.stringify(warning) : null }
}

const run = async (
  message: TaskMessage,
  hand: (slice: SliceOf<TaskName>) => void,
): Promise<Tasks[keyof Tasks]['output']> => {
  switch (message.name) {
    case 'render':
      return render(message.input as PaperTask)
    case 'preview': {
      const task = message.input as Tasks['preview']['input']
      const { renderPreview } = await import('#core/print/index.ts')
      const { pdf, ...rendered } = await render(task)
      return { pages: await renderPreview(pdf, task.dpi), ...rendered }
    }
    case 'backup': {
      const { makeBackup } = await import('#core/backup/index.ts')
      return makeBackup(message.input as Tasks['backup']['input'])
    }
    case 'planImport': {
      const { runPlan } = await import('#core/catalogue/import/index.ts')
      return runPlan(message.input as Tasks['planImport']['input'], hand)
    }
    case 'exportCatalogue': {
      const { runExport } = await import('#core/catalogue/import/index.ts')
      return runExport(message.input as Tasks['exportCatalogue']['input'])
    }
    case 'inspectBackup': {
      const { inspectBackup } = await import('#core/backup/index.ts')
      return inspectBackup((message.input as Tasks['inspectBackup']['input']).file)
    }
  }
}

let last: Promise<void> = Promise.resolve()
let ending = false
parentPort?.on('message', (message: TaskMessage | typeof END) => {
  if (message === END) {
    ending = true
    void last.then(() => parentPort?.close())
    return
  }
  last = last.then(async () => {
    let reply: TaskReply
    const hand = (slice: SliceOf<TaskName>): void =>
      parentPort?.postMessage({ id: message.id, slice } satisfies TaskReply)
    try {
      // Whatever else was sent is read first, so that the word to end is heard between two tasks.
      await nextTurn()
      if (ending) throw new Error('the worker is ending')
      reply = { id: message.id, output: await run(message, hand) }
    } catch (error) {
      reply = { id: message.id, error: (error as Error).message }
    }
    parentPort?.postMessage(reply)
  })
})
