// What the demo shop keeps and charges for: parts with real names, work with its commission, two packages. Written as
// tables, because that is how a shop writes them; prices in yuan.

export type Good = Readonly<{
  code: string
  name: string
  spec: string
  unit: string
  priceFen: number
  costFen: number
  /** At the opening, and below how many it is bought again. */
  pieces: number
  minimum: number
  /** How its serial numbers look; '' for what has none. */
  serials: string
  oldReturnable: boolean
  repairFeeFen: number | null
  /** Of a consumable: how long it lasts. */
  yieldCount: number | null
  /** The kinds of machine into which it goes; none for what is only kept. */
  into: readonly string[]
  models: readonly string[]
}>

export type Work = Readonly<{
  code: string
  name: string
  priceFen: number
  minutes: number
  commission: 'none' | 'amount' | 'percent'
  commissionValue: number
  warrantyDays: number | null
}>

const cellsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
const orNull = (cell: string | undefined, times = 1): number | null =>
  cell === undefined || cell === '' ? null : Number(cell) * times
const wordsOf = (cell: string | undefined, separator: string): string[] =>
  (cell ?? '').split(separator).filter(Boolean)

/** Code, name, specification, unit, price, cost, pieces, minimum, serials, old part, fee, yield, machines, models. */
export const GOODS: readonly Good[] = cellsOf(`
SSD-512 | 固态硬盘 512 GB | M.2 2280 NVMe | 块 | 329 | 238 | 8 | 3 | S64A######## | 旧件 | 80 |  | 笔记本电脑 台式电脑
SSD-1T | 固态硬盘 1 TB | M.2 2280 NVMe | 块 | 529 | 405 | 5 | 2 | S6BN######## | 旧件 | 80 |  | 笔记本电脑 台式电脑
HDD-1T | 机械硬盘 1 TB | 2.5 寸 SATA | 块 | 299 | 215 | 4 | 2 | WX#?######## | 旧件 | 60 |  | 笔记本电脑 台式电脑
RAM-8D4 | 内存条 8 GB | DDR4 3200 笔记本 | 条 | 169 | 112 | 10 | 4 | M471A###### | 旧件 | 50 |  | 笔记本电脑
RAM-16D4 | 内存条 16 GB | DDR4 3200 笔记本 | 条 | 289 | 205 | 6 | 3 | M471B###### | 旧件 | 50 |  | 笔记本电脑
RAM-16D5 | 内存条 16 GB | DDR5 4800 台式 | 条 | 369 | 278 | 4 | 2 | CT16G###### | 旧件 | 50 |  | 台式电脑
BAT-T14 | 笔记本电池 | ThinkPad T14 50 Wh | 块 | 359 | 245 | 4 | 2 | 5B10W###### | 旧件 | 60 |  |  | ThinkPad T14 Gen 3
BAT-UNI | 笔记本电池 | 4 芯 通用接口 | 块 | 238 | 150 | 8 | 3 |  | 旧件 | 60 |  | 笔记本电脑
SCR-NB14 | 液晶屏 14 寸 | 1920×1080 IPS 30 针 | 块 | 480 | 335 | 5 | 2 | N140HCA#### | 旧件 | 120 |  | 笔记本电脑
SCR-NB15 | 液晶屏 15.6 寸 | 1920×1080 IPS 30 针 | 块 | 520 | 368 | 4 | 2 | NV156FHM### | 旧件 | 120 |  | 笔记本电脑
KB-TP | 键盘 | ThinkPad T14 带背光 | 个 | 268 | 175 | 3 | 1 |  |  |  |  |  | ThinkPad T14 Gen 3
FAN-NB | 散热风扇 | 笔记本双热管 | 个 | 128 | 72 | 8 | 3 |  |  |  |  | 笔记本电脑
ADP-65 | 电源适配器 65 W | Type-C 20 V 3.25 A | 个 | 169 | 98 | 6 | 2
HINGE-NB | 屏轴 | 左右一副 | 副 | 118 | 58 | 6 | 2 |  |  |  |  | 笔记本电脑
MB-TP | 主板 | ThinkPad T14 Gen 3 i5 | 块 | 1680 | 1290 | 1 | 0 | 5B21H###### | 旧件 | 200 |  |  | ThinkPad T14 Gen 3
PSU-500 | 台式电源 500 W | 80PLUS 铜牌 | 个 | 279 | 198 | 5 | 2 |  | 旧件 | 60 |  | 台式电脑
CMOS-2032 | 纽扣电池 | CR2032 | 粒 | 10 | 2 | 60 | 20 |  |  |  |  | 笔记本电脑 台式电脑
GREASE-4 | 导热硅脂 | 4 g | 支 | 35 | 16 | 20 | 8
FUSER-M404 | 定影组件 | 惠普 M404 220 V | 套 | 680 | 498 | 3 | 2 | RM2######## | 旧件 | 120
FUSER-UNI | 定影膜 | 激光机通用 | 条 | 160 | 85 | 8 | 3 |  |  |  |  | 打印机 办公设备
ROLLER-PU | 搓纸轮 | 含分离垫 | 套 | 68 | 28 | 20 | 8 |  |  |  |  | 打印机 办公设备
GEAR-SET | 传动齿轮组 |  | 套 | 120 | 62 | 6 | 2 |  |  |  |  | 打印机 办公设备
PSB-LJ | 打印机电源板 | 220 V | 块 | 320 | 215 | 3 | 1 |  | 旧件 | 80 |  | 打印机
HEAD-EP | 喷墨打印头 | 爱普生 L 系列 | 个 | 420 | 310 | 2 | 1 | F1860###### | 旧件 | 90
TK-1110 | 硒鼓 | 京瓷 FS-1040 黑 | 支 | 188 | 120 | 12 | 5 |  |  |  | 2500
CF-259A | 硒鼓 | 惠普 M404 黑 | 支 | 268 | 182 | 10 | 5 |  |  |  | 3000
DR-2350 | 成像鼓 | 兄弟 HL-2260 | 支 | 298 | 205 | 4 | 2 |  |  |  | 12000
INK-003 | 墨水 | 爱普生 003 四色装 | 套 | 139 | 88 | 10 | 4 |  |  |  | 4500
PAPER-A4 | 复印纸 | A4 70 g | 包 | 28 | 19 | 40 | 20 |  |  |  | 500
SCR-PHONE | 手机屏幕总成 | OLED 通用型 | 块 | 460 | 318 | 6 | 2 |  | 旧件 |  |  | 手机
BAT-PHONE | 手机电池 | 带排线 | 块 | 138 | 68 | 12 | 5 |  | 旧件 |  |  | 手机
PORT-C | 尾插排线 | Type-C | 条 | 98 | 38 | 10 | 4 |  |  |  |  | 手机 平板电脑
CAM-PHONE | 后置摄像头 |  | 个 | 188 | 110 | 4 | 1 |  |  |  |  | 手机
GLASS-TAB | 平板触摸屏 | 10.4 寸 | 块 | 320 | 212 | 3 | 1 |  |  |  |  | 平板电脑
BAT-TAB | 平板电池 |  | 块 | 188 | 105 | 4 | 1 |  | 旧件 |  |  | 平板电脑
PSB-TV | 电视电源板 | 43–55 寸通用 | 块 | 260 | 165 | 4 | 2 |  | 旧件 |  |  | 电视
LED-TV | 背光灯条 | 55 寸一套 | 套 | 220 | 128 | 4 | 2 |  |  |  |  | 电视
TCON-TV | 逻辑板 |  | 块 | 210 | 132 | 2 | 1 |  | 旧件 |  |  | 电视
SCR-TV55 | 电视屏 55 寸 | 4K | 块 | 1880 | 1420 | 1 | 2 |  | 旧件 | 200
HEAT-UNI | 发热盘 | 电饭煲 900 W | 个 | 78 | 36 | 8 | 3 |  |  |  |  | 小家电
MOTOR-UNI | 电机 | 吸尘器 220 V | 个 | 128 | 74 | 5 | 2 |  |  |  |  | 小家电
FUSE-T | 温度保险丝 | 172 ℃ | 个 | 15 | 3 | 50 | 20 |  |  |  |  | 小家电
CABLE-05 | 导线 | 0.5 mm² | 米 | 3 | 1 | 100 | 20
`).map(
  ([
    code = '',
    name = '',
    spec = '',
    unit = '',
    price,
    cost,
    pieces,
    minimum,
    serials = '',
    old,
    fee,
    lasts,
    into,
    models,
  ]) => ({
    code,
    name,
    spec,
    unit,
    priceFen: Number(price) * 100,
    costFen: Number(cost) * 100,
    pieces: Number(pieces),
    minimum: Number(minimum),
    serials,
    oldReturnable: old === '旧件',
    repairFeeFen: orNull(fee, 100),
    yieldCount: orNull(lasts),
    into: wordsOf(into, ' '),
    models: wordsOf(models, '；'),
  }),
)

/** Code, name, price, minutes, commission (yuan each, or percent), warranty days. */
export const WORKS: readonly Work[] = cellsOf(`
W-JC | 故障检测 | 30 | 20
W-PJ | 更换配件 | 80 | 40 | 12% | 30
W-PM | 换屏工时 | 120 | 60 | 12% | 30
W-DC | 更换电池 | 60 | 30 | 10 | 30
W-XT | 重装系统 | 80 | 90 | 20
W-QH | 除尘换硅脂 | 90 | 45 | 15 | 7
W-SJ | 数据恢复 | 600 | 240 | 20%
W-XP | 主板芯片级维修 | 380 | 180 | 18% | 90
W-DY | 打印机保养 | 120 | 60 | 10% | 30
W-SM | 上门费 | 50 | 60 | 25
`).map(([code = '', name = '', price, minutes, commission = '', days]) => ({
  code,
  name,
  priceFen: Number(price) * 100,
  minutes: Number(minutes),
  commission: commission === '' ? 'none' : commission.endsWith('%') ? 'percent' : 'amount',
  commissionValue: Number(commission.replace('%', '')) * 100,
  warrantyDays: orNull(days),
}))

/** What is in it: code, pieces, and its price within the package where it is another. */
export const PACKAGES = [
  {
    code: 'T-SSD',
    name: '升级固态硬盘套餐',
    items: [
      ['SSD-512', 1, 299],
      ['W-XT', 1, 50],
      ['W-QH', 1, null],
    ],
  },
  {
    code: 'T-DYBY',
    name: '打印机保养套餐',
    items: [
      ['ROLLER-PU', 1, 58],
      ['W-DY', 1, 100],
    ],
  },
] as const
