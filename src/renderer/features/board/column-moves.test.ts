import { describe, expect, it } from 'vitest'
import { BOARD_COLUMNS } from '#shared/domain/work-order/states.ts'
import { columnsAfter, commandsTo, nextColumn } from './column-moves.ts'

describe('a card of the board', () => {
  it('WO-1 moves only where a command of the table leads', () => {
    const to = (state: Parameters<typeof commandsTo>[1]) =>
      Object.fromEntries(
        BOARD_COLUMNS.map((column) => [column, commandsTo(column, state)] as const).filter(
          ([, commands]) => commands.length > 0,
        ),
      )
    expect({ waiting: to('pendingDispatch'), ready: to('readyForPickup'), closed: to('closed') }).toEqual({
      waiting: {
        waitingCustomer: ['sendQuote'],
        waitingParts: ['requestParts'],
        waitingDispatch: ['dispatch', 'dispatchBranch', 'approveReassign'],
        atVendor: ['sendToVendor'],
        toNotify: ['handBack'],
        suspended: ['suspend', 'suspendByAlarm'],
      },
      ready: {
        waitingDispatch: ['dispatchBranch'],
        inRepair: ['faultReturned', 'failAcceptance'],
        waitingPickup: ['notify'],
      },
      closed: {},
    })
  })

  it('goes back where it came from, or where money and machine lead', () => {
    expect([
      columnsAfter('partsReady', 'awaitingParts'),
      columnsAfter('complete', 'inService'),
      columnsAfter('handOver', 'readyForPickup'),
      columnsAfter('appoint', 'inService'),
    ]).toEqual([['inRepair', 'waitingDispatch'], ['toNotify'], [], []])
  })

  it('is reached by arrows over empty columns', () => {
    expect([
      nextColumn([0, 3, 0, 0, 2], 1, 1),
      nextColumn([0, 3, 0, 0, 2], 4, -1),
      nextColumn([0, 3, 0, 0, 2], 1, -1),
    ]).toEqual([4, 1, null])
  })
})
