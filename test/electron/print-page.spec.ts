// The page that carries a paper's pictures to a printer, as Chromium lays it out: so many sheets, of that size.
import { PNG } from 'pngjs'
import { printPage } from '../../src/main/print-page.ts'
import { expect, test } from './support/app.ts'

const picture = () => {
  const png = new PNG({ width: 60, height: 40 })
  png.data.fill(0)
  return PNG.sync.write(png).toString('base64')
}

for (const [widthMm, heightMm, sheets] of [
  [60, 40, 1],
  [50, 30, 1],
  [40, 30, 5],
  [182, 257, 2],
  [210, 297, 3],
] as const) {
  test(`${sheets} pictures of ${widthMm} × ${heightMm} mm fill ${sheets} sheets of that size`, async ({
    counter,
  }) => {
    const pages = Array.from({ length: sheets }, picture)
    // The program serves the pictures beside the page; here they ride in it.
    const html = printPage({ pages, widthMm, heightMm }).replace(/src="(\d+)\.png"/g, (_all, n: string) => {
      return `src="data:image/png;base64,${pages[Number(n)]}"`
    })
    const pdf = await counter.app.evaluate(async ({ BrowserWindow }, source) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
      await window.loadURL(`data:text/html;base64,${Buffer.from(source).toString('base64')}`)
      const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
      window.destroy()
      return bytes.toString('latin1')
    }, html)
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
      [width, height].map((points) => Math.round((Number(points) * 25.4) / 72)),
    )
    expect(boxes).toEqual(Array.from({ length: sheets }, () => [widthMm, heightMm]))
  })
}
