// A photo made small enough to keep: at most 1600 px on the long side and 300 KB, drawn anew, so that place and
// camera data are gone before it leaves the window.
export const LONGEST_SIDE = 1600
export const MOST_BYTES = 300 * 1024
const QUALITIES = [0.82, 0.72, 0.6, 0.48, 0.35] as const

/** Width and height that fit; never larger than the picture is. */
export const fittedSize = (width: number, height: number, longest: number): readonly [number, number] => {
  const factor = Math.min(1, longest / Math.max(width, height, 1))
  return [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))]
}

const toBlob = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))

/** The JPEG; null when the picture cannot be drawn. */
export const encodePhoto = async (source: ImageBitmap | HTMLVideoElement): Promise<Blob | null> => {
  const [wide, high] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.width, source.height]
  if (wide === 0 || high === 0) return null
  let smallest: Blob | null = null
  for (const longest of [LONGEST_SIDE, 1280, 960]) {
    const [width, height] = fittedSize(wide, high, longest)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // JPEG has no transparency: a screenshot with holes gets white paper.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.drawImage(source, 0, 0, width, height)
    for (const quality of QUALITIES) {
      smallest = await toBlob(canvas, quality)
      if (smallest && smallest.size <= MOST_BYTES) return smallest
    }
  }
  return smallest
}

/** A file's picture; null when it is none. */
export const bitmapOf = (file: Blob): Promise<ImageBitmap | null> => createImageBitmap(file).catch(() => null)

export const base64Of = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const step = 0x8000
  let text = ''
  for (let at = 0; at < bytes.length; at += step)
    text += String.fromCharCode(...bytes.subarray(at, at + step))
  return btoa(text)
}
