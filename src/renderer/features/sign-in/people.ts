// Finding oneself on the list: by number, name or initials.

export type PersonHere = Readonly<{
  staffNo: string
  name: string
  initials: string
  /** A PIN will do on this computer. */
  pin?: boolean
}>

/** Who fits what is typed; everybody while nothing is. An exact number comes first. */
export const peopleFor = (people: readonly PersonHere[], typed: string): readonly PersonHere[] => {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  if (wanted === '') return people
  const fits = people.filter(
    ({ staffNo, name, initials }) =>
      staffNo.toLowerCase().startsWith(wanted) ||
      name.toLowerCase().includes(wanted) ||
      initials
        .toLowerCase()
        .split(/\s+/)
        .some((one) => one.startsWith(wanted)),
  )
  return fits.toSorted(
    (a, b) => Number(b.staffNo.toLowerCase() === wanted) - Number(a.staffNo.toLowerCase() === wanted),
  )
}

/** The number to sign in with: the marked person's, or what was typed where nobody fits. */
export const staffNoOf = (fits: readonly PersonHere[], at: number, typed: string): string =>
  typed.trim() === '' && at < 0 ? '' : (fits[Math.max(at, 0)]?.staffNo ?? typed.normalize('NFKC').trim())

/** What may stand in a PIN of what was typed, full-width digits among it. */
export const pinDigits = (typed: string): string => typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 8)
