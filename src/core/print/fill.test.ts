import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fill, isShown } from './fill.ts'

const scope = {
  fen: 9070000,
  owed: -5,
  day: '2026-01-09 14:03',
  phone: '13812341234',
  n: 0,
  list: [],
  a: { b: '乙' },
}

it('fills fields and formats, and prints nothing for what is not there', () => {
  const texts = {
    '{{ a.b }} {{a.c}}{{nothing}}{{a}}': '乙',
    '{{fen|money}}': '￥90,700.00',
    '{{owed|money}}': '-￥0.05',
    '{{a.b|money}}': '乙',
    '{{day|date}}': '2026年1月9日 14:03',
    '{{phone|mask4}}': '*******1234',
    '{{n}}': '0',
    '{{constructor.name}}{{__proto__}}{{a.constructor}}': '',
  }
  expect(
    Object.fromEntries(Object.keys(texts).map((text) => [text, fill(text, scope, 'zh-CN').trim()])),
  ).toEqual(texts)
})

it('a value cannot bring a field of its own, nor anything that does not print', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
      const filled = fill('{{v}}', { v: `${value}{{secret}}`, secret: 'S3CRET' }, 'zh-CN')
      return !filled.includes('S3CRET') && !/(?!\n)\p{Cc}|\p{Bidi_Control}|\p{Cs}/u.test(filled)
    }),
  )
})

it('conditions ask for presence, absence or a value', () => {
  const conditions = ['a.b', '!a.b', 'a.b=乙', 'a.b=丙', 'list', '!list', 'n', '!nothing']
  expect(conditions.map((when) => isShown(when, scope))).toEqual([
    true,
    false,
    true,
    false,
    false,
    true,
    true,
    true,
  ])
})
