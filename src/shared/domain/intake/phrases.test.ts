import { describe, expect, it } from 'vitest'
import {
  ACCESSORIES,
  CATEGORIES,
  CHARGE_REASONS,
  CONDITION_NOTES,
  FAULT_PHRASES,
  categoryIn,
  categoryOf,
  matchWords,
  offeredPhrases,
  phrasesFor,
  plusPhrase,
  takenBySeparator,
  withPhrase,
} from './index.ts'

const laptop = phrasesFor('laptop')
const offered = (text: string) => offeredPhrases(text, laptop).map(({ zh }) => zh)
const lists = [
  ...Object.values(FAULT_PHRASES),
  ...Object.values(ACCESSORIES),
  CHARGE_REASONS,
  CONDITION_NOTES,
]

describe('INT-3 phrases by their initials', () => {
  it('are found by all letters first, then by their beginning', () => {
    expect([offered('kblj')[0], offered('KJ')[0], offered('lp')[0], offered('k')]).toEqual([
      '开不了机',
      '开机无显示',
      '蓝屏',
      [],
    ])
  })

  it('are found by English words too, and are left alone once written', () => {
    expect([offered('does not sw'), offered('Does not switch on'), offered('开不了机')]).toEqual([
      ['开不了机'],
      [],
      [],
    ])
  })

  it('look at the last piece of the text only', () => {
    const [phrase] = laptop
    if (!phrase) throw new Error('no phrases')
    expect([
      offered('蓝屏；kblj')[0],
      withPhrase('蓝屏；kblj', phrase, 'zh-CN'),
      withPhrase('a; kblj', phrase, 'en'),
    ]).toEqual(['开不了机', '蓝屏；开不了机', 'a; Does not switch on'])
  })

  it('are joined to what stands there', () => {
    const [phrase] = laptop
    if (!phrase) throw new Error('no phrases')
    expect([
      plusPhrase('', phrase, 'zh-CN'),
      plusPhrase('蓝屏', phrase, 'zh-CN'),
      plusPhrase('Slow', phrase, 'en'),
    ]).toEqual(['开不了机', '蓝屏；开不了机', 'Slow; Does not switch on'])
  })

  it('are taken by a separator behind all their letters, never inside other words', () => {
    const taken = (text: string) => takenBySeparator(text, laptop, 'zh-CN')
    expect([taken('kblj，'), taken('蓝屏；kblj;'), taken('noise,'), taken('lp,'), taken('kblj')]).toEqual([
      '开不了机，',
      '蓝屏；开不了机;',
      null,
      null,
      null,
    ])
  })

  it('have both languages and letters, once in each list', () => {
    const bad = lists.flatMap((list) =>
      list.filter(
        ({ zh, en, initials }, at) =>
          zh === '' ||
          en === '' ||
          !/^[a-z]+$/.test(initials) ||
          list.findIndex((one) => one.zh === zh) !== at,
      ),
    )
    expect(bad).toEqual([])
  })

  it('offer at most nine accessories a machine: one digit each', () => {
    expect(Object.values(ACCESSORIES).filter((list) => list.length > 9)).toEqual([])
  })
})

describe('kinds of machines', () => {
  it('are ten, the last one free to name', () => {
    expect([CATEGORIES.length, CATEGORIES.at(-1)]).toEqual([10, 'other'])
  })

  it('are known by the words of older records', () => {
    expect(['笔记本电脑', '台式电脑', '平板电脑', 'MacBook', '办公设备', '电饭煲'].map(categoryOf)).toEqual([
      'laptop',
      'desktop',
      'tablet',
      'laptop',
      'printer',
      'other',
    ])
  })

  it('are shown in the language of the window, other words as they are', () => {
    expect([categoryIn('Laptop', 'zh-CN'), categoryIn('手机', 'en'), categoryIn('电饭煲', 'en')]).toEqual([
      '笔记本',
      'Phone',
      '电饭煲',
    ])
  })

  it('match nothing for nothing', () => {
    expect(matchWords(' ', laptop)).toEqual([])
  })
})
