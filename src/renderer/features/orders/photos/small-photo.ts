// A photo as it is kept: at most 1600 px, a JPEG of at most about 300 KB, so that years of them fit the disk.
type Small = Readonly<{ mime: 'image/jpeg'; data: string }>

const LONGEST = 1600
const MOST_BYTES = 300 * 1024

/** Null when the file is no picture that this window can read. */
export const smallPhoto = async (file: Blob): Promise<Small | null> => {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  )
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  let jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
  for (const quality of [0.7, 0.55, 0.4]) {
    if (jpeg.size <= MOST_BYTES) break
    jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  }
  return { mime: 'image/jpeg', data: await base64Of(jpeg) }
}

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(blob)
  })
