// How old a debt is (rule SET-5).
import type { DateText } from '#shared/kernel/time.ts'
import { addDays } from '#shared/kernel/time.ts'

/** Days of age: 0–30, 31–60, 61–90, more. */
export const AGES = ['upTo30', 'upTo60', 'upTo90', 'over90'] as const
export type Age = (typeof AGES)[number]

/** The first days that still belong to 0–30, 31–60 and 61–90, seen from `today`. */
export const ageBounds = (today: DateText): readonly [DateText, DateText, DateText] => [
  addDays(today, -30),
  addDays(today, -60),
  addDays(today, -90),
]
