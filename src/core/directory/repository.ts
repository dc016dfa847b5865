// The only file that names the tables branch, partner and device_warning.
import type { Branch, ModelWarning, Partner } from '#shared/contract/directory.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

type BranchRow = Omit<Branch, 'serves' | 'technicians' | 'active' | 'createdAt'> & {
  serves: number
  technicians: string
  active: number
  created_at: number
}
type PartnerRow = Omit<Partner, 'repairVendor' | 'categories' | 'usualDays' | 'active' | 'createdAt'> & {
  repair_vendor: number
  categories: string
  usual_days: number | null
  active: number
  created_at: number
}
type WarningRow = Omit<ModelWarning, 'active' | 'createdAt'> & { active: number; created_at: number }

const toBranch = ({ created_at, serves, active, technicians, ...row }: BranchRow): Branch => ({
  ...row,
  serves: serves === 1,
  technicians: JSON.parse(technicians) as string[],
  active: active === 1,
  createdAt: created_at,
})

const toPartner = ({
  created_at,
  repair_vendor,
  usual_days,
  active,
  categories,
  ...row
}: PartnerRow): Partner => ({
  ...row,
  repairVendor: repair_vendor === 1,
  categories: JSON.parse(categories) as string[],
  usualDays: usual_days,
  active: active === 1,
  createdAt: created_at,
})

const toWarning = ({ created_at, active, ...row }: WarningRow): ModelWarning => ({
  ...row,
  active: active === 1,
  createdAt: created_at,
})

export const listBranches = (db: ReadDb): Branch[] =>
  db.all<BranchRow>(text('select * from branch order by active desc, code')).map(toBranch)

export const readBranch = (db: ReadDb, id: string): Branch | undefined => {
  const row = db.get<BranchRow>(text('select * from branch where id = ?', id))
  return row && toBranch(row)
}

export const branchByCode = (db: ReadDb, code: string): Branch | undefined => {
  const row = db.get<BranchRow>(text('select * from branch where code = ?', code))
  return row && toBranch(row)
}

export const listPartners = (db: ReadDb): Partner[] =>
  db.all<PartnerRow>(text('select * from partner order by active desc, name')).map(toPartner)

export const readPartner = (db: ReadDb, id: string): Partner | undefined => {
  const row = db.get<PartnerRow>(text('select * from partner where id = ?', id))
  return row && toPartner(row)
}

/** Another one in use with this name. */
export const partnerNamed = (db: ReadDb, name: string, butNot = ''): string | undefined =>
  db.value<string>(
    text(
      'select name from partner where name = ? collate nocase and active = 1 and id <> ? limit 1',
      name,
      butNot,
    ),
  )

export const listWarnings = (db: ReadDb): ModelWarning[] =>
  db
    .all<WarningRow>(text('select * from device_warning order by active desc, brand, model, id'))
    .map(toWarning)

export const readWarning = (db: ReadDb, id: string): ModelWarning | undefined => {
  const row = db.get<WarningRow>(text('select * from device_warning where id = ?', id))
  return row && toWarning(row)
}
