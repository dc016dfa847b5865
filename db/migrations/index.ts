// The static list of migrations, oldest first. Released ones are never edited: a checksum guards them.
import { migration0001 } from './0001-shop-and-people.ts'
import { migration0002 } from './0002-customers-and-orders.ts'
import { migration0003 } from './0003-printing-and-backups.ts'
import { migration0004 } from './0004-quick-intake.ts'
import { migration0005 } from './0005-upkeep.ts'
import { migration0006 } from './0006-dispatch-and-service.ts'
import { migration0007 } from './0007-custody-and-hand-over.ts'
import { migration0008 } from './0008-board.ts'
import { migration0009 } from './0009-catalogue.ts'
import { migration0010 } from './0010-stock.ts'
import { migration0011 } from './0011-quotes.ts'
import { migration0012 } from './0012-knowledge.ts'
import { migration0013 } from './0013-transfer-requests.ts'
import { migration0014 } from './0014-device-parts.ts'
import { migration0015 } from './0015-print-subjects.ts'
import { migration0016 } from './0016-money.ts'
import { migration0017 } from './0017-settled-lines.ts'
import type { Migration } from './migration.ts'

export const MIGRATIONS: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
]
