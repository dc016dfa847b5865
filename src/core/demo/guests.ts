// Who comes: new people and companies, and those who have been here before, the recent and the big ones more often.
import type { Chance } from './random.ts'
import type { MachineKind } from './machines.ts'
import { machineKind } from './machines.ts'
import { address, companyName, fixedLine, mobile, personName } from './names.ts'

export type Belonging = {
  /** Empty until it was written down for the first time. */
  id: string
  kind: MachineKind
  brand: string
  model: string
  serial: string
  noSerialReason: '' | 'unreadable' | 'none' | 'customerRefused' | 'later'
  purchaseDate: string | null
  warrantyMonths: number | null
  onsiteMonths: number | null
  contractUntil: string | null
  /** Stands in the shop right now. */
  here: boolean
}

export type Guest = {
  /** Empty until the first visit. */
  id: string
  name: string
  company: string
  address: string
  remark: string
  phones: readonly string[]
  machines: Belonging[]
  visits: number
  lastVisit: number
}

const REMARKS = [
  '老客户',
  '请发短信，不方便接电话',
  '对公转账，需开专票',
  '只认张师傅',
  '工作日下班后才能取机',
  '对价格敏感，先报价',
]

const newGuest = (chance: Chance, others: readonly Guest[]): Guest => {
  const company = chance.happens(0.09) ? companyName(chance) : ''
  const family = others.length > 0 && chance.happens(0.008) ? chance.pick(others).phones[0] : undefined
  const phones = [family ?? mobile(chance)]
  if (company !== '' ? chance.happens(0.6) : chance.happens(0.04)) phones.push(fixedLine(chance))
  if (chance.happens(0.06)) phones.push(mobile(chance))
  return {
    id: '',
    name: personName(chance),
    company,
    address: chance.happens(company === '' ? 0.18 : 0.8) ? address(chance) : '',
    remark: chance.happens(0.05) ? chance.pick(REMARKS) : '',
    phones,
    machines: [],
    visits: 0,
    lastVisit: 0,
  }
}

/** Everybody who ever came. */
export const createGuests = (chance: Chance) => {
  const all: Guest[] = []
  const companies: Guest[] = []
  return {
    all,
    /** Who comes through the door now. */
    next: (): Guest => {
      if (all.length > 20 && chance.happens(0.42)) {
        if (companies.length > 0 && chance.happens(0.35)) return chance.pick(companies)
        const back = chance.next() ** 2
        return all[all.length - 1 - Math.floor(back * all.length)] as Guest
      }
      const guest = newGuest(chance, all)
      all.push(guest)
      if (guest.company !== '') companies.push(guest)
      return guest
    },
  }
}

/** What the guest puts on the counter: something known that is not in the shop already, or something new. */
export const belongingOf = (chance: Chance, guest: Guest, today: string): Belonging => {
  const known = guest.machines.filter((machine) => !machine.here)
  if (known.length > 0 && chance.happens(0.55)) return chance.pick(known)
  const made = newBelonging(chance, guest.company !== '', today)
  guest.machines.push(made)
  return made
}

const newBelonging = (chance: Chance, company: boolean, today: string): Belonging => {
  const kind = machineKind(chance, company)
  const { brand, models, serial } = chance.pick(kind.brands)
  const hasSerial = chance.happens(0.86)
  const hasDate = chance.happens(0.6)
  const year = Number(today.slice(0, 4))
  const month = String(chance.between(1, 12)).padStart(2, '0')
  const bought = `${year - chance.between(0, 5)}-${month}-${String(chance.between(1, 28)).padStart(2, '0')}`
  const contract = company && chance.happens(0.15)
  return {
    id: '',
    kind,
    brand,
    model: chance.pick(models),
    serial: hasSerial ? serial(chance) : '',
    noSerialReason: hasSerial ? '' : chance.pick(['unreadable', 'none', 'later', 'customerRefused'] as const),
    purchaseDate: hasDate && bought <= today ? bought : null,
    warrantyMonths: hasDate && chance.happens(0.9) ? chance.pick(kind.warrantyMonths) : null,
    onsiteMonths: company && hasDate && chance.happens(0.2) ? 12 : null,
    contractUntil: contract ? `${year + chance.between(0, 2)}-12-31` : null,
    here: false,
  }
}
