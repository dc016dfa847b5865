import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDriver } from '#core/db/driver.ts'
import { customerTokens, loadPinyin, queryTokens, type Searchable } from './tokens.ts'

beforeAll(loadPinyin)

/** An index as the counter has it, with these customers, and a search in it: newest first. */
const indexOf = (customers: readonly (Searchable | string)[]) => {
  const db = openDriver(':memory:')
  db.exec(
    `create virtual table search_index using fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  )
  const insert = db.prepare('insert into search_index (rowid, tokens) values (?, ?)')
  const select = db
    .prepare('select rowid from search_index where search_index match ? order by rowid desc')
    .pluck()
  const whole = customers.map((entry) => (typeof entry === 'string' ? { names: [entry], phones: [] } : entry))
  whole.forEach((customer, i) => insert.run(i + 1, customerTokens(customer)))
  const find = (text: string): string[] => {
    const query = queryTokens(text)
    return query ? select.all(query.match).map((rowid) => whole[Number(rowid) - 1]!.names[0]!) : []
  }
  return { db, find }
}

const NAMES = [
  '张三',
  '单雄信',
  '李𬭎',
  '重庆联想电脑',
  '吕布',
  '尉迟恭',
  'John Smith',
  '张\u{2CB4A}',
  'TCL电视',
  "Xi'an Müller",
  '查理',
  '王　五',
  '欧阳修（老板）',
  'さくら商店',
  '3C数码',
]

type Found = Record<string, string[]>

/** What the texts of a table find, in the form of the table. */
const found = (find: (text: string) => string[], table: Found): Found =>
  Object.fromEntries(Object.keys(table).map((text) => [text, find(text)]))

describe('INT-5 one field finds a customer', () => {
  it('INT-5 by one character, by any two that follow each other, and by the whole name', () => {
    const table: Found = {
      张: ['张\u{2CB4A}', '张三'],
      三: ['张三'],
      张三: ['张三'],
      '\u{2CB4A}': ['张\u{2CB4A}'],
      '张\u{2CB4A}': ['张\u{2CB4A}'],
      李𬭎: ['李𬭎'],
      𬭎: ['李𬭎'],
      联想: ['重庆联想电脑'],
      想电: ['重庆联想电脑'],
      重庆电脑: [],
      '重庆 电脑': ['重庆联想电脑'],
      三张: [],
      王五: ['王　五'],
      老板: ['欧阳修（老板）'],
      さく: ['さくら商店'],
    }
    expect(found(indexOf(NAMES).find, table)).toEqual(table)
  })

  it('INT-5 by pinyin initials, with every reading of the first two characters', () => {
    const table: Found = {
      zs: ['张三'],
      ZS: ['张三'],
      ｚｓ: ['张三'],
      sxx: ['单雄信'],
      dxx: ['单雄信'],
      dx: ['单雄信'],
      cqlx: ['重庆联想电脑'],
      zqlxdn: ['重庆联想电脑'],
      lb: ['吕布'],
      lh: ['李𬭎'],
      ycg: ['尉迟恭'],
      wcg: ['尉迟恭'],
      zl: ['查理'],
      cl: ['查理'],
      js: ['John Smith'],
      tds: ['TCL电视'],
      tclds: ['TCL电视'],
      '3csm': ['3C数码'],
      s3: [],
    }
    expect(found(indexOf(NAMES).find, table)).toEqual(table)
  })

  it('INT-5 by pinyin, from its first letter to the whole', () => {
    const { find } = indexOf(NAMES)
    const table: Found = {
      zhangs: ['张三'],
      zhangsan: ['张三'],
      'zhang san': ['张三'],
      zhangsanx: [],
      lvb: ['吕布'],
      lvbu: ['吕布'],
      lüb: ['吕布'],
      'lü bu': ['吕布'],
      LÜ: ['吕布'],
      yuchi: ['尉迟恭'],
      weichi: ['尉迟恭'],
      chongqinglian: ['重庆联想电脑'],
      chongqinglianxiangdiannao: ['重庆联想电脑'],
      shanxiongxin: ['单雄信'],
      danx: ['单雄信'],
    }
    expect(found(find, table)).toEqual(table)
    const typed = Array.from({ length: 'zhangsan'.length }, (_, i) =>
      find('zhangsan'.slice(0, i + 1)).includes('张三'),
    )
    expect(typed).toEqual(typed.map(() => true))
  })

  it('INT-5 by the beginnings of Latin words, in any order, accents or not', () => {
    const table: Found = {
      john: ['John Smith'],
      smi: ['John Smith'],
      'smith john': ['John Smith'],
      johnsmith: ['John Smith'],
      ohn: [],
      muller: ["Xi'an Müller"],
      Müller: ["Xi'an Müller"],
      xian: ["Xi'an Müller"],
      "xi'an": ["Xi'an Müller"],
    }
    expect(found(indexOf(NAMES).find, table)).toEqual(table)
  })

  it('INT-5 by the last four digits of any of the phones, by any of the names, by company', () => {
    const { find } = indexOf([
      { names: ['赵云', '赵子龙'], company: '常山数码', phones: ['13812345678', '075561230005'] },
      { names: ['1688批发'], phones: ['10086', '803'] },
      { names: ['赵五'], phones: ['+85291235678'] },
    ])
    const table: Found = {
      5678: ['赵五', '赵云'],
      '０００５': ['赵云'],
      '赵 5678': ['赵五', '赵云'],
      'zy 5678': ['赵云'],
      1688: ['1688批发'],
      '0086': ['1688批发'],
      1234: [],
      678: [],
      13812345678: [],
      子龙: ['赵云'],
      常山: ['赵云'],
      cssm: ['赵云'],
    }
    expect(found(find, table)).toEqual(table)
  })

  it('INT-5 the newest first', () => {
    expect(indexOf(['李明一', '李明二', '李明三']).find('lm')).toEqual(['李明三', '李明二', '李明一'])
  })

  it('INT-5 initials, words, characters and phone tails are never taken for each other', () => {
    const { find } = indexOf([
      '张三',
      'zs',
      '四五六七',
      'º5678',
      '²zs',
      { names: ['卓识'], phones: ['13800005678'] },
    ])
    const table: Found = {
      zs: ['卓识', 'zs', '张三'],
      '5678': ['卓识'],
      º5678: ['º5678'],
      '²zs': ['²zs'],
    }
    expect(found(find, table)).toEqual(table)
  })
})

it('a customer leaves the index as the row does', () => {
  const { db, find } = indexOf(['张三', '张三丰'])
  db.exec('delete from search_index where rowid = 1')
  expect(find('zs')).toEqual(['张三丰'])
})

it('nothing to search by is no query', () => {
  expect(['', '  ', '-', '"', '*()', '👍', '\u0000'].map(queryTokens)).toEqual(Array(7).fill(null))
})

it('whatever is typed is a query that SQLite takes, and a name is found by itself', () => {
  const { db } = indexOf([])
  const match = db.prepare('select count(*) from search_index where search_index match ?').pluck()
  const insert = db.prepare('insert into search_index (rowid, tokens) values (1, ?)')
  const remove = db.prepare('delete from search_index')
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'张三單𬭎zsü5º²"*() AND', '\u0301'), maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  )
  fc.assert(
    fc.property(typed, (text) => {
      insert.run(customerTokens({ names: [text], phones: [] }))
      const query = queryTokens(text)
      const hits = query ? match.get(query.match) : 1
      remove.run()
      expect(hits).toBe(1)
    }),
    { numRuns: 1000 },
  )
})
