// The cash drawer (rule SET-8): cash in and out of it, opening it without a sale, and what is written down of that.
import { expect, it, onTestFinished } from 'vitest'
import { startTill } from '#test/support/till.ts'
import { openCore } from '#core/core.ts'
import { openDriver } from '#core/db/driver.ts'
import { START, closedShop, connectTo, signIn } from '#test/support/core.ts'

it('SET-8 SET-6 cash out as an expense takes a second person’s yes to that amount, and never more than is there', async () => {
  const { clerk, manager, take, yes, openShift, problems } = await startTill()
  await take(30_000)
  const { approvalFor } = await clerk.value('shift.current', {})
  const expense = { kind: 'expense', amountFen: 5000, reason: '快递费' } as const
  expect(await clerk.refusal('shift.payOut', expense)).toEqual({
    refusal: 'approvalNeeded',
    field: 'approvals',
    act: 'payOut',
    objectId: approvalFor,
    amountFen: 5000,
  })
  const other = await yes('payOut', approvalFor, 4000)
  expect(await clerk.refusal('shift.payOut', { ...expense, approvals: other })).toMatchObject({
    refusal: 'approvalNeeded',
  })
  const approvals = await yes('payOut', approvalFor, 5000)
  await clerk.value('shift.payOut', { ...expense, approvals })
  // Good once.
  expect(await clerk.refusal('shift.payOut', { ...expense, approvals })).toMatchObject({
    refusal: 'approvalNeeded',
  })
  // The manager approves others' and not his own, in a shop of five.
  expect(await manager.refusal('shift.payOut', expense)).toMatchObject({ refusal: 'approvalNeeded' })
  await clerk.value('shift.payOut', { kind: 'toSafe', amountFen: 10_000, reason: '放保险柜' })
  expect(
    await manager.refusal('shift.payOut', { kind: 'toBank', amountFen: 15_010, reason: '存银行' }),
  ).toEqual({ refusal: 'notEnoughInDrawer', field: 'amountFen', mostFen: 15_000 })
  await manager.value('shift.payOut', { kind: 'toBank', amountFen: 15_000, reason: '存银行' })
  const { cashMoves, methods } = await manager.value('shift.report', { id: await openShift() })
  expect(cashMoves.map(({ kind, amountFen, who, approvedBy }) => [kind, amountFen, who, approvedBy])).toEqual(
    [
      ['expense', -5000, '林晓燕', '王店长'],
      ['toSafe', -10_000, '林晓燕', ''],
      ['toBank', -15_000, '王店长', ''],
    ],
  )
  expect(methods[0]).toMatchObject({ receiptsFen: 30_000, payOutsFen: 30_000, expectedFen: 0 })
  expect(await problems()).toEqual([])
})

it('SET-8 the drawer opens with cash or with permission, each time written down with who and why', async () => {
  const { clerk, manager, take, yes, openShift } = await startTill()
  // Before the first money there is no drawer to name: the yes is to the shop's.
  const { approvalFor, drawer } = await clerk.value('shift.current', {})
  expect(drawer).toBe(null)
  expect(await clerk.refusal('shift.openDrawer', { reason: '换零钱' })).toEqual({
    refusal: 'approvalNeeded',
    field: 'approvals',
    act: 'openDrawer',
    objectId: approvalFor,
    amountFen: 0,
  })
  await clerk.value('shift.openDrawer', {
    reason: '换零钱',
    approvals: await yes('openDrawer', approvalFor, 0),
  })
  await manager.value('shift.openDrawer', { reason: '查钱箱' })
  await take(1000)
  await take(2000, 'wechat')
  const { openings } = await manager.value('shift.report', { id: await openShift() })
  expect(
    openings.map(({ who, reason, approvedBy, receiptNumber }) => [
      who,
      reason,
      approvedBy,
      receiptNumber !== '',
    ]),
  ).toEqual([
    ['林晓燕', '换零钱', '王店长', false],
    ['王店长', '查钱箱', '', false],
    ['林晓燕', '', '', true],
  ])
})

it('SET-8 a receipt that did not come out of the printer is to be printed or saved before the shift closes', async () => {
  const till = await startTill()
  const { clerk, take, count, openShift, dir, orderId, clock, close } = till
  await take(1000)
  const id = await openShift()
  const { receipts } = await clerk.value('settlement.ofOrder', { id: orderId })
  const receipt = receipts[0]
  if (!receipt) throw new Error('no receipt')
  const printed = (n: number, result: string): void => {
    const db = openDriver(`${dir}/counter.db`)
    db.prepare(
      `insert into print_job (id, paper, copy, subject, subject_id, reprint, printer, paper_size, copies, result,
          message, at, staff_id)
        values (?, 'receipt', 'customer', 'receipt', ?, 0, 'P1', 'a5', 1, ?, '', ?, ?)`,
    ).run(`0190f5fe-7c00-7a00-8000-00000000000${n}`, receipt.id, result, clock.now + n, clerk.staffId)
    db.close()
  }
  printed(1, 'failed')
  const { count: counted } = await count(1000)
  const blocks = [{ code: 'receiptNotPrinted', verb: 'print', objectId: receipt.id, number: receipt.number }]
  expect(await clerk.refusal('shift.close', { id, countId: counted.id, takenFen: 0 })).toEqual({
    refusal: 'shiftBlocked',
    field: 'id',
    blocks,
  })
  expect((await clerk.value('shift.current', {})).blocks).toEqual(blocks)
  printed(2, 'saved')
  expect((await close(counted.id)).shift.standing).toBe('closed')
})

it('SET-8 the drawer itself opens once what opens it stands, and not when it was refused', async () => {
  const opened: string[] = []
  const core = await openCore({
    dataDir: await closedShop(),
    version: '0.0.0-test',
    now: () => START,
    checkOutputs: true,
    upkeep: false,
    cashDrawer: { open: (drawerId) => void opened.push(drawerId) },
  })
  onTestFinished(() => core.drain())
  const manager = connectTo(core)
  await signIn(manager, '1001')
  await manager.value('shift.payIn', { kind: 'ownerFunds', amountFen: 1000, reason: '备用金' })
  await manager.refusal('shift.payOut', { kind: 'toSafe', amountFen: 2000, reason: '放保险柜' })
  await manager.value('shift.openDrawer', { reason: '换零钱' })
  const { drawer } = await manager.value('shift.current', {})
  expect(opened).toEqual([drawer?.id, drawer?.id])
})
