// The people of the demo shop. Their passwords are known on purpose: this is a shop to play with.
import type { Role } from '#shared/domain/staff/roles.ts'
import type { Chance } from './random.ts'

export type TeamMember = Readonly<{
  staffNo: string
  name: string
  roles: readonly Role[]
  skills?: readonly string[]
}>

export const TEAM: readonly TeamMember[] = [
  { staffNo: '1001', name: '陈建华', roles: ['manager', 'clerk', 'dispatcher', 'cashier'] },
  { staffNo: '1002', name: '林晓燕', roles: ['clerk', 'cashier'] },
  { staffNo: '1003', name: '黄嘉欣', roles: ['clerk'] },
  { staffNo: '1004', name: '何志强', roles: ['dispatcher', 'clerk'] },
  { staffNo: '1005', name: '李卫国', roles: ['technician'], skills: ['笔记本电脑', '台式电脑'] },
  { staffNo: '1006', name: '罗永辉', roles: ['technician'], skills: ['打印机', '办公设备'] },
  { staffNo: '1007', name: '欧阳帆', roles: ['technician', 'clerk'], skills: ['手机', '平板电脑'] },
  { staffNo: '1008', name: '吴秀兰', roles: ['warehouse'] },
  { staffNo: '1009', name: '郑雅婷', roles: ['cashier', 'finance'] },
  { staffNo: '1010', name: '周明', roles: ['manager'] },
  { staffNo: '1011', name: '孙丽萍', roles: ['auditor'] },
]

/** `demo-1001` for 1001, and so on. */
export const passwordOf = (staffNo: string): string => `demo-${staffNo}`

export type Hired = TeamMember & Readonly<{ id: string }>

export const anyWith = (chance: Chance, team: readonly Hired[], role: Role): Hired =>
  chance.pick(team.filter((one) => one.roles.includes(role)))
