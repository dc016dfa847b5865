// Who could do a job, best match first, with the reasons (rules DSP-2, DSP-6, DSP-7, DSP-8).
import type { z } from 'zod'
import type { dispatches } from '#shared/contract/dispatch.ts'
import { mayDispatchTo, rankTechnicians } from '#shared/domain/dispatch/index.ts'
import type { Job } from '#shared/domain/dispatch/index.ts'
import { formatLocal } from '#shared/kernel/time.ts'
import type { QueryContext } from '#core/command/context.ts'
import { readCustomer, readDevice } from '#core/customers/index.ts'
import { listBranches, listPartners } from '#core/directory/index.ts'
import { lastTechnicianOf } from '#core/orders/index.ts'
import type { OrderRow } from '#core/orders/index.ts'
import { listPeople } from '#core/staff/index.ts'
import { loads, openJobsOfVendors, usualMinutes } from './repository.ts'

type Found = z.input<typeof dispatches.procedures.candidates.output>

const jobOf = (ctx: QueryContext, row: OrderRow): Job => {
  const device = readDevice(ctx.db, row.device_id)
  const local = formatLocal(ctx.now, ctx.shop?.timeZone ?? 'UTC', 'dateTime')
  const weekday = new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return {
    category: device?.category ?? '',
    brand: device?.brand ?? '',
    address: readCustomer(ctx.db, row.customer_id)?.address ?? '',
    onSite: row.service === 'onSite',
    weekday: weekday === 0 ? 7 : weekday,
    minute: Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)),
    lastTechnician: lastTechnicianOf(ctx.db, row) ?? null,
  }
}

export const candidatesFor = (ctx: QueryContext, row: OrderRow): Found => {
  const open = new Map(loads(ctx.db).map((load) => [load.staff_id, load.open_orders]))
  const minutes = usualMinutes(ctx.db)
  const people = listPeople(ctx.db).filter((one) => one.active && one.roles.includes('technician'))
  const ranked = rankTechnicians(
    people.map(({ id, name, skills, areas, hours }) => ({
      id,
      name,
      skills,
      areas,
      hours,
      openOrders: open.get(id) ?? 0,
    })),
    jobOf(ctx, row),
  )
  const jobs = new Map(openJobsOfVendors(ctx.db).map((one) => [one.vendor_id, one.jobs]))
  return {
    technicians: ranked.map(({ candidate, reasons, score }) => ({
      staffId: candidate.id,
      name: candidate.name,
      skills: [...candidate.skills],
      areas: [...candidate.areas],
      openOrders: candidate.openOrders,
      openHours: minutes === null ? null : Math.round((candidate.openOrders * minutes) / 6) / 10,
      reasons: [...reasons],
      score,
    })),
    branches: listBranches(ctx.db)
      .filter(mayDispatchTo)
      .map(({ id, code, name, level, technicians }) => ({ id, code, name, level, technicians })),
    vendors: listPartners(ctx.db)
      .filter((one) => one.active && one.repairVendor)
      .map(({ id, name, categories, usualDays }) => ({
        id,
        name,
        categories,
        usualDays,
        openJobs: jobs.get(id) ?? 0,
      })),
  }
}
