// Photos as files: what other features may use.
export { openAttachments } from './attachments.ts'
export type { Attachments, PhotoType } from './attachments.ts'
