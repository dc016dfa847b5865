import { expect, it } from 'vitest'
import { proposalCsv } from './proposal-csv.ts'

const line = {
  partId: 'p',
  code: 'P-1',
  name: '屏线, 14 寸',
  unit: '根',
  decimals: 0,
  minimum: 2000,
  demand: 1000,
  sellable: 0,
  onTheWay: 500,
  proposed: 1_200_000,
  because: 'orders' as const,
  unitCostFen: 1250,
}

it('writes the proposal as office programs read it, and nothing in it is a formula', () => {
  const csv = proposalCsv([line, { ...line, code: '=A1', name: '"贵"', unitCostFen: null }], {
    column: (name) => name,
    because: (why) => why,
  })
  expect(csv.split('\r\n')).toEqual([
    '\uFEFFcode,name,proposed,unit,because,sellable,onTheWay,demand,minimum,cost',
    'P-1,"屏线, 14 寸",1200,根,orders,0,0.5,1,2,15000.00',
    `'=A1,"""贵""",1200,根,orders,0,0.5,1,2,`,
    '',
  ])
})
