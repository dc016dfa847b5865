// The sheet: sizes, margins, ink, fonts, page breaks.
import { expect, it } from 'vitest'
import { paperSheets } from '#shared/domain/papers/index.ts'
import type { PaperSize } from '#shared/domain/papers/index.ts'
import { fontsOf, haveTools, infoOf, inkMargins, rendered, textOf, wordsOf } from './pdf-tools.ts'
import * as sample from './sample-papers.ts'

const language = 'zh-CN'
const pt = (mm: number): number => (mm * 72) / 25.4
const hasPoppler = haveTools('pdftotext', 'pdfinfo', 'pdffonts', 'pdftoppm')

const long = '屏幕闪烁后黑屏，风扇转速很高，外接显示器正常。'.repeat(21).slice(0, 500)
const crowded = {
  ...sample.slipOfThree,
  devices: [...sample.slipOfThree.devices, ...sample.slipOfThree.devices].map((device) => ({
    ...device,
    reportedFault: long,
  })),
}

it.skipIf(!hasPoppler)('PRN-2 every sheet has its size to a tenth of a millimetre', async () => {
  const sizes: Record<string, string> = {}
  const asked: Record<string, string> = {}
  for (const paperSize of Object.keys(paperSheets) as PaperSize[]) {
    const sheet = paperSheets[paperSize]
    if (sheet.form === 'roll') continue
    const { form, w, h } = sheet
    const paper =
      form === 'label'
        ? await rendered({ kind: 'deviceLabel', data: sample.deviceLabel, paperSize, language })
        : await rendered({ kind: 'repairOrder', data: sample.repairOrder, paperSize, language })
    const match = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(infoOf(paper.pdf))!
    sizes[paperSize] = match
      .slice(1)
      .map((side) => ((Number(side) / 72) * 25.4).toFixed(1))
      .join(' × ')
    asked[paperSize] = `${w.toFixed(1)} × ${h.toFixed(1)}`
  }
  expect(sizes).toEqual(asked)
})

it.skipIf(!hasPoppler).each(['b5jis', 'b5iso'] as const)(
  'PRN-2 ink on %s begins 6.4 mm from left and right, 15 mm from the top, and stays 15 mm off the bottom',
  async (paperSize) => {
    const papers = [
      await rendered({ kind: 'repairOrder', copy: 'bench', data: sample.repairOrder, paperSize, language }),
      await rendered({ kind: 'pickupSlip', data: crowded, paperSize, language }),
    ]
    for (const { pdf } of papers) {
      for (const [left, top, right, bottom] of inkMargins(pdf)) {
        expect(Math.abs(left - 6.4)).toBeLessThan(0.2)
        expect(Math.abs(right - 6.4)).toBeLessThan(0.2)
        expect(top).toBeGreaterThan(14.8)
        expect(top).toBeLessThan(17)
        expect(bottom).toBeGreaterThan(14.8)
      }
      const { w, h } = paperSheets[paperSize]
      const outside = wordsOf(pdf).filter(
        ({ xMin, xMax, yMin, yMax }) =>
          xMin < pt(6.4 - 0.2) || xMax > pt(w - 6.4 + 0.2) || yMin < pt(15 - 0.2) || yMax > pt(h - 15 + 0.2),
      )
      expect(outside).toEqual([])
    }
  },
)

it.skipIf(!hasPoppler)('embeds only the characters used, with their way back to text', async () => {
  const { pdf } = await rendered({ kind: 'pickupSlip', data: sample.slipOfThree, language })
  const fonts = fontsOf(pdf).map((line) => [
    /^[A-Z]{6}\+NotoSansSC-(Regular|Bold)/.test(line) || line,
    /yes yes yes\s+\d+\s+\d+$/.test(line.replaceAll(/ +/g, ' ')),
  ])
  expect(fonts).toEqual([
    [true, true],
    [true, true],
  ])
})

it.skipIf(!hasPoppler)(
  'an ordinary order is one page of B5 on every copy, in both languages and both B5s',
  async () => {
    const pages: number[] = []
    for (const paperSize of ['b5jis', 'b5iso'] as const)
      for (const copy of ['customer', 'bench', 'counter'] as const) {
        const zh = await rendered({
          kind: 'repairOrder',
          copy,
          data: sample.repairOrder,
          paperSize,
          language,
        })
        const en = await rendered({
          kind: 'repairOrder',
          copy,
          data: sample.repairOrderInEnglish,
          paperSize,
          language: 'en',
        })
        pages.push(zh.pages, en.pages)
      }
    expect(pages).toEqual(Array.from({ length: 12 }, () => 1))
  },
)

it.skipIf(!hasPoppler)(
  'INT-2 a slip of six long machines goes on, page n of m, with nothing on top of anything',
  async () => {
    const { pdf, pages } = await rendered({ kind: 'pickupSlip', data: crowded, language })
    const words = wordsOf(pdf)
    const overlaps = words.flatMap((a, i) =>
      words.slice(i + 1).filter((b) => {
        const across = Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin)
        const down = Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin)
        const height = Math.min(a.yMax - a.yMin, b.yMax - b.yMin)
        return a.page === b.page && across > 1 && down > height * 0.5
      }),
    )
    const text = textOf(pdf)
    expect({
      pages: Number(/Pages:\s+(\d+)/.exec(infoOf(pdf))?.[1]),
      isLong: pages > 2,
      numbered: Array.from({ length: pages }, (_, i) => text.includes(`第${i + 1}页/共${pages}页`)),
      faults: text.split(long.slice(0, 24)).length - 1 >= crowded.devices.length,
      overlaps,
    }).toEqual({ pages, isLong: true, numbered: Array(pages).fill(true), faults: true, overlaps: [] })
  },
)

it.skipIf(!hasPoppler)('a text longer than a page breaks over pages without losing a character', async () => {
  const fault = Array.from({ length: 400 }, (_, i) => `第${i}次自动重启；`).join('')
  const { pdf, pages } = await rendered({
    kind: 'repairOrder',
    data: { ...sample.repairOrder, reportedFault: fault },
    language,
  })
  const text = textOf(pdf)
  // Where a page ends its head stands between two characters, so the characters are counted.
  const count = (character: string): number => text.split(character).length - 1
  const lost = Array.from({ length: 400 }, (_, i) => `第${i}次`).filter((part) => !text.includes(part))
  expect({ isOver: pages > 1, restarts: count('启'), lost: lost.length < pages }).toEqual({
    isOver: true,
    restarts: 400,
    lost: true,
  })
})

it('labels stay on one label each, whatever is written on them', async () => {
  const pages: number[] = []
  for (const paperSize of ['label60x40', 'label50x30', 'label40x30'] as const) {
    const device = {
      ...sample.deviceLabel,
      order: { ...sample.deviceLabel.order, number: 'WWWWWW-261122-10999999-W' },
      customer: { name: '欧阳'.repeat(20), phoneMasked: '0755-****4567' },
      device: { category: '一体机'.repeat(13), brand: 'Brand'.repeat(8), model: 'W'.repeat(40) },
      shop: { name: '店'.repeat(40) },
      reprint: { count: 12 },
    }
    const items = sample.accessoryLabels.map((each) => ({
      ...each,
      item: { name: '线'.repeat(40), count: 99 },
    }))
    const one = await rendered({ kind: 'deviceLabel', data: device, paperSize, language })
    const three = await rendered({ kind: 'accessoryLabel', data: items, paperSize, language })
    pages.push(one.pages, three.pages)
  }
  expect(pages).toEqual([1, 3, 1, 3, 1, 3])
})

it('the same data give the same bytes', async () => {
  const once = await rendered({ kind: 'pickupSlip', data: sample.slipOfThree, language })
  const again = await rendered({ kind: 'pickupSlip', data: sample.slipOfThree, language })
  expect(Buffer.compare(once.pdf, again.pdf)).toBe(0)
})
