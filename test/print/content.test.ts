// What stands on the papers, and what must not.
import { expect, it } from 'vitest'
import type { RepairOrderPaper } from '#shared/domain/papers/index.ts'
import type { PaperRequest } from '#core/print/index.ts'
import { haveTools, rendered, scan, textOf } from './pdf-tools.ts'
import * as sample from './sample-papers.ts'

const language = 'zh-CN'
const hasPoppler = haveTools('pdftotext', 'pdftoppm')
const hasScanner = hasPoppler && haveTools('zbarimg')
const bare = (text: string): string => text.replaceAll(/\s/g, '')
const missing = (text: string, wanted: string[]): string[] =>
  wanted.filter((each) => !text.includes(bare(each)))

it.skipIf(!hasPoppler)(
  'INT-16 the pick-up slip carries everything that the rule lists, for every machine',
  async () => {
    const { pdf } = await rendered({ kind: 'pickupSlip', data: sample.slipOfThree, language })
    const { shop, visit, customer, devices, takenBy } = sample.slipOfThree
    const ofDevices = devices.flatMap(({ order, device, ...intake }) => [
      order.number,
      order.shortCode!,
      device.category,
      `${device.brand} ${device.model}`,
      device.serialNo ?? device.serialAbsentText!,
      ...device.configuration.flatMap((part) => [
        part.kind,
        part.text,
        ...(part.serial ? [part.serial] : []),
      ]),
      ...intake.accessories.map((item) => `${item.name}×${item.count}`),
      intake.reportedFault,
      intake.condition,
      intake.warranty.verdictText,
      intake.warranty.basisText ?? '',
      intake.agreedLimitText!,
      intake.nextContactText!,
    ])
    const ofVisit = [visit.codeDigits, visit.dateText, visit.shortCode, takenBy]
    const ofCustomer = [customer.name, customer.phoneMasked, customer.company!]
    const signed = ['数据丢失', '自行备份', '送修人签字', '受理员签字', '取机人签字', '保管费']
    const wanted = [
      ...[shop.name, shop.address, shop.phone, shop.enquiryPhone].concat(ofVisit, ofCustomer, signed),
      ...ofDevices,
    ]
    expect(missing(textOf(pdf), wanted)).toEqual([])
  },
)

it.skipIf(!hasPoppler)(
  'INT-2 one slip names all machines of the visit, and again only those that are left',
  async () => {
    const all = await rendered({ kind: 'pickupSlip', data: sample.slipOfThree, language })
    const rest = await rendered({
      kind: 'pickupSlip',
      data: { ...sample.slipOfThree, devices: sample.slipOfThree.devices.slice(1), reprint: { count: 1 } },
      language,
    })
    const numbers = sample.slipOfThree.devices.map((device) => device.order.number)
    expect([missing(textOf(all.pdf), [...numbers, '共3台']), missing(textOf(rest.pdf), numbers)]).toEqual([
      [],
      [numbers[0]],
    ])
  },
)

it.skipIf(!hasPoppler)('INT-9 no paper shows a passcode, even when one is put into its data', async () => {
  const passcode = '739182465'
  const leak = <T extends object>(data: T): T => ({ ...data, passcode })
  const order = {
    ...leak(sample.repairOrder),
    device: leak(sample.laptop.device),
    customer: leak(sample.repairOrder.customer),
  } as RepairOrderPaper
  const requests: PaperRequest[] = [
    ...(['customer', 'bench', 'counter'] as const).map((copy): PaperRequest => ({
      kind: 'repairOrder',
      copy,
      data: order,
      language,
    })),
    { kind: 'pickupSlip', data: { ...sample.slipOfOne, devices: [leak(sample.laptop)] }, language },
    { kind: 'deviceLabel', data: leak(sample.deviceLabel), language },
  ]
  const shown: boolean[] = []
  for (const request of requests) shown.push(textOf((await rendered(request)).pdf).includes(passcode))
  expect(shown).toEqual([false, false, false, false, false])
})

it.skipIf(!hasPoppler)('STF-4 the whole phone number is on the counter copy alone', async () => {
  const whole = sample.repairOrder.customer.phone!
  const shown: Record<string, boolean[]> = {}
  const look = async (name: string, request: PaperRequest): Promise<void> => {
    const text = textOf((await rendered(request)).pdf)
    shown[name] = [text.includes(whole), text.includes('138****1234')]
  }
  for (const copy of ['customer', 'bench', 'counter'] as const)
    await look(copy, { kind: 'repairOrder', copy, data: sample.repairOrder, language })
  await look('slip', { kind: 'pickupSlip', data: sample.slipOfThree, language })
  await look('label', { kind: 'deviceLabel', data: sample.deviceLabel, language })
  expect(shown).toEqual({
    customer: [false, true],
    bench: [false, true],
    counter: [true, false],
    slip: [false, true],
    label: [false, true],
  })
})

it.skipIf(!hasPoppler)('PRN-1 each copy has what its reader needs and no more', async () => {
  const marks = ['客户联', '维修联', '柜台联', '送修须知', '维修记录', '检测结果', '应收金额', '单位']
  const data = {
    ...sample.repairOrder,
    customer: { ...sample.repairOrder.customer, company: '第一实验小学' },
  }
  const found: Record<string, string[]> = {}
  for (const copy of ['customer', 'bench', 'counter'] as const) {
    const text = textOf((await rendered({ kind: 'repairOrder', copy, data, language })).pdf)
    found[copy] = marks.filter((mark) => text.includes(mark))
  }
  expect(found).toEqual({
    customer: ['客户联', '送修须知', '单位'],
    bench: ['维修联', '维修记录', '检测结果'],
    counter: ['柜台联', '应收金额', '单位'],
  })
})

it.skipIf(!hasPoppler)(
  'PRN-3 a reprint is marked 补打 with its count on every kind of paper, a first print is not',
  async () => {
    const reprint = { count: 3 }
    const requests: ((isReprint: boolean) => PaperRequest)[] = [
      (again) => ({
        kind: 'repairOrder',
        data: { ...sample.repairOrder, ...(again && { reprint }) },
        language,
      }),
      (again) => ({ kind: 'pickupSlip', data: { ...sample.slipOfOne, ...(again && { reprint }) }, language }),
      (again) => ({
        kind: 'deviceLabel',
        data: { ...sample.deviceLabel, ...(again && { reprint }) },
        language,
      }),
      (again) => ({
        kind: 'accessoryLabel',
        data: { ...sample.accessoryLabels[0]!, ...(again && { reprint }) },
        language,
      }),
    ]
    const marks: boolean[][] = []
    for (const request of requests) {
      const first = textOf((await rendered(request(false))).pdf)
      const second = textOf((await rendered(request(true))).pdf)
      marks.push([first.includes('补打'), /补打（?第?3/.test(second)])
    }
    expect(marks).toEqual(requests.map(() => [false, true]))
  },
)

it.skipIf(!hasPoppler)(
  'rare names, traditional characters, full-width digits and 500 characters of fault read back',
  async () => {
    const fault = '電腦螢幕閃爍１２３４５，鍵盤失靈；風扇異響。'.repeat(25).slice(0, 500)
    const name = '䶮𬭊㙍鱻龘' + '歐陽司馬'.repeat(8)
    const data = {
      ...sample.repairOrder,
      customer: { ...sample.repairOrder.customer, name },
      reportedFault: fault,
      device: { ...sample.laptop.device, model: 'ＴｈｉｎｋＰａｄ　９５' },
    }
    const { pdf } = await rendered({ kind: 'repairOrder', copy: 'bench', data, language })
    expect(missing(textOf(pdf), [name, fault, 'ＴｈｉｎｋＰａｄ　９５'])).toEqual([])
  },
)

it('a character that the font lacks is told, those it has are not', async () => {
  const named = async (name: string) => {
    const customer = { ...sample.repairOrder.customer, name }
    return (await rendered({ kind: 'repairOrder', data: { ...sample.repairOrder, customer }, language }))
      .warning
  }
  expect([await named('䶮𬭊㙍'), await named('王😀𰻞😀王')]).toEqual([
    undefined,
    { code: 'missingCharacters', characters: '😀' },
  ])
})

it.skipIf(!hasPoppler)(
  'markup prints as it was typed; marks and controls that would harm are gone',
  async () => {
    const data = {
      ...sample.repairOrder,
      reportedFault:
        '<img src=x onerror=alert(1)> {{device.serialNo}} \u202e倒\u202c \u0000零\u0007\u001b[31m 末',
      condition: '一行\r\n二行\u2028三行\ud800孤',
    }
    const { pdf } = await rendered({ kind: 'repairOrder', data, language })
    const text = textOf(pdf)
    expect([
      missing(text, ['<img src=x onerror=alert(1)>', '{{device.serialNo}}', '倒零[31m末', '一行二行三行']),
      /\p{Cc}|\p{Bidi_Control}/u.test(text),
    ]).toEqual([[], false])
  },
)

it.skipIf(!hasScanner).each([203, 300])(
  'WO-6 a scanner reads the digits of every paper at %i dpi',
  async (dpi) => {
    const { codeDigits } = sample.laptop.order
    const visitDigits = sample.slipOfThree.visit.codeDigits
    const read: Record<string, string[]> = {
      order: scan((await rendered({ kind: 'repairOrder', data: sample.repairOrder, language })).pdf, dpi),
      slip: scan((await rendered({ kind: 'pickupSlip', data: sample.slipOfThree, language })).pdf, dpi),
    }
    const wanted: Record<string, string[]> = {
      order: [`CODE-128:${codeDigits}`],
      slip: [`CODE-128:${visitDigits}`, `QR-Code:${visitDigits}`],
    }
    for (const paperSize of ['label60x40', 'label50x30', 'label40x30'] as const) {
      const bars = paperSize === 'label60x40' ? ['CODE-128'] : []
      const item = sample.accessoryLabels[1]!
      const device = await rendered({ kind: 'deviceLabel', data: sample.deviceLabel, paperSize, language })
      const accessory = await rendered({ kind: 'accessoryLabel', data: item, paperSize, language })
      read[`device ${paperSize}`] = scan(device.pdf, dpi)
      read[`accessory ${paperSize}`] = scan(accessory.pdf, dpi)
      wanted[`device ${paperSize}`] = [...bars, 'QR-Code'].map((kind) => `${kind}:${codeDigits}`)
      wanted[`accessory ${paperSize}`] = [...bars, 'QR-Code'].map(
        (kind) => `${kind}:${item.order.codeDigits}`,
      )
    }
    expect(read).toEqual(wanted)
  },
)

it.skipIf(!hasPoppler)('the English papers are English throughout', async () => {
  const requests: PaperRequest[] = [
    ...(['customer', 'bench', 'counter'] as const).map((copy): PaperRequest => ({
      kind: 'repairOrder',
      copy,
      data: sample.repairOrderInEnglish,
      language: 'en',
    })),
    {
      kind: 'pickupSlip',
      data: { ...sample.slipInEnglish, customer: { name: 'A. Smith', phoneMasked: '138****1234' } },
      language: 'en',
    },
  ]
  const chinese: string[] = []
  for (const request of requests)
    chinese.push(...(textOf((await rendered(request)).pdf).match(/\p{Script=Han}+/gu) ?? []))
  expect(chinese).toEqual([])
})
