import { expect, it } from 'vitest'
import { fitLines } from './fit-text.ts'

const wide = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u0250' ? 2 : 1), 0)

it('breaks anywhere in Chinese, at blanks in Latin, and marks what was cut', () => {
  expect([
    fitLines('欧阳晓燕', 4, 2, wide),
    fitLines('联想 ThinkPad X1 Carbon', 14, 2, wide),
    fitLines('联想 ThinkPad X1 Carbon Gen 9', 14, 2, wide),
    fitLines('Antidisestablishment', 8, 2, wide),
    fitLines('𬭊𬭊𬭊', 4, 1, wide),
    fitLines('', 4, 1, wide),
  ]).toEqual([
    '欧阳\n晓燕',
    '联想 ThinkPad\nX1 Carbon',
    '联想 ThinkPad\nX1 Carbon…',
    'Antidise\nstabli…',
    '𬭊…',
    '',
  ])
})
