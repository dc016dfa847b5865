// What people leave with a machine, and the parts whose serial numbers are written down: per kind of machine.
import type { Category } from './categories.ts'
import type { Word } from './words.ts'

const word = (zh: string, initials: string, en: string): Word => ({ zh, initials, en })

const ADAPTER = word('电源适配器', 'dyspq', 'Power adapter')
const CORD = word('电源线', 'dyx', 'Power cord')
const BAG = word('电脑包', 'dnb', 'Laptop bag')
const MOUSE = word('鼠标', 'sb', 'Mouse')
const KEYBOARD = word('键盘', 'jp', 'Keyboard')
const RECEIVER = word('无线接收器', 'wxjsq', 'Wireless receiver')
const STICK = word('U盘', 'up', 'USB stick')
const DISK = word('移动硬盘', 'ydyp', 'Portable disk')
const BATTERY = word('电池', 'dc', 'Battery')
const CABLE = word('数据线', 'sjx', 'Data cable')
const CHARGER = word('充电头', 'cdt', 'Charger')
const CASE = word('保护套', 'bht', 'Case')
const SIM = word('手机卡', 'sjk', 'SIM card')
const CARD = word('存储卡', 'cck', 'Memory card')
const PEN = word('触控笔', 'ckb', 'Stylus')
const VIDEO = word('视频线', 'spx', 'Video cable')
const STAND = word('底座', 'dz', 'Stand')
const BOX = word('包装盒', 'bzh', 'Box')
const INVOICE = word('发票', 'fp', 'Invoice')
const WARRANTY_CARD = word('保修卡', 'bxk', 'Warranty card')

/** At most nine each: one digit key a line. */
export const ACCESSORIES = {
  laptop: [ADAPTER, CORD, BAG, MOUSE, RECEIVER, STICK, DISK, BATTERY, INVOICE],
  desktop: [CORD, MOUSE, KEYBOARD, VIDEO, RECEIVER, STICK, DISK, INVOICE],
  allInOne: [CORD, ADAPTER, MOUSE, KEYBOARD, RECEIVER, STICK, STAND, INVOICE],
  phone: [CHARGER, CABLE, CASE, SIM, CARD, BOX, INVOICE, WARRANTY_CARD],
  tablet: [CHARGER, CABLE, CASE, PEN, KEYBOARD, CARD, BOX, INVOICE],
  printer: [
    CORD,
    CABLE,
    word('硒鼓', 'xg', 'Toner cartridge'),
    word('墨盒', 'mh', 'Ink cartridge'),
    word('纸盒', 'zh', 'Paper tray'),
    INVOICE,
  ],
  monitor: [CORD, ADAPTER, VIDEO, STAND, INVOICE],
  tv: [CORD, word('遥控器', 'ykq', 'Remote control'), STAND, VIDEO, ADAPTER, WARRANTY_CARD, INVOICE],
  appliance: [CORD, ADAPTER, word('配件盒', 'pjh', 'Box of parts'), STAND, BOX, WARRANTY_CARD, INVOICE],
  server: [
    CORD,
    word('导轨', 'dg', 'Rails'),
    word('前面板', 'qmb', 'Front bezel'),
    word('钥匙', 'ys', 'Key'),
    DISK,
    INVOICE,
  ],
  storage: [CABLE, ADAPTER, BOX, INVOICE, WARRANTY_CARD],
  other: [ADAPTER, CORD, CABLE, BATTERY, BAG, BOX, INVOICE, WARRANTY_CARD],
} as const satisfies Record<Category, readonly Word[]>

const CPU = word('CPU', 'cpu', 'CPU')
const MEMORY = word('内存', 'nc', 'Memory')
const DRIVE = word('硬盘', 'yp', 'Disk')
const GRAPHICS = word('显卡', 'xk', 'Graphics card')
const BOARD = word('主板', 'zb', 'Mainboard')
const SUPPLY = word('电源', 'dy', 'Power supply')
const SCREEN = word('屏幕', 'pm', 'Screen')
const TONER = word('硒鼓', 'xg', 'Toner cartridge')

/** The rows of the machine configuration that are offered (rule INT-3). */
export const CONFIGURATION_KINDS = {
  laptop: [CPU, MEMORY, DRIVE, GRAPHICS, BATTERY, SCREEN],
  desktop: [CPU, MEMORY, DRIVE, GRAPHICS, BOARD, SUPPLY],
  allInOne: [CPU, MEMORY, DRIVE, SCREEN, SUPPLY],
  phone: [word('容量', 'rl', 'Storage'), SCREEN, BATTERY],
  tablet: [word('容量', 'rl', 'Storage'), SCREEN, BATTERY],
  printer: [TONER, word('打印页数', 'dyys', 'Page count')],
  monitor: [SCREEN],
  tv: [SCREEN, BOARD, SUPPLY],
  appliance: [word('电机', 'dj', 'Motor'), BOARD],
  server: [CPU, MEMORY, DRIVE, word('阵列卡', 'zlk', 'RAID card'), SUPPLY],
  storage: [word('容量', 'rl', 'Storage')],
  other: [word('配件', 'pj', 'Part')],
} as const satisfies Record<Category, readonly Word[]>

export const ALL_ACCESSORY_WORDS: readonly Word[] = Object.values(ACCESSORIES).flat()
export const ALL_CONFIGURATION_WORDS: readonly Word[] = Object.values(CONFIGURATION_KINDS).flat()
