import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LogLine } from '#shared/contract/orders.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import type { LooseT } from '../../../lib/i18n.ts'
import { en, zhCN } from '../../../locales/index.ts'
import { logWords } from './log-words.ts'

const NO_CHANGE: JsonValue = null

const said = (language: 'zh-CN' | 'en', action: string, changes: LogLine['changes'] = null) => {
  const t = i18next.getFixedT(language) as unknown as LooseT
  const line = { seq: 1, at: 0, who: '', terminal: '', remark: '', action, changes } as unknown as LogLine
  const words = logWords(line, { t, local: (ms) => `at ${ms}` })
  return [words.what, ...words.changes.map(({ name, before, after }) => `${name}: ${before} > ${after}`)]
}

describe('a line of the service log', () => {
  beforeAll(() =>
    i18next.init({
      resources: { 'zh-CN': zhCN, en },
      lng: 'zh-CN',
      ns: Object.keys(zhCN),
      interpolation: { escapeValue: false },
      initAsync: false,
    }),
  )

  it('names who got the job, and the codes of a hand-over in words', () => {
    expect([
      said('zh-CN', 'order.dispatched', {
        state: ['pendingDispatch', 'pendingReceive'],
        primary: [NO_CHANGE, '李师傅'],
        assistants: [NO_CHANGE, ['王师傅', '赵师傅']],
      }),
      said('en', 'order.handedOver', {
        way: [NO_CHANGE, 'lostSlip'],
        takenBy: [NO_CHANGE, 'customer'],
        differences: [[], [{ kind: 'RAM', before: '8 GB', after: '' }]],
      }),
    ]).toEqual([
      ['派工', '状态: 待派工 > 待接收', '主服务人员:  > 李师傅', '辅助人员:  > 王师傅、赵师傅'],
      [
        'Handed over',
        'Way of hand-over:  > Slip lost',
        'Taken by:  > Customer',
        'Differences: none > RAM 8 GB → none',
      ],
    ])
  })

  it('tells money, times, results and places of a job that was away', () => {
    expect([
      said('zh-CN', 'order.sentToVendor', { vendor: [NO_CHANGE, '快修站'], expectedReturn: [NO_CHANGE, 5] }),
      said('zh-CN', 'order.vendorReturned', { result: [NO_CHANGE, 'refused'], cost: [NO_CHANGE, 12_000] }),
      said('en', 'order.itemMoved', { item: [NO_CHANGE, 'machine'], place: ['counter', 'Shelf A-3'] }),
      said('en', 'order.contactAttempted', {
        channel: [NO_CHANGE, 'phone'],
        contactOutcome: [NO_CHANGE, 'noAnswer'],
      }),
    ]).toEqual([
      ['委外送修', '送修厂商:  > 快修站', '预计返回:  > at 5'],
      ['委外返回', '结果:  > 厂商拒修', '委外费用:  > ¥120.00'],
      ['Moved to another place', 'Item:  > Machine', 'Place: Counter > Shelf A-3'],
      ['Contact attempt', 'Channel:  > Phone', 'Contact result:  > No answer'],
    ])
  })
})
