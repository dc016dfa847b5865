// The knowledge base: good fixes written down at review, with who may read them (rule CLS-6).
import { z } from 'zod'
import { may } from '#shared/domain/staff/rights.ts'
import { FAULT_CODES } from '#shared/domain/service/index.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import { command, contract, query } from './define.ts'
import { cursor, id, instant, line, lineRequired, pageSize, proseRequired } from './fields.ts'
import { orderState, unknownOrder } from './order-command.ts'

export const article = z.strictObject({
  id,
  orderId: id,
  number: z.string(),
  category: z.string(),
  brand: z.string(),
  model: z.string(),
  /** Of the service record; null where the order had none. */
  faultCode: z.enum(FAULT_CODES).nullable(),
  title: z.string(),
  symptom: z.string(),
  fix: z.string(),
  /** Any of these roles may read it; none named: everybody who works here. */
  readers: z.array(z.enum(ROLES)),
  publishedAt: instant,
  publishedBy: z.string(),
  withdrawnAt: instant.nullable(),
})
export type Article = z.infer<typeof article>

/** As many as somebody reads before he begins to work. */
export const MOST_SIMILAR = 5

export const knowledge = contract('knowledge', {
  publish: command({
    summary:
      'Publishes the fix of an order that waits for its review or is closed (rule CLS-6); a version that stood for it is withdrawn.',
    input: z.strictObject({
      orderId: id,
      title: lineRequired(80),
      symptom: proseRequired(2000),
      fix: proseRequired(2000),
      readers: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
    }),
    output: article,
    refusals: {
      unknownOrder,
      publishTooEarly: z.strictObject({ field: z.string(), number: z.string(), state: orderState }),
    },
    access: may('publishKnowledge'),
  }),
  withdraw: command({
    summary: 'Takes an article out of the knowledge base; it is kept and nobody finds it any more.',
    input: z.strictObject({ id }),
    output: article,
    refusals: { unknownEntry: z.strictObject({ field: z.string() }) },
    access: may('publishKnowledge'),
  }),
  forOrder: query({
    summary:
      'What this person may read that fits the machine of an order: the same model first, then the same fault; and what was published of this very order.',
    input: z.strictObject({ id }),
    output: z.strictObject({ published: article.nullable(), similar: z.array(article).max(MOST_SIMILAR) }),
    refusals: { unknownOrder },
  }),
  list: query({
    summary: 'Everything that was published, newest first, withdrawn ones only when asked for.',
    input: z.strictObject({
      text: line(60).default(''),
      withdrawn: z.boolean().default(false),
      after: cursor.optional(),
      limit: pageSize.default(50),
    }),
    output: z.strictObject({ articles: z.array(article), next: cursor.nullable() }),
    access: may('publishKnowledge'),
  }),
})
