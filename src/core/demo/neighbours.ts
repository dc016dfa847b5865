// Whom the demo shop works with, and where it puts things: branches, repair vendors, shelves, loaners, and a
// model to be careful with.
import type { CommandContext } from '#core/command/context.ts'

type Opening = Pick<CommandContext, 'now' | 'newId' | 'insert'>

const BRANCHES = [
  ['SZ00', '深圳总站', 'mainStation', true],
  ['SZ02', '福田网点', 'branch', true],
  ['GZ01', '广州天河网点', 'branch', false],
] as const

const VENDORS = [
  ['华强维修中心', '主板芯片级', ['笔记本电脑', '台式电脑'], 7],
  ['天虹打印机维修', '打印头、硒鼓', ['打印机', '办公设备'], 5],
  ['信达数据恢复', '硬盘、固态', [], 10],
] as const

const PLACES = [
  ['A1', '甲架一层', 'shelf'],
  ['A2', '甲架二层', 'shelf'],
  ['B1', '乙架一层', 'shelf'],
  ['W1', '一号工位', 'bench'],
  ['W2', '二号工位', 'bench'],
] as const

const LOANERS = [
  ['LOAN-1', 'ThinkPad X230 备用机', 'LN-X230-01', '电源'],
  ['LOAN-2', '惠普 M1136 备用打印机', 'LN-M1136-02', '电源线、数据线'],
  ['LOAN-3', '红米 9A 备用手机', 'LN-9A-03', ''],
] as const

export const openNeighbours = (ctx: Opening): { vendors: string[]; places: string[] } => {
  const createdAt = ctx.now
  for (const [code, name, level, serves] of BRANCHES)
    ctx.insert(
      'branch',
      ctx.newId(),
      { code, name, level, phone: '', address: '', serves, technicians: [], active: true, createdAt },
      'branch.added',
    )
  const vendors = VENDORS.map(([name, remark, categories, usualDays], i) => {
    const id = ctx.newId()
    ctx.insert(
      'partner',
      id,
      {
        name,
        contact: '',
        phone: `0755-8300${1200 + i}`,
        address: '',
        repairVendor: true,
        categories,
        usualDays,
        remark,
        active: true,
        createdAt,
      },
      'partner.added',
    )
    return id
  })
  const places = PLACES.map(([code, name, kind]) => {
    const id = ctx.newId()
    ctx.insert('place', id, { code, name, kind, active: true, createdAt }, 'place.added')
    return id
  })
  for (const [code, name, serial, accessories] of LOANERS)
    ctx.insert(
      'loaner',
      ctx.newId(),
      { code, name, serial, accessories, remark: '', active: true, createdAt },
      'loaner.added',
    )
  ctx.insert(
    'deviceWarning',
    ctx.newId(),
    {
      brand: '联想',
      model: 'ThinkPad X1',
      text: '内存焊死在主板上，接单时请说明不能加内存。',
      active: true,
      createdAt,
    },
    'deviceWarning.added',
  )
  return { vendors, places }
}
