// The forms beside the till as data: a bought-in part, a request, the manager's waiver, what is done to one line.
import type { OrderPart } from '#shared/contract/order-parts.ts'
import { REQUEST_SOURCES, netIssued } from '#shared/domain/parts/index.ts'
import { formatQuantity } from '#shared/kernel/quantity.ts'
import type { FieldSpec } from '../verbs/index.ts'
import { TILLS, movable } from './till-model.ts'
import type { Till } from './till-model.ts'

export const FORMS = ['boughtIn', 'request', 'takeBackUse', 'changePlan', 'waive'] as const
export type FormName = (typeof FORMS)[number]

/** What can be done with one line now, in the order of its digits. */
export const actsOf = (line: OrderPart, open: readonly Till[], may: (form: FormName) => boolean) =>
  [
    ...TILLS.filter((till) => open.includes(till) && movable(till, line) > 0),
    ...(line.used > 0 && may('takeBackUse') ? (['takeBackUse'] as const) : []),
    ...(may('changePlan') ? (['changePlan'] as const) : []),
    ...(!line.boughtIn && line.partId !== null && line.planned > netIssued(line) && may('request')
      ? (['request'] as const)
      : []),
  ] as const satisfies readonly (Till | FormName)[]

/** What one of the catalogue lacks for a line. */
export const missing = (line: OrderPart): number => Math.max(0, line.planned - netIssued(line))

export const fieldsOf = (form: FormName, line: OrderPart | null): readonly FieldSpec[] => {
  switch (form) {
    case 'boughtIn':
      return [
        { name: 'name', kind: 'line', max: 80, required: true, label: 'partName' },
        { name: 'quantity', kind: 'quantity', required: true, start: '1' },
        { name: 'unit', kind: 'line', max: 10 },
        { name: 'boughtInCostFen', kind: 'money', required: true, label: 'unitCost' },
        { name: 'priceFen', kind: 'money', label: 'priceFen' },
      ]
    case 'request':
      return [
        {
          name: 'quantity',
          kind: 'quantity',
          required: true,
          start: line === null ? '1' : formatQuantity(missing(line)),
        },
        {
          name: 'source',
          kind: 'digits',
          options: REQUEST_SOURCES,
          words: 'requestSource',
          start: 'headquarters',
          label: 'requestSource',
        },
        { name: 'expectedAt', kind: 'moment', required: true, label: 'expectedDate' },
        { name: 'remark', kind: 'line', max: 200 },
      ]
    case 'takeBackUse':
      return [
        {
          name: 'quantity',
          kind: 'quantity',
          required: true,
          start: line === null ? '1' : formatQuantity(line.used),
        },
        ...(line?.serialTracked === true ? [{ name: 'serials', kind: 'line', max: 2000 } as const] : []),
        { name: 'reason', kind: 'line', max: 200, required: true },
      ]
    case 'changePlan':
      return [
        {
          name: 'planned',
          kind: 'line',
          required: true,
          max: 12,
          start: line === null ? '' : formatQuantity(line.planned),
          label: 'newPlan',
          also: ['by'],
        },
        { name: 'reason', kind: 'line', max: 200 },
      ]
    case 'waive':
      return [{ name: 'words', kind: 'prose', max: 500, required: true, label: 'waiver' }]
  }
}
