// The page that carries the pictures of a paper to the printer: one picture a sheet, edge to edge.

/** HTML of as many sheets as there are pages; the pictures are `0.png`, `1.png` … beside it. */
export const printPage = (
  job: Readonly<{ pages: readonly string[]; widthMm: number; heightMm: number }>,
): string => {
  const [width, height] = [job.widthMm, job.heightMm].map((mm) => Number(mm).toFixed(2))
  // Chromium rounds a sheet down to whole points, and a picture taller than that would push out an empty one.
  // So the frame is half a millimetre short and cuts the picture there, which keeps its scale.
  const style = `
    @page { size: ${width}mm ${height}mm; margin: 0 }
    html, body { margin: 0; padding: 0 }
    div { width: ${width}mm; height: calc(${height}mm - 0.5mm); overflow: hidden; break-after: page }
    div:last-child { break-after: auto }
    img { display: block; width: ${width}mm; height: ${height}mm }`
  const sheets = job.pages.map((_page, n) => `<div><img src="${n}.png" alt=""></div>`).join('')
  return `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${sheets}</body></html>`
}
