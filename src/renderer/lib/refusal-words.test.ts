import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { ACTORS } from '#shared/domain/work-order/actors.ts'
import { ACTIONS } from '#shared/domain/work-order/any-state.ts'
import { COMMANDS } from '#shared/domain/work-order/commands.ts'
import { ENTRY_NAMES } from '#shared/domain/work-order/entries.ts'
import { FIELDS } from '#shared/domain/work-order/fields.ts'
import { REFUSAL_CODES, TASKS } from '#shared/domain/work-order/refusals.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { formatLocal } from '#shared/kernel/time.ts'
import { en, zhCN } from '../locales/index.ts'
import type { LooseT } from './i18n.ts'
import { problemText } from './problem-text.ts'

describe('a refusal of the transition table', () => {
  const words = (code: string, details: Readonly<Record<string, JsonValue>>, language = 'zh-CN') => {
    const said = problemText(
      { kind: 'refusal', code, details },
      i18next.getFixedT(language) as unknown as LooseT,
      { zone: 'Asia/Shanghai' },
    )
    return [said.what, said.way]
  }
  const of = (
    command: string,
    state: string,
    missing: readonly string[],
    wayOut: readonly JsonValue[],
    details: JsonValue = {},
  ) => ({ command, state, id: 'x', number: 'SZ-0042', missing: [...missing], wayOut: [...wayOut], details })

  beforeAll(() =>
    i18next.init({
      resources: { 'zh-CN': zhCN, en },
      lng: 'zh-CN',
      ns: Object.keys(zhCN),
      interpolation: { escapeValue: false },
      initAsync: false,
    }),
  )

  it('names the order, the state, the command and the next steps in words', () => {
    const tooEarly = of(
      'complete',
      'pendingDispatch',
      ['state'],
      [{ command: 'dispatch' }, { entry: 'acceptWalkIn' }],
      { allowedIn: ['inService'] },
    )
    expect([words('notInThisState', tooEarly), words('notInThisState', tooEarly, 'en')]).toEqual([
      [
        'SZ-0042：现在的状态（待派工）不能做“报完工”',
        '先看单子现在该做什么。可以：“派工”、“到店受理”（F2）。',
      ],
      [
        'SZ-0042: “Report completion” is not possible in the present state (To be dispatched)',
        'See what the order needs now. You can: “Dispatch”, “Accept walk-in” (F2).',
      ],
    ])
  })

  it('names whom to ask, what to fill in, other work, and acts with their key', () => {
    expect([
      words('notYourRole', of('dispatch', 'pendingDispatch', ['roles'], [{ roles: ['dispatcher', 'hq'] }])),
      words('fieldMissing', of('sendToVendor', 'accepted', ['vendor'], [{ field: 'vendor' }])),
      words(
        'repairOrderNotPrinted',
        of('receive', 'pendingReceive', ['repairOrder'], [{ action: 'print' }, { field: 'printException' }]),
        'en',
      ),
      words(
        'partsInHand',
        of('complete', 'inService', ['partsInHand'], [{ task: 'returnParts' }, { task: 'declareParts' }], {
          pieces: 2,
        }),
      ),
    ]).toEqual([
      ['SZ-0042：您的岗位不能做“派工”', '请让有权限的人来做。可以：请派单员、总部来做。'],
      ['SZ-0042：还缺：送修厂商', '补上再试。可以：填“送修厂商”。'],
      [
        'SZ-0042: The repair order is not printed yet',
        'Print it first, or say why that is impossible. You can: “Print” (Ctrl+P), fill in “Reason for not printing”.',
      ],
      [
        'SZ-0042：还有 2 件备件没有用掉也没有退',
        '先把备件退回或登记用掉。可以：退回没用的备件、登记用掉的备件。',
      ],
    ])
  })

  it('says from when on, by the clock of the shop', () => {
    const until = Date.UTC(2030, 0, 2, 6, 30)
    const details = of('recordUnreachable', 'accepted', ['now'], [{ waitUntil: until }])
    expect(words('tooEarlyForUnreachable', details)[1]).toBe(
      '再联系客户几次。可以：从 2030-01-02 14:30 起再做。',
    )
    const today = formatLocal(Date.now(), 'Asia/Shanghai', 'date')
    const noon = of(
      'recordUnreachable',
      'accepted',
      ['now'],
      [{ waitUntil: Date.parse(`${today}T12:05:00+08:00`) }],
    )
    expect(words('tooEarlyForUnreachable', noon)[1]).toBe('再联系客户几次。可以：从 12:05 起再做。')
  })

  it('tell proof, things, money and places by their names', () => {
    expect([
      words(
        'proofMissing',
        of('approveClose', 'pendingClose', ['waybill', 'callRecord'], [], {
          missing: ['waybill', 'callRecord'],
        }),
      )[0],
      words('itemsUnaccounted', of('handOver', 'readyForPickup', [], [], { items: ['电源', '鼠标'] }))[0],
      words('unpaid', of('handOver', 'readyForPickup', [], [], { due: 12_050 }))[0],
      words('machineAway', of('complete', 'inService', ['machine'], [], { machine: 'atVendor' }))[0],
      words('evidenceMissing', of('requestCancel', 'accepted', ['specialCaseForm'], []), 'en')[0],
    ]).toEqual([
      'SZ-0042：关闭还缺凭据：快递单号、通话记录',
      'SZ-0042：还有东西没有着落：电源、鼠标',
      'SZ-0042：还有 ¥120.50 没有结算',
      'SZ-0042：机器还没有回来（在送修厂商）',
      'SZ-0042: Evidence is missing for the request: Special-case form',
    ])
  })

  it('says who acted meanwhile, what he did, and where the order stands', () => {
    const details = { id: 'x', number: 'SZ-0042', ver: 3, by: '王丽', at: 0, action: 'order.dispatched' }
    expect(words('changedMeanwhile', { ...details, state: 'pendingReceive' })[0]).toBe(
      '王丽 刚做了“派工”，现在是待接收',
    )
  })

  it('leaves nothing unsaid: every code, with every way out, has words and no empty place', () => {
    const wayOut: JsonValue[] = [
      ...COMMANDS.map((command) => ({ command })),
      ...ENTRY_NAMES.map((entry) => ({ entry })),
      ...ACTIONS.map((action) => ({ action })),
      ...FIELDS.map((field) => ({ field })),
      ...TASKS.map((task) => ({ task })),
      { roles: [...ACTORS] },
    ]
    const details = {
      machine: 'here',
      service: 'dropOff',
      origin: 'hq',
      outcome: 'unclaimed',
      quote: 'none',
      cancelReason: 'software',
      pieces: 2,
      due: 1,
      paidNow: 2,
      kept: 3,
      alarms: 4,
      items: ['a'],
    }
    const bad = REFUSAL_CODES.flatMap((code) =>
      ['zh-CN', 'en'].flatMap((language) => {
        const text = words(code, of('amend', 'closed', ['state'], wayOut, details), language).join(' ')
        const empty = /\{\{|undefined|（）|\(\)|“”| {2}|:$|：$/.test(text)
        const codeShown = language === 'zh-CN' && /[a-z]{3,}[A-Z]/.test(text)
        return empty || codeShown ? [`${language} ${text}`] : []
      }),
    )
    expect(bad).toEqual([])
  })
})
