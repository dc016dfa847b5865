import { describe, expect, it } from 'vitest'
import { peopleFor, pinDigits, staffNoOf } from './people.ts'

const people = [
  { staffNo: '1001', name: '张三', initials: 'zs' },
  { staffNo: '100', name: '李四', initials: 'ls' },
  { staffNo: 'W2', name: '单雄信', initials: 'sxx dxx' },
]
const numbers = (typed: string) => peopleFor(people, typed).map((person) => person.staffNo)

describe('the list of people', () => {
  it('finds by number, name, and initials in every reading', () => {
    expect([
      numbers(''),
      numbers('100'),
      numbers('李'),
      numbers('SX'),
      numbers('dx'),
      numbers('１００１'),
    ]).toEqual([['1001', '100', 'W2'], ['100', '1001'], ['100'], ['W2'], ['W2'], ['1001']])
  })

  it('takes only digits as a PIN, full-width ones too', () => {
    expect([pinDigits('５8２a9 4'), pinDigits('1234567890')]).toEqual(['58294', '12345678'])
  })

  it('takes the marked person, or the typed number where nobody fits', () => {
    expect([staffNoOf(people, 1, ''), staffNoOf([], -1, ' 2002 '), staffNoOf(people, -1, '')]).toEqual([
      '100',
      '2002',
      '',
    ])
  })
})
