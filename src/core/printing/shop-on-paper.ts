// What most papers carry: the shop, and how often this one was printed before (rule PRN-3).
import type { PaperAsk } from './paper-data.ts'

export const reprintOf = (ask: Pick<PaperAsk, 'reprint'>) =>
  ask.reprint > 0 ? { reprint: { count: ask.reprint } } : {}

export const shopOf = ({ shop }: Pick<PaperAsk, 'shop'>) => ({
  name: shop.name,
  address: shop.address,
  phone: shop.phone,
  enquiryPhone: shop.phone,
})
