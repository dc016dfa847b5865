// PDF → one PNG a page for the window, by pdfium: the window shows pictures and keeps its CSP shut.
import type { PDFiumLibrary } from '@hyzyla/pdfium'
import { greyPng } from './png.ts'

let library: Promise<PDFiumLibrary> | undefined

const loadLibrary = (): Promise<PDFiumLibrary> => {
  library ??= import('@hyzyla/pdfium').then(({ PDFiumLibrary: Library }) => Library.init())
  return library
}

/** The pages as PNG, `dpi` from 36 to 600 (96 for the screen). */
export const renderPreview = async (pdf: Uint8Array, dpi: number): Promise<Uint8Array[]> => {
  const document = await (await loadLibrary()).loadDocument(pdf)
  try {
    const pages: Uint8Array[] = []
    const scale = Math.min(600, Math.max(36, dpi)) / 72
    for (const page of document.pages()) {
      // Asked for in pixels: with a scale pdfium first cuts the sheet down to whole points.
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const { data, width, height } = await page.render({
        width: Math.round(originalWidth * scale),
        height: Math.round(originalHeight * scale),
        render: 'bitmap',
        colorSpace: 'Gray',
      })
      pages.push(greyPng(data, width, height, scale * 72))
    }
    return pages
  } finally {
    document.destroy()
  }
}
