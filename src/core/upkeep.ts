// What the core does by itself: backups at start and every four hours, erasing what is due, tidying up.
import type { CommandContext } from './command/context.ts'
import type { Core } from './command/dispatch.ts'
import { BACKUP_EVERY_MS } from './backup/backups.ts'
import { insertBackup } from './backup/repository.ts'
import { text } from './db/handle.ts'
import { lastHandOver } from './hand-over/repository.ts'
import type { Log } from './log.ts'
import { isPhotoUsed } from './orders/repository.ts'
import { erasePasscodes } from './orders/passcodes.ts'
import { deleteOldSessions } from './staff/repository.ts'

const AFTER_START_MS = 30_000
const HOURLY_MS = 3_600_000
const DAY_MS = 86_400_000
/** Answers of commands are kept so long for repeated calls. */
const REPLIES_KEPT_MS = 30 * DAY_MS

type Needs = Readonly<{
  core: Core
  asSystem: (staffId: string, work: (ctx: CommandContext) => void) => void
  log: Log
}>

export const scheduleUpkeep = ({ core, asSystem, log }: Needs): { stop: () => void } => {
  const backup = async (reason: 'start' | 'interval'): Promise<void> => {
    const shop = core.shop()
    if (!shop || core.store.state() !== 'ok') return
    try {
      const made = await core.services.backups.make(reason, core.now(), shop.timeZone)
      asSystem('', (ctx) => {
        const id = ctx.newId()
        insertBackup(ctx.db, id, made)
        ctx.audit({
          action: 'backup.made',
          object: 'backup',
          objectId: id,
          details: { file: made.file, chain: made.chain },
        })
        ctx.changed('backup')
      })
      log.info('backup', { file: made.file, orders: made.orders })
    } catch (error) {
      log.error('backup', error)
    }
  }

  let stopped = false
  const tidy = async (): Promise<void> => {
    try {
      core.store.recover()
      if (!core.shop() || core.store.state() !== 'ok') return
      const now = core.now()
      core.services.sideWrite((db) => {
        erasePasscodes(db, now, (orderId) => lastHandOver(db, orderId)?.at)
        deleteOldSessions(db, now - DAY_MS)
        db.run(
          text(
            'update command_record set reply = null where at < ? and reply is not null',
            now - REPLIES_KEPT_MS,
          ),
        )
      })
      await core.services.attachments.sweep(
        // Where nobody can be asked any more, everything stays.
        (hash) => stopped || isPhotoUsed(core.store.read, hash),
        now,
      )
    } catch (error) {
      log.error('tidy', error)
    }
  }

  const timers = [
    setTimeout(() => void backup('start'), AFTER_START_MS),
    setInterval(() => void backup('interval'), BACKUP_EVERY_MS),
    setTimeout(() => void tidy(), AFTER_START_MS / 2),
    setInterval(() => void tidy(), HOURLY_MS),
  ]
  for (const timer of timers) timer.unref()
  const stop = (): void => {
    stopped = true
    for (const timer of timers) clearTimeout(timer)
  }
  return { stop }
}
