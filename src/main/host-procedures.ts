// What main does for a window by itself: the save dialog, the data folder, and news of the core.
import { basename } from 'node:path'
import { BrowserWindow, dialog, shell } from 'electron'
import type { WebContents } from 'electron'
import { hostProcedures } from '#shared/contract/host.ts'
import type { HostMethod, HostParams, HostValue } from '#shared/contract/host.ts'
import type { Reply, Request } from '#shared/contract/reply.ts'
import { isRefused, refuse } from '#shared/kernel/result.ts'
import type { JsonValue, Refused } from '#shared/kernel/result.ts'
import type { Supervisor } from './core-supervisor.ts'
import { writeDurably } from './durable-file.ts'
import { safeFileName } from './safe-file-name.ts'

export type HostServices = Readonly<{
  dataDir: string
  supervisor: Pick<Supervisor, 'state' | 'retry'>
  snapshotReady: (contents: WebContents) => void
}>

type Handlers = {
  readonly [M in HostMethod]: (
    services: HostServices,
    contents: WebContents,
    params: HostParams<M>,
  ) => HostValue<M> | Refused | Promise<HostValue<M> | Refused>
}

/** Only the person's own choice in main's dialog says where; the window proposes a name and nothing more. */
const save = async (
  contents: WebContents,
  defaultPath: string,
  filter: Electron.FileFilter,
  base64: string,
): Promise<{ fileName: string } | Refused> => {
  const window = BrowserWindow.fromWebContents(contents)
  if (!window) return refuse('cancelled')
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath,
    filters: [filter],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || !filePath) return refuse('cancelled')
  const fileName = basename(filePath)
  try {
    writeDurably(filePath, Buffer.from(base64, 'base64'), 0o644)
  } catch (error) {
    return refuse('cannotWrite', { fileName, code: (error as NodeJS.ErrnoException).code ?? 'unknown' })
  }
  return { fileName }
}

const handlers: Handlers = {
  'host.savePdf': (_services, contents, { fileName, pdf }) =>
    save(contents, safeFileName(fileName), { name: 'PDF', extensions: ['pdf'] }, pdf),
  'host.saveTable': (_services, contents, { fileName, format, data }) =>
    save(
      contents,
      safeFileName(fileName, format),
      { name: format === 'csv' ? 'CSV' : 'Excel', extensions: [format] },
      data,
    ),
  'host.openDataFolder': async ({ dataDir }) => {
    const problem = await shell.openPath(dataDir)
    return problem ? refuse('cannotOpen', { folder: dataDir }) : { folder: dataDir }
  },
  'host.snapshotReady': ({ snapshotReady }, contents) => {
    snapshotReady(contents)
    return {}
  },
  'host.coreState': ({ supervisor }) => supervisor.state(),
  'host.retryCore': ({ supervisor }) => {
    supervisor.retry()
    return {}
  },
}

/** Answers one `host.` request; the shapes are checked as strictly as the core checks its own. */
export const answerHost = async (
  services: HostServices,
  contents: WebContents,
  request: Request,
): Promise<Reply> => {
  const procedure = hostProcedures.get(request.method)
  const handler = handlers[request.method as HostMethod] as Handlers['host.savePdf'] | undefined
  if (!procedure || !handler)
    return badInput([{ path: 'method', message: `unknown method ${request.method}` }])
  const parsed = procedure.input.safeParse(request.params ?? {})
  if (!parsed.success) {
    return badInput(
      parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
    )
  }
  const answer = await handler(services, contents, parsed.data as HostParams<'host.savePdf'>)
  if (isRefused(answer)) return { ok: false, kind: 'refusal', refusal: answer.refused }
  return { ok: true, value: answer as JsonValue }
}

const badInput = (issues: { path: string; message: string }[]): Reply => ({
  ok: false,
  kind: 'badInput',
  issues,
})
