// A file name that a window proposed, made harmless for every system's file dialog.

/** A name only, without what a folder or Windows could take for something else; always with this ending. */
export const safeFileName = (name: string, ending: 'pdf' | 'csv' | 'xlsx' = 'pdf'): string => {
  const plain = name
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069"*/:<>?\\|]/g, ' ')
    .replace(new RegExp(`\\.${ending}$`, 'i'), '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const cut = [...plain].slice(0, 80).join('')
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(cut)
  return `${reserved || cut === '' ? `_${cut}` : cut}.${ending}`
}
