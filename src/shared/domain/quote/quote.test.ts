import { describe, expect, it } from 'vitest'
import type { QuoteLine } from './index.ts'
import { customerDue, differenceOf, lineAmount, profitOf, quoteText, standingOf, totalsOf } from './index.ts'

const line = (given: Partial<QuoteLine>): QuoteLine => ({
  alternative: '',
  kind: 'labour',
  text: '更换屏幕',
  partId: null,
  serviceItemId: null,
  quantity: 1000,
  priceFen: 10_000,
  waived: false,
  payer: 'customer',
  warrantyDays: 30,
  ...given,
})

describe('a quote', () => {
  it('QUO-1 an amount is quantity × price, rounded once; a waived line is shown but owed by nobody', () => {
    const wire = line({ quantity: 1500, priceFen: 333 })
    const lines = [wire, line({ waived: true }), line({ payer: 'maker' })]
    expect([lineAmount(wire), customerDue(lines), totalsOf(lines)]).toEqual([
      500,
      500,
      [{ alternative: '', customerFen: 500, othersFen: 10_000 }],
    ])
  })

  it('QUO-2 a line that moves to another alternative is changed, not another line', () => {
    const { lines } = differenceOf(
      [line({})],
      [line({ alternative: 'A', priceFen: 9000 }), line({ text: '清灰' })],
    )
    expect(
      lines.map((one) => [one.change, one.line.text, one.change === 'changed' ? one.fields : []]),
    ).toEqual([
      ['changed', '更换屏幕', ['alternative', 'priceFen']],
      ['added', '清灰', []],
    ])
  })

  it('QUO-2 the newest version that the customer was given says how it stands; its last day counts as inside', () => {
    const sent = { version: 2, state: 'sent', validUntil: '2026-11-22' } as const
    const older = { version: 1, state: 'rejected', validUntil: null } as const
    const taken = { version: 3, state: 'void', validUntil: null } as const
    expect([
      standingOf([], '2026-11-22'),
      standingOf([taken, sent, older], '2026-11-22'),
      standingOf([taken, sent, older], '2026-11-23'),
      standingOf([taken, older], '2026-11-23'),
    ]).toEqual(['none', 'sent', 'expired', 'rejected'])
  })

  it('QUO-3 profit is what others pay less what the goods cost; what we bear ourselves earns nothing', () => {
    expect(
      profitOf([
        { ...line({}), costFen: 4000 },
        { ...line({ payer: 'ourselves' }), costFen: 1000 },
        { ...line({ waived: true }), costFen: 0 },
      ]),
    ).toBe(5000)
  })

  it('SRV-5 as text it names every line, every option with its total, and until when it holds', () => {
    const words = {
      shop: '华强北快修',
      phone: '0755-83001234',
      customer: '张三',
      device: '联想 T480',
      number: 'SZ01-1',
      version: 1,
      validUntil: '2026-11-29',
      remark: '含税',
      lines: [
        line({ text: '检测费', priceFen: 3000, waived: true }),
        line({ alternative: 'A', quantity: 2000 }),
        line({ alternative: 'B', text: '整机置换', payer: 'maker' }),
      ],
    }
    expect(quoteText('zh-CN', words).split('\n')).toEqual([
      '【华强北快修】张三您好，您的联想 T480（SZ01-1）维修报价如下：',
      '检测费 ¥30.00（免收）',
      '方案 A：',
      '  更换屏幕 × 2 ¥200.00',
      '  合计 ¥200.00',
      '方案 B：',
      '  整机置换 （免费）',
      '  合计 ¥0.00',
      '含税',
      '报价有效期至 2026-11-29。',
      '同意请回复，有问题请致电 0755-83001234。',
    ])
  })
})
