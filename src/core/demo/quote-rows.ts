// What a quote, its acceptance and its refusal write in the life of a demo order, as the counter's commands do.
import type { Book } from './book.ts'
import type { Step, Written } from './work-rows.ts'

/** A repair of parts and labour that adds up to what the order comes to. */
const linesOf = (due: number) => {
  const labour = Math.round(due / 3 / 1000) * 1000
  return [
    { kind: 'part', text: '更换配件', priceFen: due - labour, warrantyDays: 90 },
    { kind: 'labour', text: '检测维修', priceFen: labour, warrantyDays: 30 },
  ]
    .filter(({ priceFen }) => priceFen > 0)
    .map((line) => ({
      ...line,
      alternative: '',
      quantity: 1000,
      amountFen: line.priceFen,
      waived: false,
      payer: 'customer',
    }))
}

export const quoted = ({ life, by, now }: Step): Written => ({
  columns: {},
  rows: [
    (book) => {
      life.quoteId = book.newId()
      life.quoteLines = []
      book.insert(
        'quote',
        life.quoteId,
        {
          orderId: life.id,
          version: 1,
          state: 'draft',
          remark: '',
          draftLines: [],
          madeAt: now,
          madeBy: by.id,
        },
        'quote.drafted',
      )
      for (const [index, line] of linesOf(life.due).entries()) {
        const id = book.newId()
        life.quoteLines.push(id)
        book.insert(
          'quoteLine',
          id,
          { ...line, quoteId: life.quoteId, position: index + 1, costFen: 0 },
          'quoteLine.made',
        )
      }
      book.update('quote', life.quoteId, { state: 'sent', sentAt: now, draftLines: null }, 'quote.sent')
    },
  ],
})

export const answered = (
  { life, fields, by, now }: Step,
  state: 'accepted' | 'rejected',
  words: string,
): Written => ({
  columns: {},
  rows: [
    (book: Book) => {
      book.update(
        'quote',
        life.quoteId ?? '',
        {
          state,
          confirmedBy: fields.confirmedBy ?? life.customer,
          confirmedAt: now,
          channel: 'phone',
          words,
          answeredBy: by.id,
          ...(state === 'accepted' ? { chosen: '' } : {}),
        },
        `quote.${state}`,
      )
      if (state === 'rejected') return
      for (const [index, line] of linesOf(life.due).entries())
        book.insert(
          'chargeLine',
          book.newId(),
          {
            ...line,
            orderId: life.id,
            quoteLineId: life.quoteLines?.[index] ?? null,
            position: index + 1,
            active: true,
          },
          'chargeLine.quoted',
        )
    },
  ],
})
