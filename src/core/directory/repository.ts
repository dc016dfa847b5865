// The only file that names the tables branch, partner and device_warning.
import type { Branch, ModelWarning, Partner } from '#shared/contract/directory.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

type BranchRow = {
  id: string
  code: string
  name: string
  level: Branch['level']
  phone: string
  address: string
  serves: number
  technicians: string
  active: number
  created_at: number
}

const toBranch = (row: BranchRow): Branch => ({
  id: row.id,
  code: row.code,
  name: row.name,
  level: row.level,
  phone: row.phone,
  address: row.address,
  serves: row.serves === 1,
  technicians: JSON.parse(row.technicians) as string[],
  active: row.active === 1,
  createdAt: row.created_at,
})

export const listBranches = (db: ReadDb): Branch[] =>
  db.all<BranchRow>(text('select * from branch order by active desc, code')).map(toBranch)

export const findBranch = (db: ReadDb, id: string): Branch | undefined => {
  const row = db.get<BranchRow>(text('select * from branch where id = ?', id))
  return row && toBranch(row)
}

export const branchByCode = (db: ReadDb, code: string): Branch | undefined => {
  const row = db.get<BranchRow>(text('select * from branch where code = ?', code))
  return row && toBranch(row)
}

type PartnerRow = {
  id: string
  name: string
  contact: string
  phone: string
  address: string
  repair_vendor: number
  categories: string
  usual_days: number | null
  remark: string
  active: number
  created_at: number
}

const toPartner = (row: PartnerRow): Partner => ({
  id: row.id,
  name: row.name,
  contact: row.contact,
  phone: row.phone,
  address: row.address,
  repairVendor: row.repair_vendor === 1,
  categories: JSON.parse(row.categories) as string[],
  usualDays: row.usual_days,
  remark: row.remark,
  active: row.active === 1,
  createdAt: row.created_at,
})

export const listPartners = (db: ReadDb): Partner[] =>
  db.all<PartnerRow>(text('select * from partner order by active desc, name')).map(toPartner)

export const findPartner = (db: ReadDb, id: string): Partner | undefined => {
  const row = db.get<PartnerRow>(text('select * from partner where id = ?', id))
  return row && toPartner(row)
}

type WarningRow = {
  id: string
  brand: string
  model: string
  text: string
  active: number
  created_at: number
}

export const listWarnings = (db: ReadDb): ModelWarning[] =>
  db.all<WarningRow>(text('select * from device_warning order by active desc, brand, model')).map((row) => ({
    id: row.id,
    brand: row.brand,
    model: row.model,
    text: row.text,
    active: row.active === 1,
    createdAt: row.created_at,
  }))
