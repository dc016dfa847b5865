// Code 128 and QR as SVG pictures with their quiet zones inside, in sizes that fall on the dots of
// a 203-dpi label printer (8 dots a millimetre).

type Writer = (options: { bcid: string; text: string; eclevel?: string; height?: number }) => string

/** A picture in millimetres; `svg` stretches to it. */
export type CodePicture = { svg: string; w: number; h: number }

export type Coder = {
  /** As wide as fits into `maxWidth` mm; nothing when the text cannot be coded or read in that width. */
  code128: (text: string, maxWidth: number, height: number) => CodePicture | undefined
  /** A square of at most `maxWidth` mm. */
  qr: (text: string, maxWidth: number) => CodePicture | undefined
}

const dot = 0.125
const quiet128 = 10
const quietQr = 4
const smallestModule = 0.19
const codable = /^[\u0020-\u007e]{1,80}$/

const onDots = (module: number): number => (module >= 2 * dot ? Math.floor(module / dot) * dot : module)

const viewBox = /viewBox="0 0 ([\d.]+) ([\d.]+)"/

const framed = (svg: string, quietX: number, quietY: number): string =>
  svg.replace(viewBox, (_, w: string, h: string) => {
    const box = [-quietX, -quietY, Number(w) + 2 * quietX, Number(h) + 2 * quietY]
    return `viewBox="${box.join(' ')}" preserveAspectRatio="none"`
  })

const unitsOf = (svg: string): number => Number(viewBox.exec(svg)?.[1] ?? 0)

const makeCoder = (toSvg: Writer): Coder => ({
  code128: (text, maxWidth, height) => {
    if (!codable.test(text)) return undefined
    const svg = toSvg({ bcid: 'code128', text, height: 10 })
    const modules = unitsOf(svg) / 2
    const module = Math.min(onDots(maxWidth / (modules + 2 * quiet128)), 0.375)
    if (module < smallestModule) return undefined
    return { svg: framed(svg, quiet128 * 2, 0), w: (modules + 2 * quiet128) * module, h: height }
  },
  qr: (text, maxWidth) => {
    if (!codable.test(text)) return undefined
    const svg = toSvg({ bcid: 'qrcode', text, eclevel: 'M' })
    const modules = unitsOf(svg) / 4
    const module = onDots(maxWidth / (modules + 2 * quietQr))
    if (module < smallestModule) return undefined
    const side = (modules + 2 * quietQr) * module
    return { svg: framed(svg, quietQr * 4, quietQr * 4), w: side, h: side }
  },
})

let coder: Promise<Coder> | undefined

/** bwip-js is a megabyte of code: loaded with the first paper. */
export const loadCoder = (): Promise<Coder> => {
  coder ??= import('bwip-js/node').then((bwip) => makeCoder(bwip.toSVG as Writer))
  return coder
}
