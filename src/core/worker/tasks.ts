// The long work that runs beside the core's event loop: papers, backups, and the catalogue as a file.
import type {
  PaperData,
  PaperKind,
  PaperLanguage,
  PaperSize,
  PaperCopy,
} from '#shared/domain/papers/index.ts'
import type { Refused } from '#shared/kernel/result.ts'
import type { AddSlice, ExportTask, ImportPlan, PlanTask } from '#core/catalogue/import/index.ts'

export type PaperTask = Readonly<{
  kind: PaperKind
  copy: PaperCopy
  data: PaperData[PaperKind] | readonly PaperData[PaperKind][]
  paperSize: PaperSize
  language: PaperLanguage
  /** Where the shop keeps its edited templates. */
  dataDir: string
}>

/** The height of each page, which on a roll is what is printed. */
type Rendered = Readonly<{ heightMm: number; warning: string | null }>

export type BackupTask = Readonly<{ database: string; target: string }>
export type BackupFacts = Readonly<{
  bytes: number
  sha256: string
  orders: number
  outboxSeq: number
  chain: string
  auditChain: string
}>

export type Tasks = {
  render: { input: PaperTask; output: Rendered & { pdf: Uint8Array } }
  preview: { input: PaperTask & { dpi: number }; output: Rendered & { pages: Uint8Array[] } }
  backup: { input: BackupTask; output: BackupFacts }
  inspectBackup: { input: { file: string }; output: BackupFacts }
  planImport: { input: PlanTask; output: ImportPlan | Refused }
  exportCatalogue: { input: ExportTask; output: { rows: number; bytes: Uint8Array } }
}
export type TaskName = keyof Tasks

/** What a task hands over while it still works. */
export type Slices = { planImport: AddSlice }
export type SliceOf<N extends TaskName> = N extends keyof Slices ? Slices[N] : never

/** The last message to a worker: it begins nothing more and ends. */
export const END = 'end'

export type TaskMessage = { id: number; name: TaskName; input: Tasks[TaskName]['input'] }
export type TaskReply =
  | { id: number; output: Tasks[TaskName]['output'] }
  | { id: number; slice: SliceOf<TaskName> }
  | { id: number; error: string; refused?: boolean }
