// A document definition → the bytes of a PDF.
import { loadPress } from './press.ts'
import type { PdfNode } from './press.ts'

/** The same definition gives the same bytes. */
export const renderPdf = async (definition: PdfNode): Promise<{ pdf: Uint8Array; pages: number }> => {
  const { engine } = await loadPress()
  const bytes = await engine.createPdf(definition).getBuffer()
  const pdf = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { pdf, pages: countPages(bytes) }
}

/** pdfkit writes the page tree uncompressed: `/Type /Pages … /Count n`. */
const countPages = (bytes: Buffer): number => {
  const match = /\/Type \/Pages\s*\/Count (\d+)|\/Count (\d+)/.exec(bytes.toString('latin1'))
  return Number(match?.[1] ?? match?.[2] ?? 0)
}
