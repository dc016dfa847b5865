// What a quote, its acceptance and its refusal write in the life of a demo order, as the counter's commands do.
import type { Book } from './book.ts'
import type { Step, Written } from './work-rows.ts'

/** The part that the repair needs and the labour beside it, which add up to what the order comes to. */
const linesOf = ({ life, parts }: Step) => {
  const part = parts.needed(life)
  const partFen = part?.priceFen ?? life.due - Math.round(life.due / 3 / 1000) * 1000
  return [
    { kind: 'part', text: part?.name ?? '更换配件', priceFen: partFen, warrantyDays: 90, partId: part?.id },
    {
      kind: 'labour',
      text: part ? `更换${part.name}` : '检测维修',
      priceFen: life.due - partFen,
      warrantyDays: 30,
      serviceItemId: part && parts.work('W-PJ'),
    },
  ]
    .filter(({ priceFen }) => priceFen > 0)
    .map(({ partId, serviceItemId, ...line }) => ({
      charge: {
        ...line,
        quantity: 1000,
        amountFen: line.priceFen,
        waived: false,
        payer: 'customer',
        serviceItemId: serviceItemId ?? null,
      },
      partId: partId ?? null,
      costFen: partId === undefined ? 0 : (part?.costFen ?? 0),
    }))
}

export const quoted = (step: Step): Written => {
  const { life, by, now } = step
  return {
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
        for (const [index, { charge, partId, costFen }] of linesOf(step).entries()) {
          const id = book.newId()
          life.quoteLines.push(id)
          book.insert(
            'quoteLine',
            id,
            { ...charge, alternative: '', partId, costFen, quoteId: life.quoteId, position: index + 1 },
            'quoteLine.made',
          )
        }
        book.update('quote', life.quoteId, { state: 'sent', sentAt: now, draftLines: null }, 'quote.sent')
      },
    ],
  }
}

export const answered = (step: Step, state: 'accepted' | 'rejected', words: string): Written => {
  const { life, fields, by, now } = step
  return {
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
        for (const [index, { charge }] of linesOf(step).entries())
          book.insert(
            'chargeLine',
            book.newId(),
            {
              ...charge,
              orderId: life.id,
              quoteLineId: life.quoteLines?.[index] ?? null,
              position: index + 1,
              active: true,
            },
            'chargeLine.quoted',
          )
      },
    ],
  }
}
