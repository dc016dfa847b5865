// What is typed at the counter becomes what the core is asked: amounts that stand, part payments, change, small change.
import { describe, expect, it } from 'vitest'
import {
  NOTHING_TYPED,
  amountTyped,
  chosen,
  hasToSettle,
  methodOfCode,
  payProblem,
  scanned,
  settleParams,
  sumsOf,
} from './pay-model.ts'
import type { Paying } from './pay-model.ts'

const bill = (
  dueFen: number,
  more: Readonly<{ storeFeeFen?: number; depositFen?: number }> = {},
  id = 'a',
) => ({
  id,
  ver: 3,
  dueFen,
  storeFeeFen: 0,
  depositFen: 0,
  ...more,
})
const paid = (bills: Parameters<typeof sumsOf>[0], paying: Paying) => {
  const { dueFen, rows, onAccountFen, openFen, changeFen } = sumsOf(bills, paying)
  return {
    dueFen,
    rows: rows.map(({ method, amountFen }) => [method, amountFen]),
    onAccountFen,
    openFen,
    changeFen,
  }
}

describe('what is paid', () => {
  it('SET-2 stands as it is with one digit: everything by that method', () => {
    expect(paid([bill(12_000)], chosen(NOTHING_TYPED, 'wechat'))).toEqual({
      dueFen: 12_000,
      rows: [['wechat', 12_000]],
      onAccountFen: 0,
      openFen: 0,
      changeFen: null,
    })
  })

  it('SET-2 another digit takes the place of a mistaken one, the same digit takes it back', () => {
    const card = chosen(chosen(NOTHING_TYPED, 'wechat'), 'card')
    expect([paid([bill(500)], card).rows, paid([bill(500)], chosen(card, 'card')).rows]).toEqual([
      [['card', 500]],
      [],
    ])
  })

  it('SET-2 90,700.00 due, 700.00 paid: the rest goes on account or to a second method', () => {
    const part = amountTyped(chosen(NOTHING_TYPED, 'cash'), 'cash', 70_000)
    const due = [bill(9_070_000)]
    expect([
      payProblem(part, sumsOf(due, part)),
      paid(due, chosen(part, 'onAccount')),
      paid(due, chosen(part, 'bank')).rows,
    ]).toEqual([
      'stillOpen',
      {
        dueFen: 9_070_000,
        rows: [['cash', 70_000]],
        onAccountFen: 9_000_000,
        openFen: 0,
        changeFen: null,
      },
      [
        ['cash', 70_000],
        ['bank', 9_000_000],
      ],
    ])
  })

  it('an emptied amount stands for the rest again; beside another rest it pays nothing', () => {
    const part = amountTyped(chosen(NOTHING_TYPED, 'cash'), 'cash', 70_000)
    const alone = amountTyped(part, 'cash', null)
    const beside = amountTyped(chosen(part, 'alipay'), 'cash', null)
    expect([paid([bill(90_000)], alone).rows, paid([bill(90_000)], beside).rows]).toEqual([
      [['cash', 90_000]],
      [
        ['cash', 0],
        ['alipay', 90_000],
      ],
    ])
  })

  it('cash given more is change, less is a problem', () => {
    const cash = chosen(NOTHING_TYPED, 'cash')
    const given = (tenderedFen: number) => {
      const paying = { ...cash, tenderedFen }
      const sums = sumsOf([bill(8_050)], paying)
      return [sums.changeFen, payProblem(paying, sums)]
    }
    expect([given(10_000), given(8_000)]).toEqual([
      [1_950, null],
      [-50, 'gaveTooLittle'],
    ])
  })

  it('SET-6 one key leaves off what is below one yuan, and the amount that stands follows', () => {
    const paying = { ...chosen(NOTHING_TYPED, 'cash'), rounded: true }
    expect(settleParams([bill(10_000), bill(25_687, {}, 'b')], paying, null)).toEqual({
      orders: [
        { id: 'a', ver: 3, storeFeeFen: 0, discountFen: 0, roundingFen: 0, depositFen: 0 },
        { id: 'b', ver: 3, storeFeeFen: 0, discountFen: 0, roundingFen: 87, depositFen: 0 },
      ],
      payments: [{ method: 'cash', amountFen: 35_600, reference: '' }],
      reason: '',
    })
  })

  it('SET-6 the deposit is off already, the storage fee on, a discount wants its reason', () => {
    const bills = [bill(30_000, { storeFeeFen: 1_000, depositFen: 10_000 })]
    const paying = { ...chosen(NOTHING_TYPED, 'alipay'), discountFen: 1_000 }
    const whole = { ...paying, reason: '老客户', storage: { a: 500 } }
    expect([
      paid(bills, paying).dueFen,
      payProblem(paying, sumsOf(bills, paying)),
      payProblem(whole, sumsOf(bills, whole)),
      settleParams(bills, whole, null),
    ]).toEqual([
      20_000,
      'reason',
      null,
      {
        orders: [
          { id: 'a', ver: 3, storeFeeFen: 500, discountFen: 1_000, roundingFen: 0, depositFen: 10_000 },
        ],
        payments: [{ method: 'alipay', amountFen: 19_500, reference: '' }],
        reason: '老客户',
      },
    ])
  })

  it('SET-6 a discount falls on several orders by what each charges; a large deposit pays no more than is due', () => {
    const bills = [bill(10_000, { depositFen: 90_000 }), bill(30_000, {}, 'b')]
    const { terms, dueFen } = sumsOf(bills, { ...NOTHING_TYPED, discountFen: 2_001 })
    expect([terms.map(({ discountFen, depositFen }) => [discountFen, depositFen]), dueFen]).toEqual([
      [
        [500, 9_500],
        [1_501, 0],
      ],
      28_499,
    ])
  })

  it('lines that became cheaper leave money with the customer and nothing to pay', () => {
    const sums = sumsOf([bill(-4_000)], NOTHING_TYPED)
    expect([sums.dueFen, sums.owedBackFen, payProblem(NOTHING_TYPED, sums)]).toEqual([0, 4_000, null])
  })

  it('what cannot be read is never sent as nothing', () => {
    const bad = amountTyped(chosen(NOTHING_TYPED, 'cash'), 'cash', undefined)
    const discount: Paying = { ...chosen(NOTHING_TYPED, 'cash'), discountFen: undefined }
    expect([bad, discount].map((paying) => payProblem(paying, sumsOf([bill(100)], paying)))).toEqual([
      'unreadable',
      'unreadable',
    ])
  })
})

describe('a scanned payment code', () => {
  it('says which purse it is, and nothing else is one', () => {
    const codes = ['10', '15', '16', '25', '30', '31'].map((front) => `${front}${'1234567890123456'}`)
    expect([...codes, '1012345678901234', 'x'].map(methodOfCode)).toEqual([
      'wechat',
      'wechat',
      null,
      'alipay',
      'alipay',
      null,
      null,
      null,
    ])
  })

  it('only selects: scanned twice it stays selected', () => {
    const once = scanned(NOTHING_TYPED, 'wechat')
    expect(scanned(once, 'wechat')).toEqual(once)
  })
})

it('SET-4 nothing due is settled only where the shop wants every order settled', () => {
  const due = (dueFen: number, settled: 'no' | 'paid' = 'no', storeFeeFen = 0) => ({
    dueFen,
    storeFeeFen,
    settled,
  })
  expect([
    hasToSettle(due(0), true),
    hasToSettle(due(0), false),
    hasToSettle(due(100), true),
    hasToSettle(due(0, 'no', 500), true),
    hasToSettle(due(0, 'paid'), false),
  ]).toEqual([false, true, true, true, false])
})
