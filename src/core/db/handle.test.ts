import { afterEach, expect, it } from 'vitest'
import { openDriver } from './driver.ts'
import { createHandle, text } from './handle.ts'

const realFunction = globalThis.Function
afterEach(() => {
  globalThis.Function = realFunction
})

/** The driver makes a function that builds rows each time SQLite has compiled a statement. */
const countCompiled = (): { times: number } => {
  const compiled = { times: 0 }
  globalThis.Function = new Proxy(realFunction, {
    apply: (target, self, args) => {
      compiled.times += 1
      return Reflect.apply(target, self, args) as unknown
    },
  })
  return compiled
}

it('a question that joins and sorts is compiled once, however often it is asked', () => {
  const driver = openDriver(':memory:')
  driver.exec(
    `create table shelf (id text primary key, room text) strict;
     create table thing (id text primary key, shelf text, size integer) strict;
     insert into shelf values ('a', 'x'), ('b', 'y');
     insert into thing values ('1', 'a', 5), ('2', 'a', 3), ('3', 'b', 4);`,
  )
  const db = createHandle(driver)
  const onShelf = (shelf: string) =>
    db.all<{ id: string; room: string }>(
      text(
        'select t.id, s.room from thing t join shelf s on s.id = t.shelf where t.shelf = ? order by t.size',
        shelf,
      ),
    )
  const compiled = countCompiled()
  const answers = ['a', 'b', 'c', 'a'].map(onShelf)
  expect({ answers: answers.map((rows) => rows.map(({ id }) => id).join()), times: compiled.times }).toEqual({
    answers: ['2,1', '3', '', '2,1'],
    times: 1,
  })
  driver.close()
})
