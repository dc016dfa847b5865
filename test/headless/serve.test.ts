// `counter serve`: JSON-RPC 2.0 over stdin and stdout, one message a line, every answer durable.
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { checkFolder } from '#core/check/check-folder.ts'
import { closedShop, machine, visit } from '#test/support/core.ts'
import { serveCounter } from '#test/support/counter-process.ts'
import type { Served } from '#test/support/counter-process.ts'

// Each start of a process is a second or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const serve = (dir: string): Served => {
  const served = serveCounter(dir)
  onTestFinished(() => served.kill())
  return served
}

const signedIn = async () => {
  const dir = await closedShop()
  const counter = serve(dir)
  await counter.signIn()
  return { dir, counter }
}

const orderNumbers = async (counter: Served): Promise<string[]> => {
  const { orders } = await counter.value<{ orders: { number: string }[] }>('order.list', { view: 'all' })
  return orders.map((order) => order.number)
}

/** One process for all the broken lines: it has to get over each of them. Its folder outlives one test. */
let shared: Served | undefined
afterAll(() => shared?.kill())

describe('one message a line', () => {
  it('a value, a refusal, bad input with the field’s path, an unknown method: each in its JSON-RPC form', async () => {
    const { counter } = await signedIn()
    const answers = [
      await counter.ask('order.counts', {}),
      await counter.ask('customer.get', { id: '0190f5fe-7c00-7a00-8000-000000000000' }),
      await counter.ask('visit.create', visit({ machines: [machine({ limitFen: 1.5 })] })),
      await counter.ask('visit.createAll', {}),
    ]
    expect(answers).toMatchObject([
      { jsonrpc: '2.0', id: 2, result: { counts: { all: 0 } } },
      {
        id: 3,
        error: {
          code: 1,
          message: 'unknownCustomer',
          data: { refusal: 'unknownCustomer', field: 'id' },
        },
      },
      { id: 4, error: { code: -32602, data: { path: 'machines.0.limitFen' } } },
      { id: 5, error: { code: -32601, message: 'unknown method visit.createAll' } },
    ])
  })

  it.each([
    ['not JSON', '{"jsonrpc":"2.0","id":1,', { id: null, error: { code: -32700 } }],
    ['a batch', '[{"jsonrpc":"2.0","id":1,"method":"shop.get"}]', { id: null, error: { code: -32600 } }],
    ['a number', '7', { id: null, error: { code: -32600 } }],
    ['null', 'null', { id: null, error: { code: -32600 } }],
    [
      'another version',
      '{"jsonrpc":"1.0","id":"a","method":"shop.get"}',
      { id: 'a', error: { code: -32600 } },
    ],
    ['no method', '{"jsonrpc":"2.0","id":7}', { id: 7, error: { code: -32600 } }],
    ['a method that is no text', '{"jsonrpc":"2.0","id":7,"method":{}}', { id: 7, error: { code: -32600 } }],
    [
      'a method of Object’s prototype',
      '{"jsonrpc":"2.0","id":7,"method":"constructor"}',
      { id: 7, error: { code: -32601 } },
    ],
    [
      'a commandId that is no text',
      '{"jsonrpc":"2.0","id":7,"method":"shop.get","meta":{"commandId":5}}',
      { id: 7, error: { code: -32602 } },
    ],
    [
      'parameters by position',
      '{"jsonrpc":"2.0","id":7,"method":"session.login","params":["1001","x"]}',
      { id: 7, error: { code: -32602 } },
    ],
    [
      'parameters nested 100 000 deep',
      `{"jsonrpc":"2.0","id":7,"method":"draft.save","params":${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
      { id: 7, error: { code: -32602 } },
    ],
    [
      'a text of 10 MB',
      `{"jsonrpc":"2.0","id":7,"method":"session.login","params":{"staffNo":"${'x'.repeat(1e7)}"}}`,
      { id: 7, error: { code: -32602 } },
    ],
  ])('%s is answered with an error, and the next line is served', async (_what, line, expected) => {
    shared ??= serveCounter(await closedShop())
    expect(await shared.line(line)).toMatchObject(expected)
    expect(await shared.value('shop.get')).toMatchObject({ shop: { name: '华强北快修' } })
  })

  it('a fault has code 2 and the id under which it is logged on stderr, never on stdout', async () => {
    const { dir, counter } = await signedIn()
    const { openDriver } = await import('#core/db/driver.ts')
    const db = openDriver(`${dir}/counter.db`)
    db.exec('drop table refused_fee')
    db.close()
    const { error } = await counter.ask('customer.refusedFees', {
      customerId: '0190f5fe-7c00-7a00-8000-000000000000',
    })
    expect(error).toEqual({ code: 2, message: 'fault', data: { faultId: expect.any(String) } })
    expect(await counter.end()).toBe(0)
    expect(counter.stderr()).toContain(`fault ${error?.data?.['faultId']}: no such table`)
    expect(counter.lines).toHaveLength(2)
  })

  it('a notification is done and not answered; empty lines are nothing', async () => {
    const { counter } = await signedIn()
    counter.send('')
    counter.send(JSON.stringify({ jsonrpc: '2.0', method: 'visit.create', params: visit() }))
    counter.send(JSON.stringify({ jsonrpc: '2.0', method: 'no.such' }))
    expect(await orderNumbers(counter)).toHaveLength(1)
    expect(counter.lines.map((line) => JSON.parse(line).id)).toEqual([1, 2])
  })

  it('answers come in the order of the questions, quick ones behind slow ones', async () => {
    const { counter } = await signedIn()
    const methods = Array.from({ length: 30 }, (_, i) => (i % 10 === 0 ? 'session.login' : 'order.counts'))
    await Promise.all(
      methods.map((method) =>
        counter.ask(
          method,
          method === 'session.login' ? { staffNo: '1001', password: 'counter-test-1' } : {},
        ),
      ),
    )
    expect(counter.lines.map((line) => JSON.parse(line).id)).toEqual(
      Array.from({ length: 31 }, (_, i) => i + 1),
    )
  })

  it('ends cleanly at the end of input: what was asked is answered, the folder is closed and whole', async () => {
    const { dir, counter } = await signedIn()
    const asked = Array.from({ length: 5 }, (_, i) =>
      counter.value('visit.create', {
        ...visit({ customer: { new: { name: `客户${i}`, phones: [] } } }),
        machines: [machine({ device: { new: { category: '手机', serial: `SN${i}` } } })],
      }),
    )
    const code = counter.end()
    expect(await Promise.all(asked)).toHaveLength(5)
    expect(await code).toBe(0)
    expect(checkFolder(dir, 0).filter((check) => !check.ok)).toEqual([])
  })
})

describe('every answer is durable', () => {
  it('killed right after the answer, the order is there, and its commandId answers the same again', async () => {
    const { dir, counter } = await signedIn()
    const first = await counter.value<{ orders: { number: string }[] }>('visit.create', visit(), 'c-1')
    await counter.kill()
    const again = serve(dir)
    await again.signIn()
    expect(await orderNumbers(again)).toEqual(first.orders.map((order) => order.number))
    expect(await again.value('visit.create', visit(), 'c-1')).toEqual(first)
    expect(await orderNumbers(again)).toHaveLength(1)
    expect(await again.ask('visit.create', visit({ broughtBy: '李四' }), 'c-1')).toMatchObject({
      error: { code: 1, data: { refusal: 'commandIdReused' } },
    })
  })

  it('STF-5 several people sign in one after another, and each acts under the own name', async () => {
    const { counter } = await signedIn()
    await counter.value('staff.add', { staffNo: '1002', name: '小李', roles: ['clerk'], password: 'first-1' })
    const mine = await counter.value<{ orders: { id: string }[] }>('visit.create', visit())
    expect(await counter.ask('session.login', { staffNo: '1002', password: 'wrong-1' })).toMatchObject({
      error: { code: 1, message: 'wrongPassword' },
    })
    await counter.signIn('1002', 'first-1')
    expect(await counter.ask('order.counts')).toMatchObject({
      error: { code: 1, message: 'passwordMustChange' },
    })
    await counter.value('session.changePassword', { oldPassword: 'first-1', newPassword: 'my-own-77' })
    const { id } = mine.orders[0] as { id: string }
    await counter.value('order.remark', { id, text: '客户催' })
    const { log } = await counter.value<{ log: { who: string }[] }>('order.log', { id })
    expect(log.map((line) => line.who)).toEqual(['王店长', '小李'])
  })
})
