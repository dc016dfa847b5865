// What customers say is wrong, as phrases that a few letters call up. Free text always goes; these only save keys.
import type { Category } from './categories.ts'
import type { Word } from './words.ts'

const word = (zh: string, initials: string, en: string): Word => ({ zh, initials, en })

const POWER = word('开不了机', 'kblj', 'Does not switch on')
const SLOW = word('运行慢', 'yxm', 'Slow')
const RESTARTS = word('自动重启', 'zdcq', 'Restarts by itself')
const FREEZES = word('死机', 'sj', 'Freezes')
const CRACKED = word('屏幕碎裂', 'pmsl', 'Screen broken')
const FLICKERS = word('屏幕闪烁', 'pmss', 'Screen flickers')
const NO_PICTURE = word('开机无显示', 'kjwxs', 'Runs but shows nothing')
const LINES = word('屏幕有线条', 'pmyxt', 'Lines on the screen')
const NOT_CHARGING = word('充不进电', 'cbjd', 'Does not charge')
const BATTERY = word('电池不耐用', 'dcbny', 'Battery runs down fast')
const SWOLLEN = word('电池鼓包', 'dcgb', 'Battery swollen')
const LIQUID = word('进水', 'js', 'Liquid inside')
const DROPPED = word('摔坏', 'sh', 'Dropped')
const BLUE = word('蓝屏', 'lp', 'Blue screen')
const NO_SYSTEM = word('进不了系统', 'jblxt', 'Does not boot the system')
const HOT = word('发热严重', 'fryz', 'Runs hot')
const FAN = word('风扇响', 'fsx', 'Fan is loud')
const KEYBOARD = word('键盘失灵', 'jpsl', 'Keyboard fails')
const TOUCHPAD = word('触摸板失灵', 'cmbsl', 'Touchpad fails')
const NO_WIFI = word('连不上无线网', 'lbswxw', 'No wireless network')
const NO_SOUND = word('没有声音', 'mysy', 'No sound')
const NO_DISK = word('认不到硬盘', 'rbdyp', 'Disk not found')
const REINSTALL = word('重装系统', 'czxt', 'Reinstall the system')
const CLEAN = word('清灰保养', 'qhby', 'Clean and service')
const DATA = word('恢复数据', 'hfsj', 'Recover data')
const HINGE = word('转轴损坏', 'zzsh', 'Hinge broken')
const TOUCH = word('触摸失灵', 'cmsl', 'Touch does not react')
const CAMERA = word('摄像头故障', 'sxtgz', 'Camera fails')
const PASSWORD = word('忘记密码', 'wjmm', 'Password forgotten')
const UPGRADE = word('升级配件', 'sjpj', 'Upgrade parts')
const ODD_NOISE = word('异响', 'yx', 'Odd noise')
const PC: readonly Word[] = [POWER, NO_PICTURE, NO_SYSTEM, BLUE, SLOW, RESTARTS, FREEZES, HOT, FAN]
const PC_REST: readonly Word[] = [
  NO_DISK,
  NO_SOUND,
  REINSTALL,
  CLEAN,
  UPGRADE,
  DATA,
  PASSWORD,
  LIQUID,
  DROPPED,
]
const MOBILE: readonly Word[] = [
  CRACKED,
  POWER,
  NOT_CHARGING,
  BATTERY,
  TOUCH,
  SWOLLEN,
  LIQUID,
  DROPPED,
  CAMERA,
  NO_SOUND,
  RESTARTS,
  FREEZES,
  SLOW,
  HOT,
  NO_WIFI,
  PASSWORD,
  DATA,
]

export const FAULT_PHRASES = {
  laptop: [
    ...PC,
    CRACKED,
    FLICKERS,
    LINES,
    KEYBOARD,
    TOUCHPAD,
    NOT_CHARGING,
    BATTERY,
    SWOLLEN,
    NO_WIFI,
    HINGE,
    CAMERA,
    ...PC_REST,
  ],
  desktop: [...PC, NO_WIFI, KEYBOARD, ...PC_REST],
  allInOne: [...PC, FLICKERS, LINES, CRACKED, NO_WIFI, TOUCH, ...PC_REST],
  phone: [...MOBILE, word('没有信号', 'myxh', 'No signal'), word('不识别卡', 'bsbk', 'SIM not recognised')],
  tablet: [...MOBILE, LINES],
  printer: [
    word('卡纸', 'kz', 'Paper jams'),
    word('不进纸', 'bjz', 'Does not take paper'),
    word('打印有条纹', 'dyytw', 'Prints stripes'),
    word('打印模糊', 'dymh', 'Prints faintly'),
    word('打印空白', 'dykb', 'Prints blank pages'),
    word('联不上电脑', 'lbsdn', 'Computer does not see it'),
    word('报错代码', 'bcdm', 'Shows an error code'),
    word('漏粉', 'lf', 'Leaks toner'),
    word('换硒鼓', 'hxg', 'Change the toner cartridge'),
    ODD_NOISE,
    POWER,
    CLEAN,
  ],
  monitor: [
    POWER,
    word('黑屏', 'hp', 'Black screen'),
    FLICKERS,
    LINES,
    word('偏色', 'ps', 'Wrong colours'),
    word('背光不亮', 'bgbl', 'Backlight dark'),
    CRACKED,
    word('接口接触不良', 'jkjcbl', 'Loose connector'),
  ],
  tv: [
    POWER,
    word('黑屏有声音', 'hpysy', 'Sound but no picture'),
    FLICKERS,
    LINES,
    NO_SOUND,
    word('遥控失灵', 'yksl', 'Remote control fails'),
    NO_WIFI,
    CRACKED,
    RESTARTS,
  ],
  appliance: [
    word('不通电', 'btd', 'No power'),
    word('不加热', 'bjr', 'Does not heat'),
    word('不制冷', 'bzl', 'Does not cool'),
    word('不转', 'bz', 'Does not turn'),
    word('漏水', 'ls', 'Leaks water'),
    word('漏电', 'ld', 'Gives electric shocks'),
    word('跳闸', 'tz', 'Trips the breaker'),
    word('按键失灵', 'ajsl', 'Buttons fail'),
    word('显示故障代码', 'xsgzdm', 'Shows an error code'),
    word('有焦味', 'yjw', 'Smells burnt'),
    ODD_NOISE,
  ],
  server: [
    POWER,
    word('报警灯亮', 'bjdl', 'Warning light is on'),
    word('阵列掉盘', 'zldp', 'Disk dropped from the array'),
    NO_SYSTEM,
    RESTARTS,
    FREEZES,
    FAN,
    HOT,
    NO_DISK,
    DATA,
    word('网口不通', 'wkbt', 'Network port dead'),
  ],
  storage: [NO_DISK, DATA, word('读取慢', 'dqm', 'Reads slowly'), ODD_NOISE, DROPPED, LIQUID],
  other: [POWER, NOT_CHARGING, FREEZES, ODD_NOISE, DROPPED, LIQUID, CLEAN],
} as const satisfies Record<Category, readonly Word[]>

/** Why the clerk decides otherwise about who pays (rule INT-4). */
export const CHARGE_REASONS: readonly Word[] = [
  word('人为损坏', 'rwsh', 'Man-made damage'),
  word('进水', 'js', 'Liquid inside'),
  word('没有购买凭证', 'mygmpz', 'No proof of purchase'),
  word('客户自愿付费', 'khzyff', 'Customer agrees to pay'),
  word('厂家延保', 'cjyb', "Maker's extended warranty"),
  word('本店返修', 'bdfx', 'Comeback of our own repair'),
]

/** What is seen on the machine when it is handed over. */
export const CONDITION_NOTES: readonly Word[] = [
  word('外观完好', 'wgwh', 'No visible damage'),
  word('外壳划痕', 'wkhh', 'Scratched case'),
  word('外壳裂纹', 'wklw', 'Cracked case'),
  word('屏幕划痕', 'pmhh', 'Scratched screen'),
  word('屏幕裂纹', 'pmlw', 'Cracked screen'),
  word('边角磕碰', 'bjkp', 'Dented corners'),
  word('缺螺丝', 'qls', 'Screws missing'),
  word('有进水痕迹', 'yjshj', 'Traces of liquid'),
  word('贴有封条', 'tyft', 'Sealed'),
  word('曾拆修', 'ccx', 'Was opened before'),
]

/** A kind's own phrases first, then all others: letters find a phrase whatever the machine is called. */
export const phrasesFor = (category: Category): readonly Word[] => [
  ...new Set([...FAULT_PHRASES[category], ...Object.values(FAULT_PHRASES).flat()]),
]
