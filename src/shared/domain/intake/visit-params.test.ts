import { describe, expect, it } from 'vitest'
import { procedures } from '#shared/contract/index.ts'
import { DEVICE, NOW, facts, form, machine, newDevice } from './intake.fixture.ts'
import type { IntakeForm } from './index.ts'
import { emptyForm, sheetsOf, visitParams } from './index.ts'

const problemsOf = (given: IntakeForm) =>
  visitParams(given, facts).problems.map(({ path, problem }) => `${path}: ${problem}`)
const isAccepted = (params: unknown) => procedures.get('visit.create')?.input.safeParse(params).success

describe('the form as a request', () => {
  it('INT-10 needs nothing but customer, machine and fault; the contact is promised as proposed', () => {
    const { params, problems } = visitParams(form, facts)
    expect([problems, isAccepted(params)]).toEqual([[], true])
    expect(params.machines[0]).toMatchObject({
      device: { existing: DEVICE },
      charge: null,
      limitFen: null,
      // Sunday, two working days: Tuesday at six.
      nextContactBy: Date.UTC(2026, 10, 24, 10),
    })
  })

  it('INT-2 sends one request for several machines of one customer', () => {
    const { params } = visitParams(
      { ...form, machines: [machine, { ...machine, key: 'm2', fault: '蓝屏' }] },
      facts,
    )
    expect([params.machines.map((one) => one.reportedFault), isAccepted(params)]).toEqual([
      ['开不了机', '蓝屏'],
      true,
    ])
  })

  it('INT-3 reads a new machine as it is typed, full-width and all', () => {
    const { params, problems } = visitParams(
      {
        ...form,
        machines: [
          {
            ...machine,
            device: newDevice,
            accessories: [{ name: '充电头', count: 2 }],
            configuration: [
              { kind: 'CPU', text: 'i7', serial: '' },
              { kind: '内存', text: ' ', serial: '' },
            ],
            limit: '￥１，２００．５',
          },
        ],
      },
      facts,
    )
    expect([problems, isAccepted(params)]).toEqual([[], true])
    expect(params.machines[0]).toMatchObject({
      device: {
        new: {
          category: '手机',
          serial: 'SN1',
          purchaseDate: '2026-03-01',
          warrantyMonths: 12,
          onsiteMonths: null,
        },
      },
      accessories: [{ name: '充电头', count: 2 }],
      configuration: [{ kind: 'CPU', text: 'i7', serial: '' }],
      limitFen: 120_050,
    })
  })

  it('INT-3 asks for a serial number or the reason why there is none', () => {
    const without = { ...newDevice, serial: '', noSerialReason: '' }
    const withReason = { ...newDevice, serial: '', noSerialReason: 'unreadable' }
    expect(problemsOf({ ...form, machines: [{ ...machine, device: without }] })).toEqual([
      'machines.0.device.new.serial: serialMissing',
    ])
    expect(problemsOf({ ...form, machines: [{ ...machine, device: withReason }] })).toEqual([])
  })

  it('names everything that is missing or unreadable, in the order of the page', () => {
    expect(problemsOf(emptyForm('m1'))).toEqual([
      'customer: customerMissing',
      'machines.0.device: deviceMissing',
      'machines.0.reportedFault: faultMissing',
    ])
    const bad: IntakeForm = {
      ...form,
      customer: {
        kind: 'new',
        notADuplicate: false,
        name: ' ',
        company: '',
        address: '',
        remark: '',
        phones: [''],
      },
      machines: [
        {
          ...machine,
          device: { ...newDevice, category: '', purchaseDate: '20990101', warrantyMonths: 'x' },
          charge: { kind: 'inWarranty', reason: ' ' },
          limit: '-5',
          nextContact: '2020-01-01',
          configuration: [{ kind: '', text: 'x', serial: '' }],
        },
      ],
    }
    expect(problemsOf(bad)).toEqual([
      'customer.new.name: nameMissing',
      'machines.0.device.new.category: categoryMissing',
      'machines.0.device.new.purchaseDate: purchaseInFuture',
      'machines.0.device.new.warrantyMonths: monthsUnreadable',
      'machines.0.charge.reason: reasonMissing',
      'machines.0.limitFen: amountUnreadable',
      'machines.0.nextContactBy: contactInPast',
      'machines.0.configuration.0.kind: partMissing',
    ])
  })

  it('INT-4 sends a decision of the clerk only where it differs from the record', () => {
    const decided = {
      ...form,
      machines: [{ ...machine, charge: { kind: 'outOfWarranty', reason: '人为损坏' } as const }],
    }
    const chargeWith = (proposed: 'undecided' | 'outOfWarranty') =>
      visitParams(decided, { ...facts, proposed: () => proposed }).params.machines[0]?.charge
    expect([chargeWith('undecided'), chargeWith('outOfWarranty')]).toEqual([
      { kind: 'outOfWarranty', reason: '人为损坏' },
      null,
    ])
  })

  it('INT-9 takes the passcode from beside the form', () => {
    const { params } = visitParams(form, { ...facts, passcodes: new Map([['m1', '4711']]) })
    expect(params.machines[0]?.passcode).toBe('4711')
  })

  it('asks for a second order only where the clerk said so', () => {
    const second = visitParams({ ...form, machines: [{ ...machine, secondOrder: true }] }, facts)
    expect([second.params.secondOrderFor, visitParams(form, facts).params.secondOrderFor]).toEqual([
      [DEVICE],
      [],
    ])
  })

  it('INT-13 promises a time that was typed instead of the proposal', () => {
    const { params } = visitParams({ ...form, machines: [{ ...machine, nextContact: '15:30' }] }, facts)
    expect(params.machines[0]?.nextContactBy).toBe(NOW + 5.5 * 3_600_000)
  })
})

describe('the papers of a visit', () => {
  const saved = { visitId: 'v', orders: [{ id: 'a' }, { id: 'b' }] }
  it('INT-16 are two copies an order and one slip, and labels where a label printer is set', () => {
    const names = (printLabels: boolean, labelPrinter: string) =>
      sheetsOf(saved, { printLabels, labelPrinter }).map((sheet) =>
        [sheet.paper, sheet.copy, sheet.subjectId].filter(Boolean).join(' '),
      )
    const pages = [
      'repairOrder customer a',
      'repairOrder bench a',
      'repairOrder customer b',
      'repairOrder bench b',
      'pickupSlip v',
    ]
    expect([names(true, ''), names(false, 'Labels'), names(true, 'Labels')]).toEqual([
      pages,
      pages,
      [...pages, 'deviceLabel a', 'accessoryLabel a', 'deviceLabel b', 'accessoryLabel b'],
    ])
  })
})
