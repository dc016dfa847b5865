// The preview shows the page that will print.
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { renderPreview } from '#core/print/index.ts'
import { rendered } from './pdf-tools.ts'
import { slipOfThree } from './sample-papers.ts'

it('gives a picture of every page in the size of the sheet, black on white', async () => {
  const { pdf, pages } = await rendered({ kind: 'pickupSlip', data: slipOfThree, language: 'zh-CN' })
  const pictures = (await renderPreview(pdf, 96)).map((png) => PNG.sync.read(Buffer.from(png)))
  const facts = pictures.map(({ width, height, data }) => ({
    width,
    height,
    corner: data[0],
    hasInk: data.some((value, i) => i % 4 === 0 && value < 60),
  }))
  const page = { width: 688, height: 971, corner: 255, hasInk: true }
  expect(facts.map((f) => ({ ...f, width: Math.round(f.width), height: Math.round(f.height) }))).toEqual(
    Array.from({ length: pages }, () => page),
  )
})
