// What people bring: real brands and models, what breaks on them, what they leave with them.
import type { Chance } from './random.ts'
import { weighted } from './random.ts'

export type MachineKind = Readonly<{
  category: string
  brands: readonly Readonly<{
    brand: string
    models: readonly string[]
    serial: (chance: Chance) => string
  }>[]
  faults: readonly string[]
  accessories: readonly string[]
  /** Parts that are written down so that nobody says afterwards they were exchanged. */
  configuration: readonly (readonly [kind: string, texts: readonly string[]])[]
  warrantyMonths: readonly number[]
  /** What a repair costs, yuan. */
  price: readonly [least: number, most: number]
}>

const DIGITS = '0123456789'
const PLAIN = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `#` a digit, `?` a letter or digit, anything else as it stands. */
const serial =
  (pattern: string) =>
  (chance: Chance): string =>
    pattern.replace(/[#?]/g, (sign) => chance.text(sign === '#' ? DIGITS : PLAIN, 1))

const brand = (name: string, serialPattern: string, ...models: string[]) => ({
  brand: name,
  models,
  serial: serial(serialPattern),
})

const COMPUTER_FAULTS = [
  '不开机，按电源键无反应',
  '开机后蓝屏，代码 0x0000007E',
  '进水，键盘部分按键失灵',
  '风扇噪音大，发热严重，玩游戏自动关机',
  '屏幕有一条竖线，合盖后偶尔消失',
  '系统运行很慢，开机要五分钟以上',
  '电池不充电，拔掉电源就关机',
  '忘记开机密码，资料很重要请勿格式化',
  '无线网卡找不到网络',
  '硬盘有异响，部分文件打不开，需要恢复数据',
  '转轴断裂，外壳裂开',
  '升级内存和固态硬盘',
]

const COMPUTER_PARTS: MachineKind['configuration'] = [
  ['CPU', ['i5-1135G7', 'i5-12450H', 'i7-12700H', 'R5-5600H', 'R7-7840HS', 'i5-10400']],
  ['内存', ['8 GB DDR4', '16 GB DDR4', '16 GB DDR5', '8 GB × 2']],
  ['硬盘', ['三星 512 GB SSD', '西数 1 TB SSD', '致态 1 TB SSD', '希捷 1 TB 机械', '铠侠 256 GB SSD']],
  ['显卡', ['RTX 3050', 'RTX 4060', '集成']],
]

const LAPTOP: MachineKind = {
  category: '笔记本电脑',
  brands: [
    brand(
      '联想',
      'PF#?????',
      'ThinkPad T14 Gen 3',
      'ThinkPad X1 Carbon',
      '小新 Pro 14',
      '小新 Air 15',
      '拯救者 Y7000P',
    ),
    brand('华为', '5CD#??########', 'MateBook 14', 'MateBook D 16', 'MateBook X Pro'),
    brand('戴尔', '???????', 'Latitude 5430', '灵越 14 5430', 'XPS 13', '游匣 G15'),
    brand('惠普', '5CD#######', '战66 五代', 'EliteBook 840 G9', '星 15', '暗影精灵 8'),
    brand('华硕', 'N#N0CV??#######', '天选 4', '灵耀 14', '无畏 15'),
    brand('Apple', 'C02??????Q6?', 'MacBook Air M2', 'MacBook Pro 14', 'MacBook Air 2020'),
    brand('小米', '#####/??#?#####', 'RedmiBook Pro 15', 'Book Air 13'),
    brand('宏碁', 'NX?????####', '非凡 S3', '掠夺者 战斧'),
  ],
  faults: COMPUTER_FAULTS,
  accessories: ['电源适配器', '电脑包', '鼠标', '扩展坞', '原装包装盒'],
  configuration: COMPUTER_PARTS,
  warrantyMonths: [12, 24, 36],
  price: [80, 1600],
}

const DESKTOP: MachineKind = {
  category: '台式电脑',
  brands: [
    brand('联想', 'M70?????', '启天 M450', '天逸 510S', '扬天 M4000q'),
    brand('戴尔', '???????', 'OptiPlex 7010', 'Vostro 3910', '外星人 R15'),
    brand('惠普', '4CE#######', '战 99', '288 Pro G6', '光影精灵'),
    brand('组装机', 'DIY########', '自配台式', '网吧退役主机'),
  ],
  faults: COMPUTER_FAULTS.filter((fault) => !/合盖|转轴|电池/.test(fault)),
  accessories: ['电源线', '显示器', '键盘', '鼠标', 'HDMI 线'],
  configuration: COMPUTER_PARTS,
  warrantyMonths: [12, 36],
  price: [60, 1200],
}

const PRINTER: MachineKind = {
  category: '打印机',
  brands: [
    brand(
      '惠普',
      'CNB#?#####',
      'LaserJet Pro M126a',
      'LaserJet M1136',
      'Smart Tank 519',
      'LaserJet 1020 Plus',
    ),
    brand('佳能', 'KJ??#####', 'LBP2900+', 'iC MF243d', 'G3800', 'TS3480'),
    brand('爱普生', 'X8??######', 'L3158', 'L4268', 'LQ-630K', 'LQ-730KII'),
    brand('兄弟', 'E7######?#######', 'HL-2260D', 'DCP-7080', 'MFC-7480D'),
    brand('奔图', 'CM#########', 'P2506', 'M6202NW'),
    brand('得力', 'DL##########', 'M2500DW', 'DL-630K'),
  ],
  faults: [
    '卡纸，纸出来皱成一团',
    '打印有黑线，换过硒鼓还是一样',
    '搓不了纸，提示缺纸',
    '亮红灯，报错 5B00 废墨满',
    '打印空白，喷头堵塞',
    '针式打印机断针，字缺笔画',
    '连接不上电脑，驱动装不上',
    '定影膜破，打印掉粉',
    '扫描时异响，扫描头不动',
  ],
  accessories: ['电源线', 'USB 线', '硒鼓', '墨盒', '纸盒'],
  configuration: [
    ['硒鼓', ['原装', '国产', '加粉']],
    ['打印页数', ['12 300', '45 870', '3 210', '98 000']],
  ],
  warrantyMonths: [12],
  price: [50, 600],
}

const PHONE: MachineKind = {
  category: '手机',
  brands: [
    brand('华为', '86#############', 'Mate 60 Pro', 'P60', 'nova 11', 'Mate 40 Pro'),
    brand('小米', '86#############', '小米 13', '小米 14', 'Redmi Note 12', 'Redmi K60'),
    brand('OPPO', '86#############', 'Reno10', 'Find X6', 'A2 Pro'),
    brand('vivo', '86#############', 'X90', 'S17', 'Y78'),
    brand('荣耀', '86#############', '荣耀 90', 'Magic5 Pro', 'X50'),
    brand('Apple', '35#############', 'iPhone 13', 'iPhone 14 Pro', 'iPhone 15', 'iPhone 12'),
  ],
  faults: [
    '外屏碎，触摸正常',
    '内屏出现绿线',
    '进水后不开机',
    '电池健康 74%，掉电快，要求换电池',
    '充电口松，充不进电',
    '听筒无声，免提正常',
    '后摄像头模糊，对不上焦',
    '忘记锁屏密码',
    '信号差，经常无服务',
    '无限重启，停在开机画面',
  ],
  accessories: ['手机壳', 'SIM 卡', '数据线', '充电头', '存储卡'],
  configuration: [
    ['存储', ['128 GB', '256 GB', '512 GB']],
    ['颜色', ['黑色', '白色', '蓝色', '紫色']],
  ],
  warrantyMonths: [12],
  price: [80, 1900],
}

const TABLET: MachineKind = {
  category: '平板电脑',
  brands: [
    brand('Apple', 'DMP????????#', 'iPad 第九代', 'iPad Air 5', 'iPad mini 6'),
    brand('华为', '4TX############', 'MatePad 11', 'MatePad Pro 12.6'),
    brand('小米', '3####/??########', '小米平板 6', 'Redmi Pad SE'),
  ],
  faults: ['屏幕碎裂', '不充电', '小孩设了密码打不开', '弯了，屏幕翘起', '触摸失灵', '喇叭有杂音'],
  accessories: ['保护套', '手写笔', '充电器'],
  configuration: [['存储', ['64 GB', '128 GB', '256 GB']]],
  warrantyMonths: [12],
  price: [100, 1200],
}

const APPLIANCE: MachineKind = {
  category: '小家电',
  brands: [
    brand('美的', 'D2##############', 'M1-L213B 微波炉', 'MB-FB40 电饭煲', 'C21-RT2170 电磁炉'),
    brand('苏泊尔', 'SPR##########', 'SF40FC875 电饭煲', 'SY-50YC8 压力锅'),
    brand('戴森', '?#?-CN-???####?', 'V12 吸尘器', 'HD08 吹风机'),
    brand('石头', 'R0#####S#######', 'G10S 扫地机器人', 'P10 扫地机器人'),
    brand('科沃斯', 'E0#####HTF??####', 'X1 OMNI 扫地机器人', 'T20 扫地机器人'),
    brand('九阳', 'JY############', 'DJ13R-P10 豆浆机', 'L18-Y915S 破壁机'),
    brand('格力', '4P##########', 'FD-40X67Bh 电风扇', 'NTH20-X6021 取暖器'),
  ],
  faults: [
    '通电无反应，保险丝已换过',
    '加热慢，有糊味',
    '漏电跳闸',
    '不转盘，有火花',
    '吸力变小，工作一会儿就停',
    '不回充，原地打转',
    '按键失灵，显示 E3',
    '漏水',
  ],
  accessories: ['电源线', '充电底座', '滤网', '说明书'],
  configuration: [],
  warrantyMonths: [12, 24],
  price: [40, 500],
}

const TELEVISION: MachineKind = {
  category: '电视',
  brands: [
    brand('海信', '3TE##########', '55E3F', '65E7H', 'Vidda 50V1F'),
    brand('TCL', 'T####?########', '55V8H', '75T7G'),
    brand('创维', 'A2###########', '55A3D', '65A33'),
    brand('小米', '3####/A#########', '电视 EA55', '电视 S65'),
  ],
  faults: ['有声音没图像', '屏幕一半发暗', '不开机，红灯闪', '屏幕有竖条', '遥控没反应', '开机广告后黑屏'],
  accessories: ['遥控器', '电源线', '底座', '挂架'],
  configuration: [],
  warrantyMonths: [12, 36],
  price: [120, 1500],
}

const OFFICE: MachineKind = {
  category: '办公设备',
  brands: [
    brand('极米', 'JM##########', 'H5 投影仪', 'Z6X 投影仪'),
    brand('爱普生', 'X4??#######', 'CB-X06 投影机', 'CB-FH52 投影机'),
    brand('海康威视', 'DS########CCWR', 'DS-7804N 录像机', 'DS-7808N 录像机'),
    brand('AOC', 'GXY########', '24B2XH 显示器', 'Q27P2 显示器'),
    brand('施乐', 'VR######', 'DocuCentre S2520', 'ApeosPort 3060'),
    brand('山特', 'SK##########', 'TG1000 不间断电源', 'C1K 不间断电源'),
  ],
  faults: [
    '画面偏色',
    '灯泡报警',
    '不录像，硬盘报警',
    '闪屏',
    '复印有底灰',
    '断电后不供电，电池老化',
    '无信号输入',
  ],
  accessories: ['电源线', '遥控器', '信号线'],
  configuration: [],
  warrantyMonths: [12, 24, 36],
  price: [100, 1500],
}

const drawKind = weighted<MachineKind>([
  [LAPTOP, 30],
  [PHONE, 24],
  [PRINTER, 14],
  [DESKTOP, 12],
  [APPLIANCE, 9],
  [TABLET, 5],
  [TELEVISION, 3],
  [OFFICE, 3],
])
const drawOfficeKind = weighted<MachineKind>([
  [PRINTER, 34],
  [LAPTOP, 28],
  [DESKTOP, 24],
  [OFFICE, 14],
])

/** Companies bring what stands in offices. */
export const machineKind = (chance: Chance, company: boolean): MachineKind =>
  company ? drawOfficeKind(chance) : drawKind(chance)

export const CONDITIONS = [
  '',
  '外观九成新',
  '外壳有划痕',
  '左下角磕碰，屏幕完好',
  '贴膜有气泡',
  '键盘有污渍，机身有胶印',
  '螺丝缺两颗，有拆修痕迹',
  '边框掉漆',
  '积灰较多',
] as const
