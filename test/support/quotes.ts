// Short ways to a quote in a shop at work.
import type { Params, Value } from '#shared/contract/index.ts'
import { REPLACING, SCREEN, fillCatalogue } from './catalogue-rows.ts'
import { startWorkingShop } from './shop-at-work.ts'
import type { ShopAtWork } from './shop-at-work.ts'

export type Line = Params<'quote.draft'>['lines'][number]

export const SCREEN_LINE: Line = {
  kind: 'part',
  text: '液晶屏 14 寸',
  partId: SCREEN,
  priceFen: 68_000,
}
export const WORK_LINE: Line = {
  kind: 'labour',
  text: '更换屏幕',
  serviceItemId: REPLACING,
  priceFen: 10_000,
}
export const FEE_LINE: Line = { kind: 'diagnostic', text: '检测费', priceFen: 3000 }

export type QuotingShop = ShopAtWork &
  Readonly<{
    draft: (id: string, given?: Partial<Params<'quote.draft'>>) => Promise<Value<'quote.draft'>>
    /** Draft and send; answers the version. */
    quote: (id: string, given?: Partial<Params<'quote.draft'>>) => Promise<number>
    accept: (id: string, version: number, given?: Partial<Params<'quote.accept'>>) => Promise<void>
    reject: (id: string, version: number) => Promise<void>
    ofOrder: (id: string) => Promise<Value<'quote.ofOrder'>>
  }>

export const ANSWER = { confirmedBy: '张三', channel: 'wechat', words: '可以，修吧' } as const

export const startQuotingShop = async (): Promise<QuotingShop> => {
  const shop = await startWorkingShop()
  await fillCatalogue(shop.dir)
  const { clerk } = shop
  const draft: QuotingShop['draft'] = (id, given = {}) =>
    clerk.value('quote.draft', { id, lines: [SCREEN_LINE, WORK_LINE], ...given })
  return {
    ...shop,
    draft,
    quote: async (id, given) => {
      const { version } = await draft(id, given)
      await clerk.value('quote.send', { id })
      return version
    },
    accept: async (id, version, given = {}) => {
      await clerk.value('quote.accept', { id, version, ...ANSWER, ...given })
    },
    reject: async (id, version) => {
      await clerk.value('quote.reject', { id, version, ...ANSWER, words: '太贵了' })
    },
    ofOrder: (id) => clerk.value('quote.ofOrder', { id }),
  }
}

/** With an order in the technician's hands. */
export const quotingInService = async (): Promise<QuotingShop & Readonly<{ id: string }>> => {
  const shop = await startQuotingShop()
  const id = await shop.takeIn()
  await shop.startWork(id)
  return { ...shop, id }
}
