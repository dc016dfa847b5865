import { expect, it } from 'vitest'
import type { OrderPart } from '#shared/contract/order-parts.ts'
import { nothingYet } from '#shared/domain/parts/index.ts'
import { commandOf, isLeftOut, proposed, rowOfLine, rowProblem, serialsOf, withRow } from './till-model.ts'
import type { Row } from './till-model.ts'

const line = (some: Partial<OrderPart>): OrderPart => ({
  ...nothingYet,
  id: 'line',
  partId: 'part',
  code: 'P-1',
  name: '电源板',
  unit: '块',
  decimals: 0,
  boughtIn: false,
  serialTracked: false,
  oldReturnable: true,
  inHand: 0,
  sellable: 4000,
  serialsInHand: [],
  oldSerialsOwed: [],
  quoted: 0,
  charged: 0,
  priceFen: 0,
  costFen: null,
  payer: 'customer',
  warrantyDays: 90,
  misfitReason: null,
  ...some,
})
const row = (some: Partial<Row> = {}): Row => ({ ...rowOfLine('issue', line({}), 1000, 1), ...some })

it('a part scanned again is one more of it; a serial fills the piece that waits for it and counts once', () => {
  const quantities = (rows: readonly Row[]) => rows.map(({ quantity, serials }) => [quantity, serials])
  const twice = withRow(withRow([], row()), row())
  const tracked = row({ tracked: true })
  const waits = withRow([], tracked)
  const filled = withRow(waits, { ...tracked, serials: 'MB-1' })
  const again = withRow(filled, { ...tracked, serials: 'MB-1' })
  const second = withRow(again, { ...tracked, serials: 'MB-2' })
  expect([twice, filled, again, second].map(quantities)).toEqual([
    [['2', '']],
    [['1', 'MB-1']],
    [['1', 'MB-1']],
    [['2', 'MB-1 MB-2']],
  ])
})

it('PRT-1 everything in hand is proposed as used, every old part owed as coming back; returns are scanned', () => {
  const lines = [
    line({ issued: 2000, inHand: 2000, serialTracked: true, serialsInHand: ['A', 'B'] }),
    line({ id: 'owed', issued: 2000, used: 2000, oldOwed: 2000, oldSerialsOwed: ['OLD-1'] }),
    line({ id: 'planned', planned: 1000 }),
  ]
  const seen = (till: 'issue' | 'use' | 'good' | 'old') =>
    proposed(till, lines, '不开机').map(({ orderPartId, quantity, serials, oldSerials, fault }) => [
      orderPartId,
      quantity,
      serials + oldSerials,
      fault,
    ])
  expect([seen('issue'), seen('use'), seen('good'), seen('old')]).toEqual([
    [],
    [['line', '2', 'A B', '']],
    [],
    [
      ['owed', '1', 'OLD-1', '不开机'],
      ['owed', '1', '', '不开机'],
    ],
  ])
})

it('says at the row what is missing before anything is sent, and a nought is left out', () => {
  expect([
    rowProblem('issue', row({ quantity: '1.5' })),
    rowProblem('issue', row({ quantity: '-1' })),
    rowProblem('issue', row({ quantity: '1e9' })),
    rowProblem('issue', row({ tracked: true, serials: '' })),
    rowProblem('issue', row({ tracked: true, serials: 'A' })),
    rowProblem('defective', row({ fault: ' ' })),
    rowProblem('old', row({ fault: '鼓包' })),
    isLeftOut(row({ quantity: ' ' })),
    isLeftOut(row({ quantity: '0' })),
    isLeftOut(row({ quantity: '2' })),
  ]).toEqual(['quantity', 'quantity', 'quantity', 'serials', null, 'fault', null, true, true, false])
})

it('one command takes all rows, a defective one with its fault, a used one with the pair of serials', () => {
  expect(serialsOf(' A，B;A  C')).toEqual(['A', 'B', 'C'])
  expect(commandOf('defective', 'order', [row({ fault: '不通电', quantity: '２' })])).toEqual({
    method: 'orderPart.giveBack',
    params: {
      id: 'order',
      lines: [{ orderPartId: 'line', quantity: 2000, condition: 'defective', serials: [], fault: '不通电' }],
    },
  })
  expect(commandOf('use', 'order', [row({ tracked: true, serials: 'N-1', oldSerials: 'O-1' })])).toEqual({
    method: 'orderPart.use',
    params: {
      id: 'order',
      lines: [
        { orderPartId: 'line', quantity: 1000, newSerials: ['N-1'], oldSerials: ['O-1'], noOldPart: '' },
      ],
    },
  })
})
