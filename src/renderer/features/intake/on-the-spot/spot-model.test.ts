import { describe, expect, it } from 'vitest'
import { emptyForm, emptyMachine, emptySpot, spotHindrance } from '#shared/domain/intake/index.ts'
import { isPanelField, mayRepairOnTheSpot, missingOf, spotOf } from './spot-model.ts'

const people = [
  { id: 'a', name: '李卫国' },
  { id: 'b', name: '罗永辉' },
]

describe('INT-7 a repair on the spot', () => {
  it('is offered to whoever may give every one of its commands', () => {
    const offered = (roles: Parameters<typeof mayRepairOnTheSpot>[0], settled = false) =>
      mayRepairOnTheSpot(roles, settled)
    expect([
      offered(['clerk']),
      offered(['dispatcher']),
      offered(['technician', 'dispatcher']),
      offered(['clerk', 'dispatcher']),
      offered(['clerk', 'dispatcher'], true),
      offered(['clerk', 'dispatcher', 'cashier'], true),
    ]).toEqual([false, false, false, true, false, true])
  })

  it('is for one machine that is here', () => {
    const form = emptyForm('m1')
    expect([
      spotHindrance(form),
      spotHindrance({ ...form, machines: [...form.machines, emptyMachine('m2')] }),
      spotHindrance({ ...form, byPhone: true }),
    ]).toEqual([null, 'severalMachines', 'notHere'])
  })

  it('proposes whoever sits here or the only technician, and paper where there is a printer', () => {
    const shown = (technicians: typeof people, me: string, printer: string, doneBy = '') => {
      const spot = spotOf({ ...emptySpot, doneBy }, { technicians, me, printer })
      return [spot.doneBy, spot.paper]
    }
    expect([
      shown(people, 'b', 'Front'),
      shown(people, 'c', 'Front'),
      shown(people.slice(0, 1), 'c', ''),
      shown(people, 'b', '', 'a'),
      // Not a technician any more since the draft was kept.
      shown(people, 'b', '', 'gone'),
    ]).toEqual([
      ['b', 'print'],
      ['', 'print'],
      ['a', ''],
      ['a', ''],
      ['b', ''],
    ])
  })

  it('asks for a technician, the paper and the name of whoever takes it', () => {
    const whole = { ...emptySpot, doneBy: 'a', paper: 'print' as const }
    expect([
      missingOf(emptySpot),
      missingOf(whole),
      missingOf({ ...whole, by: 'proxy', name: '王五', phone: ' ' }),
      missingOf({ ...whole, by: 'proxy', name: '王五', phone: '13900000000' }),
    ]).toEqual([['doneBy', 'paper'], [], ['taker'], []])
  })

  it('knows its fields from those of the intake', () => {
    const paths = ['record.minutes', 'primary', 'signature.hash', 'machines.0.photos', 'customer', 'recorded']
    expect(paths.map(isPanelField)).toEqual([true, true, true, false, false, false])
  })
})
