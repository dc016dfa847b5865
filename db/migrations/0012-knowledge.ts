// What good fixes were written down at review: one row a version, with who may read it (CLS-6).
import type { Migration } from './migration.ts'

export const migration0012: Migration = {
  id: '0012-knowledge',
  up: [
    // Category, brand and model are those of the machine at that time; however they were typed, they match.
    // `readers` is a list of roles; an empty one is everybody who works here.
    `create table knowledge_article (
      id text primary key,
      order_id text not null references work_order (id),
      category text not null collate nocase,
      brand text not null collate nocase,
      model text not null collate nocase,
      fault_code text,
      title text not null check (length(title) > 0),
      symptom text not null check (length(symptom) > 0),
      fix text not null check (length(fix) > 0),
      readers text not null check (json_valid(readers)),
      published_at integer not null,
      published_by text not null references staff (id),
      withdrawn_at integer,
      withdrawn_by text references staff (id),
      check ((withdrawn_at is null) = (withdrawn_by is null))
    ) strict`,
    // One stands for an order; an older version is withdrawn.
    `create unique index knowledge_article_order on knowledge_article (order_id) where withdrawn_at is null`,
    `create index knowledge_article_machine on knowledge_article (category, brand, model, published_at)
      where withdrawn_at is null`,
    `create index knowledge_article_newest on knowledge_article (published_at, id)`,
  ],
}
