// Who repairs does not review, unless the shop is small and says so (rule STF-2).
import { expect, it } from 'vitest'
import { openReader } from '#core/db/connection.ts'
import { createHandle } from '#core/db/handle.ts'
import { mayCombineDuties } from '#core/shop/index.ts'
import { startShop } from '#test/support/core.ts'

it('STF-2 one person may do what two would only while fewer than five work here and the setting is on', async () => {
  const { manager, dir } = await startShop()
  const driver = openReader(`${dir}/counter.db`)
  const db = createHandle(driver)
  const seen = [mayCombineDuties(db)]
  await manager.value('shop.changeSettings', { combineDuties: false })
  seen.push(mayCombineDuties(db))
  await manager.value('shop.changeSettings', { combineDuties: true })
  let last = ''
  for (const staffNo of ['2', '3', '4', '5']) {
    const person = { staffNo, name: `员工${staffNo}`, roles: ['clerk' as const], password: 'first-1' }
    last = (await manager.value('staff.add', person)).id
    seen.push(mayCombineDuties(db))
  }
  // Somebody left: four work here again.
  await manager.value('staff.change', { id: last, active: false })
  seen.push(mayCombineDuties(db))
  driver.close()
  expect(seen).toEqual([true, false, true, true, true, false, true])
})
