import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { commonRefusals } from '#shared/contract/common.ts'
import { hosts } from '#shared/contract/host.ts'
import { CONTRACTS } from '#shared/contract/index.ts'
import { ORDER_VIEWS } from '#shared/contract/orders.ts'
import { COPIES, PAPERS, PAPER_SIZES } from '#shared/contract/printing.ts'
import { CHARGE_KINDS } from '#shared/domain/charge/charge.ts'
import { ROLES } from '#shared/domain/staff/roles.ts'
import { STATES, STATE_INFO } from '#shared/domain/work-order/states.ts'
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

  it('name every state as the table of states does', () => {
    expect(zhCN.labels.state).toEqual(
      Object.fromEntries(STATES.map((state) => [state, STATE_INFO[state].zh])),
    )
  })

  it('name every role, view, kind of charge, paper, copy and size in both languages', () => {
    const keys = (labels: typeof zhCN.labels | typeof en.labels) => ({
      role: Object.keys(labels.role).sort(),
      view: Object.keys(labels.view).sort(),
      chargeKind: Object.keys(labels.chargeKind).sort(),
      paper: Object.keys(labels.paper).sort(),
      copy: Object.keys(labels.copy).sort(),
      paperSize: Object.keys(labels.paperSize).sort(),
      state: Object.keys(labels.state).sort(),
    })
    const wanted = {
      role: ROLES.toSorted(),
      view: ORDER_VIEWS.toSorted(),
      chargeKind: CHARGE_KINDS.toSorted(),
      paper: PAPERS.toSorted(),
      copy: COPIES.toSorted(),
      paperSize: PAPER_SIZES.toSorted(),
      state: STATES.toSorted(),
    }
    expect([keys(zhCN.labels), keys(en.labels)]).toEqual([wanted, wanted])
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

describe('every refusal of the contract', () => {
  const codes = [
    ...new Set([
      ...Object.keys(commonRefusals),
      ...[...CONTRACTS, hosts].flatMap((group) =>
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
      'Not possible in the present state (Closed)',
    ])
  })
})
