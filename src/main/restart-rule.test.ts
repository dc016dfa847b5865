import { describe, expect, it } from 'vitest'
import { createRestartRule } from './restart-rule.ts'

const ruleAt = () => {
  let now = 0
  const rule = createRestartRule(() => now)
  return {
    ...rule,
    /** Lives for `ms`, then dies. */
    lives: (ms: number) => {
      rule.started()
      now += ms
      return rule.died()
    },
  }
}

describe('createRestartRule', () => {
  it('gives up at the third quick death', () => {
    const rule = ruleAt()
    expect([rule.lives(10), rule.lives(10), rule.lives(10)]).toEqual([0, 250, undefined])
  })

  it('also when the core dies before it ever was up', () => {
    const rule = ruleAt()
    expect([rule.died(), rule.died(), rule.died()]).toEqual([0, 250, undefined])
  })

  it('waits longer for a core that dies again and again after a while, but goes on', () => {
    const rule = ruleAt()
    const minute = 60_000
    expect([1, 2, 3, 4, 5].map(() => rule.lives(minute))).toEqual([0, 250, 1000, 3000, 3000])
  })

  it('forgets after five quiet minutes, and when a person asked for a new try', () => {
    const rule = ruleAt()
    expect([rule.lives(10), rule.lives(10), rule.lives(6 * 60_000)]).toEqual([0, 250, 0])
    rule.reset()
    expect([rule.lives(10), rule.lives(10), rule.lives(10)]).toEqual([0, 250, undefined])
  })
})
