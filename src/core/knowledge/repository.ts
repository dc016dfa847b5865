// The only file that names the table knowledge_article.
import type { Article } from '#shared/contract/knowledge.ts'
import { text } from '#core/db/handle.ts'
import type { ReadDb } from '#core/db/handle.ts'

type ArticleRow = {
  id: string
  order_id: string
  number: string
  category: string
  brand: string
  model: string
  fault_code: Article['faultCode']
  title: string
  symptom: string
  fix: string
  readers: string
  published_at: number
  published_by_name: string
  withdrawn_at: number | null
}

const toArticle = (row: ArticleRow): Article => ({
  id: row.id,
  orderId: row.order_id,
  number: row.number,
  category: row.category,
  brand: row.brand,
  model: row.model,
  faultCode: row.fault_code,
  title: row.title,
  symptom: row.symptom,
  fix: row.fix,
  readers: JSON.parse(row.readers) as Article['readers'],
  publishedAt: row.published_at,
  publishedBy: row.published_by_name,
  withdrawnAt: row.withdrawn_at,
})

const SELECT = `select a.*, w.number, s.name as published_by_name from knowledge_article a
  join work_order w on w.id = a.order_id join staff s on s.id = a.published_by`

export const readArticle = (db: ReadDb, id: string): Article | undefined => {
  const row = db.get<ArticleRow>(text(`${SELECT} where a.id = ?`, id))
  return row && toArticle(row)
}

/** What stands in the knowledge base of this order. */
export const articleOfOrder = (db: ReadDb, orderId: string): Article | undefined => {
  const row = db.get<ArticleRow>(text(`${SELECT} where a.order_id = ? and a.withdrawn_at is null`, orderId))
  return row && toArticle(row)
}

export const articlesOfModel = (
  db: ReadDb,
  { category, brand, model }: Readonly<{ category: string; brand: string; model: string }>,
): Article[] =>
  db
    .all<ArticleRow>(
      text(
        `${SELECT} where a.category = ? and a.brand = ? and a.model = ? and a.withdrawn_at is null
         order by a.published_at desc limit 100`,
        category,
        brand,
        model,
      ),
    )
    .map(toArticle)

/** The newest of a category: among them the same fault is looked for. */
export const articlesOfCategory = (db: ReadDb, category: string): Article[] =>
  db
    .all<ArticleRow>(
      text(
        `${SELECT} where a.category = ? and a.withdrawn_at is null order by a.published_at desc limit 500`,
        category,
      ),
    )
    .map(toArticle)

export type Page = Readonly<{
  text: string
  withdrawn: boolean
  before: Readonly<{ at: number; id: string }> | undefined
  limit: number
}>

export const listArticles = (db: ReadDb, { text: words, withdrawn, before, limit }: Page): Article[] => {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return db
    .all<ArticleRow>(
      text(
        `${SELECT} where (a.withdrawn_at is null or ? = 1) and (a.published_at, a.id) < (?, ?)
           and a.title || char(10) || a.symptom || char(10) || a.fix || char(10) || a.category || ' ' || a.brand
             || ' ' || a.model || ' ' || w.number like ? escape '\\'
         order by a.published_at desc, a.id desc limit ?`,
        withdrawn ? 1 : 0,
        before?.at ?? Number.MAX_SAFE_INTEGER,
        before?.id ?? '',
        like,
        limit,
      ),
    )
    .map(toArticle)
}
