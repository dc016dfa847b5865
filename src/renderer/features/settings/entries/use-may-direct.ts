// Whether the person here may change directories; the core decides in any case, the window only does not offer it.
import { may } from '#shared/domain/staff/rights.ts'
import { useAppSelector } from '#renderer/app/store.ts'

export const useMayDirect = (): boolean =>
  useAppSelector((state) =>
    may('manageDirectories').some((role) => state.window.person?.roles.includes(role)),
  )
