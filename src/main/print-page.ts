// The page that carries the pictures of a paper to the printer: one picture a sheet, edge to edge.

/** HTML of as many sheets as there are pages; the pictures are `0.png`, `1.png` … beside it. */
export const printPage = (
  job: Readonly<{ pages: readonly string[]; widthMm: number; heightMm: number }>,
): string => {
  const [width, height] = [job.widthMm, job.heightMm].map((mm) => Number(mm).toFixed(2))
  // A hair less than the sheet: rounding up would push out an empty one.
  const style = `
    @page { size: ${width}mm ${height}mm; margin: 0 }
    html, body { margin: 0; padding: 0 }
    img { display: block; width: ${width}mm; height: calc(${height}mm - 0.1mm); break-after: page }
    img:last-child { break-after: auto }`
  const sheets = job.pages.map((_page, n) => `<img src="${n}.png" alt="">`).join('')
  return `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${sheets}</body></html>`
}
