// Choosing whose visit this is, from wherever: a hit, a probable duplicate, the owner of a serial number.
import { useAsk } from '#renderer/lib/api.ts'
import type { IntakeForm, MachineForm } from '#shared/domain/intake/index.ts'
import { emptyDevice, newCustomerFrom } from '#shared/domain/intake/index.ts'
import type { Candidate } from './candidates.ts'
import { deviceChoice } from './device-choice.ts'
import { useSession } from './session.ts'

/** Machines of somebody else cannot stay chosen when the customer changes. */
const detached = (machine: MachineForm): MachineForm =>
  machine.device.kind === 'existing'
    ? { ...machine, device: { kind: 'none' }, secondOrder: false, comebackOf: '' }
    : machine

export const useCustomerMoves = () => {
  const { store, focus, typeAhead } = useSession()
  const ask = useAsk()

  const setCustomer = (form: IntakeForm, id: string, name: string): IntakeForm => ({
    ...form,
    customer: { kind: 'existing', id, name },
    machines: form.machines.map(detached),
  })

  const goToMachine = (): void => {
    const { form, active } = store.get()
    const index = Math.max(
      0,
      form.machines.findIndex(({ key }) => key === active),
    )
    const machine = form.machines[index]
    if (machine?.device.kind === 'existing') focus.to(`machines.${index}.reportedFault`)
    else if (machine?.device.kind === 'new') focus.to(`machines.${index}.device.new.category`)
    else focus.to(`machines.${index}.device`)
  }

  /** The customer by id; with a machine, that one is chosen too and the fault comes next. */
  const takeCustomer = async (id: string, name: string, deviceId: string | null = null): Promise<void> => {
    store.change('customer', (form) => setCustomer(form, id, name))
    store.set({ ...store.get(), stopped: null })
    if (deviceId === null) return goToMachine()
    typeAhead.hold()
    const answer = await ask('customer.devices', { customerId: id })
    const known = answer.ok ? answer.value.devices.find((device) => device.id === deviceId) : undefined
    const { active } = store.get()
    if (known)
      store.change('machines', (form) => ({
        ...form,
        machines: form.machines.map((one) =>
          one.key === active ? { ...one, device: deviceChoice(known) } : one,
        ),
      }))
    goToMachine()
    typeAhead.release()
  }

  const take = async ({ hit, customerId, deviceId }: Candidate): Promise<void> => {
    if (hit.kind === 'customer') return takeCustomer(hit.id, hit.name)
    if (customerId !== null)
      return takeCustomer(customerId, 'customerName' in hit ? hit.customerName : '', deviceId)
    const order = await ask('order.get', { id: hit.id })
    if (order.ok)
      await takeCustomer(order.value.customer.id, order.value.customer.name, order.value.device.id)
  }

  /** What was typed becomes a new customer's number or name; the other one is asked for next. */
  const makeNew = (typed: string): void => {
    const customer = newCustomerFrom(typed)
    store.change('customer', (form) => ({
      ...form,
      customer: { kind: 'new', notADuplicate: false, ...customer },
      machines: form.machines.map((one) =>
        one.device.kind === 'new'
          ? one
          : {
              ...one,
              device: { kind: 'new', sameSerialAs: '', ...emptyDevice },
              secondOrder: false,
              comebackOf: '',
            },
      ),
    }))
    focus.to(customer.name === '' ? 'customer.new.name' : 'customer.new.phones.0')
  }

  /** Back to the search field; what else was filled in stays. */
  const searchAgain = (): void => {
    store.change('customer', (form) => ({
      ...form,
      customer: { kind: 'none', typed: '' },
      machines: form.machines.map(detached),
    }))
    focus.to('customer')
  }

  return { take, takeCustomer, makeNew, searchAgain, goToMachine }
}
