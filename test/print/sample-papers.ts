// Papers of an ordinary day, and of a bad one, for the print tests.
import { formatDigits, formatNumber } from '#shared/kernel/document-number.ts'
import type { NumberParts } from '#shared/kernel/document-number.ts'
import type { DateText } from '#shared/kernel/time.ts'
import type {
  AccessoryLabelPaper,
  DeviceLabelPaper,
  PaperIntake,
  PaperOrder,
  PickupSlipPaper,
  ReceiptPaper,
  RepairOrderPaper,
} from '#shared/domain/papers/index.ts'

const shop = {
  name: '明远电脑维修中心',
  address: '江州市临江区学府路 128 号 1 层',
  phone: '0755-61234567',
  enquiryPhone: '0755-61234568',
}
const parts = (sequence: number): NumberParts => ({
  branch: 'SZ01',
  date: '2026-11-22' as DateText,
  pc: 1,
  generation: 0,
  sequence,
})
const orderOf = (sequence: number): PaperOrder => {
  const { number, digits, shortCode } = formatNumber(parts(sequence))
  return { number, codeDigits: digits, shortCode, createdAtText: '2026-11-22 14:03' }
}
const numbers = formatNumber(parts(18), 'visit')
const visit = {
  number: numbers.number,
  codeDigits: numbers.digits,
  shortCode: numbers.shortCode,
  dateText: '2026-11-22 14:03',
}
const customer = { name: '张晓燕', phoneMasked: '138****1234', phone: '13812341234' }

export const laptop: PaperIntake = {
  order: orderOf(19),
  device: {
    category: '笔记本电脑',
    brand: '联想',
    model: 'ThinkPad X1 Carbon Gen 9',
    serialNo: 'PF2X7Q9K',
    configuration: [
      { kind: 'CPU', text: 'Intel Core i7-1165G7' },
      { kind: '内存', text: '16 GB LPDDR4X 板载' },
      { kind: '硬盘', text: '三星 PM9A1 512 GB', serial: 'S64DNX0R512345' },
    ],
  },
  reportedFault: '开机后屏幕闪烁，约十分钟后自动关机；风扇声音很大，键盘进过水。',
  condition: 'A 面右下角磕碰，屏幕无划痕，键盘 F 键键帽缺失。',
  accessories: [
    { name: '电源适配器', count: 1 },
    { name: '电源线', count: 1 },
    { name: '电脑包', count: 1 },
  ],
  warranty: { verdictText: '保外', basisText: '购买日期 2021-06-18，保修 36 个月，已过期' },
  agreedLimitText: '￥800.00',
  nextContactText: '2026-11-23 18:00 前',
  promisedText: '2026-11-25 17:00',
  serviceWayText: '到店送修',
}

export const tower: PaperIntake = {
  ...laptop,
  order: orderOf(20),
  device: {
    category: '台式机',
    brand: '组装',
    model: '中塔机箱',
    serialAbsentText: '组装机，机身无序列号',
    configuration: [
      { kind: 'CPU', text: 'AMD Ryzen 7 5800X' },
      { kind: '内存', text: '金士顿 16 GB DDR4 3200 × 2', serial: 'KF432C16-8841207 / 8841208' },
      { kind: '硬盘', text: '西部数据 SN570 1 TB', serial: '22091E800417' },
      { kind: '硬盘', text: '希捷 ST4000DM004 4 TB', serial: 'ZFN2A7XY' },
      { kind: '显卡', text: '七彩虹 RTX 3060 12 GB', serial: 'C3060AD12G2204' },
    ],
  },
  reportedFault: '不通电，前一天雷雨后开不了机。',
  condition: '侧板两颗螺丝缺失，前面板 USB 口松动。',
  accessories: [{ name: '电源线', count: 1 }],
  warranty: { verdictText: '保外' },
}

export const printer: PaperIntake = {
  ...laptop,
  order: orderOf(21),
  device: {
    category: '激光打印机',
    brand: '惠普',
    model: 'LaserJet Pro MFP M428fdw',
    serialNo: 'CNBRM1K0XZ',
    configuration: [],
  },
  reportedFault: '卡纸，打印有竖条黑线，计数器 48211。',
  condition: '进纸盒卡扣断裂。',
  accessories: [],
  warranty: { verdictText: '保内', basisText: '购买日期 2026-02-11，保修 12 个月' },
  promisedText: '',
}

export const repairOrder: RepairOrderPaper = {
  ...laptop,
  shop,
  visit,
  customer,
  takenBy: '李敏',
  terms: ['自通知取机之日起 30 天未取的机器，按约定收取保管费。'],
}

export const slipOfOne: PickupSlipPaper = {
  shop,
  visit,
  customer,
  devices: [laptop],
  takenBy: '李敏',
  terms: ['自通知取机之日起 30 天未取的机器，按约定收取保管费。'],
}

export const slipOfThree: PickupSlipPaper = {
  ...slipOfOne,
  customer: { ...customer, company: '江州市临江区第一实验小学信息中心' },
  devices: [laptop, tower, printer],
}

export const deviceLabel: DeviceLabelPaper = {
  shop,
  order: laptop.order,
  customer,
  device: laptop.device,
  dateText: '2026-11-22',
  n: 1,
  of: 3,
}

export const accessoryLabels: AccessoryLabelPaper[] = laptop.accessories.map((item, i) => ({
  shop,
  order: { ...laptop.order, codeDigits: formatDigits('accessory', parts(19), i + 1) },
  customer,
  item,
  dateText: '2026-11-22',
  n: i + 1,
  of: laptop.accessories.length,
}))

/** An English shop's papers: the …Text fields come in the paper's language from the core. */
const english: Partial<PaperIntake> = {
  reportedFault:
    'Screen flickers after power-on, switches off after about ten minutes. Fan is very loud; tea was spilled on the keyboard.',
  condition: 'Dent on the lid, lower right. No scratches on the screen. Key cap F missing.',
  accessories: [
    { name: 'Power adapter', count: 1 },
    { name: 'Bag', count: 1 },
  ],
  warranty: { verdictText: 'Out of warranty', basisText: 'bought 2021-06-18, 36 months, expired' },
  agreedLimitText: '￥800.00',
  nextContactText: 'before 2026-11-23 18:00',
  promisedText: '2026-11-25 17:00',
  serviceWayText: 'Drop-off',
}
const englishShop = {
  name: 'Mingyuan Computer Repair',
  address: '128 Xuefu Road, Linjiang District, Jiangzhou',
  phone: '0755-61234567',
  enquiryPhone: '0755-61234568',
}
const laptopInEnglish: PaperIntake = {
  ...laptop,
  ...english,
  device: {
    ...laptop.device,
    category: 'Laptop',
    brand: 'Lenovo',
    configuration: [
      { kind: 'CPU', text: 'Intel Core i7-1165G7' },
      { kind: 'Memory', text: '16 GB LPDDR4X, soldered' },
      { kind: 'Disk', text: 'Samsung PM9A1 512 GB', serial: 'S64DNX0R512345' },
    ],
  },
}
export const repairOrderInEnglish: RepairOrderPaper = {
  ...repairOrder,
  ...laptopInEnglish,
  shop: englishShop,
  customer: { ...customer, name: 'Alexandra Featherstonehaugh-Montgomery' },
  takenBy: 'Li Min',
  terms: ['Machines not collected within 30 days of the notice cost storage as agreed.'],
}
export const slipInEnglish: PickupSlipPaper = {
  ...slipOfOne,
  shop: englishShop,
  devices: [
    laptopInEnglish,
    {
      ...laptopInEnglish,
      order: tower.order,
      device: {
        ...printer.device,
        category: 'Laser printer',
        brand: 'HP',
        serialNo: undefined,
        serialAbsentText: 'plate torn off',
      },
    },
  ],
  takenBy: 'Li Min',
  terms: repairOrderInEnglish.terms,
}

/** Two machines of one customer: cash with change, a deposit used, the rest on account. */
export const receipt: ReceiptPaper = {
  shop,
  customer: { name: '张晓燕', phoneMasked: '138****1234', company: '江州市临江区第一实验小学信息中心' },
  receipt: {
    kind: 'settlement',
    titleText: '结算收据',
    number: 'SZ01-261122-100042-7',
    dateText: '2026-11-22 17:26',
    who: '周敏',
  },
  orders: [
    {
      number: laptop.order.number,
      deviceText: '笔记本电脑 联想 ThinkPad X1 Carbon Gen 9',
      lines: [
        { text: '更换液晶屏总成 14 英寸 2240×1400', quantityText: '1', amountText: '¥1,280.00' },
        { text: '拆装清洁与散热硅脂更换', amountText: '¥80.00' },
        { text: '主板供电维修', quantityText: '1', amountText: '厂家承担' },
      ],
      storeFeeText: '¥15.00',
      discountText: '-¥68.00',
      roundingText: '-¥0.50',
      depositText: '-¥300.00',
      dueText: '¥1,006.50',
    },
    {
      number: tower.order.number,
      deviceText: '台式机 组装 中塔机箱',
      lines: [{ text: '电源更换 航嘉 500 W', quantityText: '1', amountText: '¥260.00' }],
      dueText: '¥260.00',
    },
  ],
  dueText: '¥1,266.50',
  payments: [
    { methodText: '现金', amountText: '¥666.50', tenderedText: '¥700.00', changeText: '¥33.50' },
    { methodText: '微信', amountText: '¥500.00', reference: '4200002026112212345678' },
  ],
  totalText: '¥1,166.50',
  totalWords: '壹仟壹佰陆拾陆元伍角整',
  onAccountText: '¥100.00',
  followUpText: '2026-12-22',
}

export const refundVoucher: ReceiptPaper = {
  shop,
  customer: { name: '张晓燕', phoneMasked: '138****1234' },
  receipt: {
    ...receipt.receipt,
    kind: 'refund',
    titleText: '退款凭证',
    paidOut: 'yes',
    note: '客户放弃维修，退回预付款',
  },
  orders: [
    {
      number: laptop.order.number,
      deviceText: '笔记本电脑 联想 ThinkPad X1',
      lines: [],
      paidText: '¥300.00',
    },
  ],
  payments: [{ methodText: '现金', amountText: '¥300.00' }],
  totalText: '¥300.00',
  totalWords: '叁佰元整',
}

export const reversalVoucher: ReceiptPaper = {
  ...refundVoucher,
  receipt: {
    ...receipt.receipt,
    kind: 'reversal',
    titleText: '冲销凭证',
    note: '收错客户',
    reverses: 'SZ01-261122-100017-3',
  },
  orders: [
    {
      number: laptop.order.number,
      deviceText: '笔记本电脑 联想 ThinkPad X1',
      lines: [],
      paidText: '-¥300.00',
    },
  ],
  payments: [{ methodText: '现金', amountText: '-¥300.00' }],
  totalText: '-¥300.00',
  totalWords: '负叁佰元整',
}

export const receiptInEnglish: ReceiptPaper = {
  ...receipt,
  shop: englishShop,
  customer: { name: 'Alexandra Featherstonehaugh-Montgomery', phoneMasked: '138****1234' },
  receipt: { ...receipt.receipt, titleText: 'Settlement receipt', who: 'Zhou Min' },
  orders: [
    {
      ...receipt.orders[0]!,
      deviceText: 'Laptop Lenovo ThinkPad X1 Carbon Gen 9',
      lines: [
        { text: 'Screen assembly 14 inch 2240 × 1400, replaced', quantityText: '1', amountText: '¥1,280.00' },
        { text: 'Cleaning and new thermal paste', amountText: '¥80.00' },
        { text: 'Power circuit of the main board', quantityText: '1', amountText: 'maker pays' },
      ],
    },
    {
      ...receipt.orders[1]!,
      deviceText: 'Desktop, own build',
      lines: [{ text: 'Power supply 500 W', quantityText: '1', amountText: '¥260.00' }],
    },
  ],
  payments: [
    { methodText: 'Cash', amountText: '¥666.50', tenderedText: '¥700.00', changeText: '¥33.50' },
    { methodText: 'WeChat', amountText: '¥500.00', reference: '4200002026112212345678' },
  ],
}
