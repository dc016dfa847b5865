// Whether the person here may change the shop; the core decides in any case, the window only does not offer it.
import { useAppSelector } from '#renderer/app/store.ts'

export const useMayManage = (): boolean =>
  useAppSelector((state) => state.window.person?.roles.includes('manager') ?? false)
