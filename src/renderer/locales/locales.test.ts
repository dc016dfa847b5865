import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { commonRefusals } from '#shared/contract/common.ts'
import { boards } from '#shared/contract/board.ts'
import { contacts } from '#shared/contract/contact.ts'
import { custodies } from '#shared/contract/custody.ts'
import { directories } from '#shared/contract/directory.ts'
import { dispatches } from '#shared/contract/dispatch.ts'
import { handOvers } from '#shared/contract/hand-over.ts'
import { hosts } from '#shared/contract/host.ts'
import { inboxes } from '#shared/contract/inbox.ts'
import { CONTRACTS } from '#shared/contract/index.ts'
import { cancels, reviews } from '#shared/contract/review.ts'
import { services } from '#shared/contract/service.ts'
import { REFUSAL_CODES } from '#shared/domain/work-order/refusals.ts'
import type { LooseT } from '../lib/i18n.ts'
import { problemText } from '../lib/problem-text.ts'
import { en, zhCN } from './index.ts'

type Words = { [key: string]: string | Words }

const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )
const keysOf = (words: Words) =>
  flat(words)
    .map(([key]) => key.replace(/_(?:one|other)$/, ''))
    .sort()
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

describe('the words of the window', () => {
  it('have the same keys in both languages', () => {
    expect([...new Set(keysOf(en))]).toEqual([...new Set(keysOf(zhCN))])
  })

  it('are never empty', () => {
    expect([...flat(zhCN), ...flat(en)].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('name the same values in both languages', () => {
    const chinese = new Map(flat(zhCN))
    const differ = flat(en).filter(([key, text]) => {
      const other = chinese.get(key) ?? chinese.get(key.replace(/_(?:one|other)$/, ''))
      return other !== undefined && holes(other).join() !== holes(text).join() && !key.endsWith('_one')
    })
    expect(differ).toEqual([])
  })

  it('stand in these files only: no Chinese in the code of the window', () => {
    const root = join(import.meta.dirname, '..')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
    )
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => /\p{Script=Han}/u.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })
})

/** Contracts that have their words before they are switched on; one that is on is merely looked at twice. */
const LATER = [
  boards,
  contacts,
  custodies,
  directories,
  dispatches,
  handOvers,
  inboxes,
  reviews,
  cancels,
  services,
]

describe('every refusal of the contract', () => {
  const codes = [
    ...new Set([
      ...Object.keys(commonRefusals),
      ...REFUSAL_CODES,
      ...[...CONTRACTS, hosts, ...LATER].flatMap((group) =>
        Object.values(group.procedures).flatMap((one) => Object.keys(one.refusals)),
      ),
    ]),
  ]

  beforeAll(() =>
    i18next.init({
      resources: { 'zh-CN': zhCN, en },
      lng: 'zh-CN',
      ns: Object.keys(zhCN),
      interpolation: { escapeValue: false },
      initAsync: false,
    }),
  )

  it.each(['zh-CN', 'en'] as const)(
    'says in %s what is wrong, the way out, and what happened to the data',
    (language) => {
      const t = i18next.getFixedT(language) as unknown as LooseT
      const worded = codes.map((code) => ({
        ...problemText({ kind: 'refusal', code, details: {} }, t),
        refusal: code,
      }))
      const unknown = problemText({ kind: 'refusal', code: 'noSuchCode', details: {} }, t)
      const bad = worded.filter(
        ({ refusal, what, way, data }) =>
          [what, way, data].some(
            (text) => text.length < 2 || text.includes('problems:') || text.includes(refusal),
          ) || what === unknown.what.replace('noSuchCode', refusal),
      )
      expect({ bad, known: codes.length > 40 }).toEqual({ bad: [], known: true })
    },
  )

  it('words roles, reasons and states inside a refusal', () => {
    const t = i18next.getFixedT('en') as unknown as LooseT
    const texts = [
      problemText({ kind: 'refusal', code: 'notAllowed', details: { needs: ['manager', 'cashier'] } }, t).way,
      problemText(
        { kind: 'refusal', code: 'weakPassword', details: { field: 'password', reason: 'tooShort' } },
        t,
      ).what,
      problemText(
        { kind: 'refusal', code: 'notInThisState', details: { state: 'closed', command: 'amend' } },
        t,
      ).what,
    ]
    expect(texts).toEqual([
      'Needed: Manager, Cashier. Ask somebody who may.',
      'The password is too short',
      '“Amend registration” is not possible in the present state (Closed)',
    ])
  })
})
