// What replicates of the knowledge base; the rest stands in entities.ts.
import type { Entity } from './entity.ts'

export const KNOWLEDGE_ENTITIES = {
  knowledgeArticle: {
    table: 'knowledge_article',
    fields: [
      'orderId',
      'category',
      'brand',
      'model',
      'faultCode',
      'title',
      'symptom',
      'fix',
      'readers',
      'publishedAt',
      'publishedBy',
      'withdrawnAt',
      'withdrawnBy',
    ],
    json: ['readers'],
  },
} as const satisfies Record<string, Entity>
