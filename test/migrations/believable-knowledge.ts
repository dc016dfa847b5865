// Articles of the knowledge base as a shop has them: the older version of one is withdrawn.
import type { Insert } from './database-at.ts'
import { AT, id } from './row-ids.ts'

export const knowledge: Insert = (insert) => {
  const article = {
    order_id: id(20),
    category: '笔记本电脑',
    brand: '联想',
    model: 'ThinkPad T14',
    fault_code: 'display',
    title: 'T14 屏线压断花屏',
    symptom: '合盖再开后花屏，压一压转轴就好',
    readers: '["technician","manager"]',
    published_by: id(2),
  }
  insert('knowledge_article', {
    ...article,
    id: id(150),
    fix: '换屏线',
    published_at: AT,
    withdrawn_at: AT + 1000,
    withdrawn_by: id(2),
  })
  insert('knowledge_article', {
    ...article,
    id: id(151),
    fix: '换屏线，走线从转轴外侧过',
    published_at: AT + 1000,
  })
}
