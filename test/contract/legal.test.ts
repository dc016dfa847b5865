// The legal inputs of the contract tests are legal: otherwise the junk in them would prove nothing.
import { expect, it } from 'vitest'
import type { Method } from '#shared/contract/index.ts'
import { procedures } from '#shared/contract/index.ts'
import { shopInUse } from './shop-in-use.ts'
import { METERS_REFUSED } from './valid-inputs-meters.ts'
import { ORDER_PARTS_REFUSED } from './valid-inputs-order-parts.ts'
import { CATALOGUE_REFUSED } from './valid-inputs-catalogue.ts'
import { MONEY_REFUSED } from './valid-inputs-money.ts'
import { PICKUP_REFUSED } from './valid-inputs-pickup.ts'
import { RECEIVABLE_REFUSED } from './valid-inputs-receivable.ts'
import { SHIFT_REFUSED } from './valid-inputs-shift.ts'
import { STOCK_REFUSED } from './valid-inputs-stock.ts'
import { WORK_REFUSED } from './valid-inputs-work.ts'
import { validInputs } from './valid-inputs.ts'

/** Refused for reasons of business, each with this word. */
const REFUSED: Partial<Record<Method, string>> = {
  'shop.setUp': 'alreadySetUp',
  'session.changePassword': 'wrongPassword',
  'session.loginWithPin': 'passwordNeeded',
  'staff.change': 'unknownPerson',
  'staff.resetPassword': 'unknownPerson',
  'order.revealPasscode': 'noPasscode',
  'custody.find': 'unknownCode',
  'custody.move': 'unknownCode',
  'custody.declareLost': 'unknownOrder',
  'custody.changePlace': 'unknownPlace',
  'custody.changeLoaner': 'unknownLoaner',
  'custody.lend': 'unknownOrder',
  'custody.takeBack': 'unknownLoaner',
  'directory.changeBranch': 'unknownEntry',
  'directory.changePartner': 'unknownEntry',
  'directory.changeWarning': 'unknownEntry',
  'print.preview': 'unknownSubject',
  'print.pdf': 'unknownSubject',
  'print.print': 'unknownSubject',
  'backup.restore': 'backupUnusable',
  ...WORK_REFUSED,
  ...PICKUP_REFUSED,
  ...MONEY_REFUSED,
  ...CATALOGUE_REFUSED,
  ...METERS_REFUSED,
  ...ORDER_PARTS_REFUSED,
  ...MONEY_REFUSED,
  ...RECEIVABLE_REFUSED,
  ...STOCK_REFUSED,
  ...SHIFT_REFUSED,
}

it('every procedure takes its legal input, or refuses it for a reason of business', async () => {
  const shop = await shopInUse()
  const inputs = validInputs(shop)
  const methods = ([...procedures.keys()] as Method[]).filter((method) => method !== 'session.logout')
  const answers: [Method, string][] = []
  for (const method of [...methods, 'session.logout'] as Method[]) {
    const reply = await shop.manager.ask(method, inputs[method] as never)
    answers.push([
      method,
      reply.ok ? 'ok' : reply.kind === 'refusal' ? reply.refusal.refusal : JSON.stringify(reply),
    ])
  }
  expect(Object.fromEntries(answers)).toEqual(
    Object.fromEntries(
      [...methods, 'session.logout' as Method].map((method) => [method, REFUSED[method] ?? 'ok']),
    ),
  )
})
