// Adding, removing and opening the machines of a visit, and choosing what a machine is.
import type { DeviceWithHistory } from '#shared/contract/customers.ts'
import type { DevicePart, NewDevice } from '#shared/domain/intake/index.ts'
import { emptyDevice, emptyMachine } from '#shared/domain/intake/index.ts'
import { deviceChoice } from './device-choice.ts'
import { machineAt, pathOf, useSession } from './session.ts'

const MOST_MACHINES = 20

export const useMachineMoves = () => {
  const { store, focus, passcodes, newKey } = useSession()

  const setDevice = (key: string, device: DevicePart): void =>
    store.change(`${pathOf(store.get().form, key)}.device`, (form) => ({
      ...form,
      machines: form.machines.map((one) =>
        one.key === key ? { ...one, device, secondOrder: false, comebackOf: '' } : one,
      ),
    }))

  const openCard = (key: string): void => {
    if (store.get().active !== key) store.set({ ...store.get(), active: key })
  }

  return {
    setDevice,
    choose: (key: string, device: DeviceWithHistory): void => {
      setDevice(key, deviceChoice(device))
      focus.to(`${pathOf(store.get().form, key)}.reportedFault`)
    },
    startNew: (key: string): void => {
      setDevice(key, { kind: 'new', sameSerialAs: '', ...emptyDevice })
      focus.to(`${pathOf(store.get().form, key)}.device.new.category`)
    },
    chooseAgain: (key: string): void => {
      setDevice(key, { kind: 'none' })
      focus.to(`${pathOf(store.get().form, key)}.device`)
    },
    changeNew: (key: string, at: keyof NewDevice, patch: Partial<NewDevice>): void =>
      store.change(`${pathOf(store.get().form, key)}.device.new.${at}`, (form) => ({
        ...form,
        machines: form.machines.map((one) =>
          one.key === key && one.device.kind === 'new'
            ? {
                ...one,
                device: {
                  ...one.device,
                  ...patch,
                  sameSerialAs: at === 'serial' ? '' : one.device.sameSerialAs,
                },
              }
            : one,
        ),
      })),
    add: (): void => {
      const { form, startLimit } = store.get()
      if (form.machines.length >= MOST_MACHINES) return
      const key = newKey()
      const fresh = emptyMachine(key, startLimit)
      const machine =
        form.customer.kind === 'new'
          ? { ...fresh, device: { kind: 'new' as const, sameSerialAs: '', ...emptyDevice } }
          : fresh
      store.change('machines.count', (now) => ({ ...now, machines: [...now.machines, machine] }))
      store.set({ ...store.get(), active: key })
      const at = `machines.${form.machines.length}.device`
      focus.to(machine.device.kind === 'new' ? `${at}.new.category` : at)
    },
    remove: (key: string): void => {
      const { form, active } = store.get()
      if (form.machines.length < 2) return
      const index = machineAt(form, key)
      passcodes.delete(key)
      store.change('machines', (now) => ({ ...now, machines: now.machines.filter((one) => one.key !== key) }))
      const left = store.get().form.machines
      const next = active === key ? left[Math.min(index, left.length - 1)]?.key : active
      store.set({ ...store.get(), active: next ?? '' })
    },
    activate: (key: string): void => {
      openCard(key)
      focus.to(`${pathOf(store.get().form, key)}.reportedFault`)
    },
    openCard,
  }
}
