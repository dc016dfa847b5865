// Somebody who works in the shop of a test.
import type { Params } from '#shared/contract/index.ts'
import { PASSWORD, signIn } from './core.ts'
import type { TestConnection, TestCore } from './core.ts'

/** Has chosen a password already (PASSWORD), signed in on a connection of their own. */
export const hire = async (
  { manager, connect }: Pick<TestCore, 'connect'> & { manager: TestConnection },
  given: Readonly<{ staffNo: string; name: string; roles: Params<'staff.add'>['roles'] }>,
): Promise<TestConnection & { staffId: string }> => {
  const { id } = await manager.value('staff.add', { ...given, password: 'first-1' })
  const connection = connect()
  await signIn(connection, given.staffNo, 'first-1')
  await connection.value('session.changePassword', { oldPassword: 'first-1', newPassword: PASSWORD })
  return { ...connection, staffId: id }
}
