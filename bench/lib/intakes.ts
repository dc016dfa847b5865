// A returning customer brings a machine that we know: one intake for each such machine of a shop.
import { openBare } from './driver.ts'
import type { Request } from './against-bare.ts'

type Known = { customer: string; device: string }

/** One request for each of so many machines that are known and not in the shop. */
export const intakesOf = (file: string, count: number): Request[] => {
  const db = openBare(file, true)
  const known = db
    .prepare(
      `select customer_id as customer, id as device from device d where not exists
       (select 1 from work_order w where w.device_id = d.id and w.state not in ('closed', 'cancelled')) limit ?`,
    )
    .all(count) as Known[]
  db.close()
  if (known.length < count) throw new Error(`only ${known.length} machines are not in the shop`)
  return known.map(({ customer, device }) => ({
    method: 'visit.create',
    params: {
      customer: { existing: customer },
      machines: [
        {
          device: { existing: device },
          reportedFault: '开机后蓝屏，代码 0x0000007E，重装系统后仍然出现',
          condition: '外壳有划痕，贴膜有气泡',
          accessories: [
            { name: '电源适配器', count: 1 },
            { name: '电脑包', count: 1 },
          ],
          configuration: [{ kind: '内存', text: '16 GB DDR4', serial: '' }],
          limitFen: 30_000,
          nextContactBy: Date.now() + 86_400_000,
        },
      ],
    },
  }))
}
