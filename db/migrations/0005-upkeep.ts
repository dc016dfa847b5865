// The hourly tidying finds what is due without reading what it tidied before.
import type { Migration } from './migration.ts'

export const migration0005: Migration = {
  id: '0005-upkeep',
  up: [
    `drop index command_record_at`,
    // Answers are erased after a month; ten years of erased ones are not looked at again.
    `create index command_record_reply on command_record (at) where reply is not null`,
  ],
}
