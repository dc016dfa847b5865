// A shop whose till is in use: money is taken, the drawer counted, shifts closed and confirmed.
import { cpSync } from 'node:fs'
import type { Params, Value } from '#shared/contract/index.ts'
import { NOTES } from '#shared/domain/money/index.ts'
import type { Pieces } from '#shared/domain/money/index.ts'
import { PASSWORD, connectTo, folderTemplate, withCore } from './core.ts'
import { hireInto, startWorkingShop, workingFolder } from './shop-at-work.ts'
import type { ShopAtWork, Worker } from './shop-at-work.ts'

type Method = Params<'deposit.take'>['payments'][number]['method']

export type Till = ShopAtWork &
  Readonly<{
    /** Takes money and gives it back; `clerk` takes too. */
    cashier: Worker
    finance: Worker
    /** What all of it is paid for. */
    orderId: string
    take: (amountFen: number, method?: Method, by?: Worker) => Promise<void>
    /** The manager's yes to what the clerk asks for. */
    yes: (
      act: Params<'approval.give'>['act'],
      objectId: string,
      amountFen: number,
      asking?: Worker,
    ) => Promise<string[]>
    refund: (amountFen: number, method?: Method) => Promise<void>
    openShift: () => Promise<string>
    /** What `counter check` finds. */
    problems: () => Promise<string[]>
    count: (fen: number, given?: Partial<Params<'shift.count'>>, by?: Worker) => Promise<Value<'shift.count'>>
    close: (
      countId: string,
      given?: Partial<Params<'shift.close'>>,
      by?: Worker,
    ) => Promise<Value<'shift.close'>>
  }>

/** Notes and coins that make an amount of whole jiao. */
export const piecesOf = (fen: number): Pieces[] => {
  let rest = fen
  return NOTES.flatMap((noteFen) => {
    const pieces = Math.floor(rest / noteFen)
    rest -= pieces * noteFen
    return pieces === 0 ? [] : [{ noteFen, pieces }]
  })
}

/** Seven people, so that duties are kept apart. */
const tillFolder = folderTemplate(async (dir) => {
  const [from, signedIn] = await workingFolder()
  cpSync(from, dir, { recursive: true })
  return withCore(dir, async (core) => {
    const manager = connectTo(core, signedIn.manager.token)
    const cashier = await hireInto(core, manager, ['2005', '周收银', ['cashier']])
    const finance = await hireInto(core, manager, ['2006', '孙会计', ['finance']])
    return { ...signedIn, cashier, finance }
  })
})

export const startTill = async (): Promise<Till> => {
  const shop = await startWorkingShop<'cashier' | 'finance'>(tillFolder)
  const { clerk } = shop
  const orderId = await shop.takeIn()
  const payment = (amountFen: number, method: Method) => [{ method, amountFen, reference: '' }]
  const yes: Till['yes'] = async (act, objectId, amountFen, asking = clerk) => {
    const approver = { staffNo: '1001', password: PASSWORD }
    return [(await asking.value('approval.give', { act, objectId, amountFen, approver })).token]
  }
  const openShift = async (): Promise<string> => {
    const { shift } = await shop.manager.value('shift.current', {})
    if (!shift) throw new Error('no shift is open')
    return shift.id
  }
  return {
    ...shop,
    orderId,
    yes,
    openShift,
    problems: async () =>
      (await shop.manager.value('system.verify', {})).checks.flatMap(({ problems }) => problems),
    take: async (amountFen, method = 'cash', by = clerk) =>
      void (await by.value('deposit.take', { id: orderId, payments: payment(amountFen, method), note: '' })),
    refund: async (amountFen, method = 'cash') =>
      void (await clerk.value('deposit.refund', {
        id: orderId,
        payments: payment(amountFen, method),
        reason: '不修了',
        approvals: await yes('refund', orderId, amountFen),
      })),
    count: async (fen, given = {}, by = clerk) =>
      by.value('shift.count', { id: given.id ?? (await openShift()), pieces: piecesOf(fen), ...given }),
    close: async (countId, given = {}, by = clerk) =>
      by.value('shift.close', { id: given.id ?? (await openShift()), countId, takenFen: 0, ...given }),
  }
}
