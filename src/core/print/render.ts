// A document definition → the bytes of a PDF.
import { loadPress } from './press.ts'
import type { PdfNode } from './press.ts'

/** `height` of the first page in points. */
export type Pressed = { pdf: Uint8Array; pages: number; height: number }

/** The same definition gives the same bytes. */
export const renderPdf = async (definition: PdfNode): Promise<Pressed> => {
  const { engine } = await loadPress()
  const bytes = await engine.createPdf(definition).getBuffer()
  const pdf = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { pdf, pages: countPages(bytes), height: heightOf(bytes) }
}

/** pdfkit writes the page tree uncompressed: `/Type /Pages … /Count n`. */
const countPages = (bytes: Buffer): number => {
  const match = /\/Type \/Pages\s*\/Count (\d+)|\/Count (\d+)/.exec(bytes.toString('latin1'))
  return Number(match?.[1] ?? match?.[2] ?? 0)
}

/** A page says how large it is: `/MediaBox [0 0 w h]`. */
const heightOf = (bytes: Buffer): number =>
  Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(bytes.toString('latin1'))?.[1] ?? 0)
