// Who a new customer may already be: asked when a field is left, kept for the text that it was asked for.
import { useRef, useState } from 'react'
import type { Duplicate } from '#shared/contract/customers.ts'
import { useAsk } from '#renderer/lib/api.ts'
import { useSession } from './session.ts'

type Found = Readonly<{ asked: string; list: readonly Duplicate[] }>

export const useDuplicates = () => {
  const ask = useAsk()
  const { store } = useSession()
  const [found, setFound] = useState<Found>({ asked: '', list: [] })
  const running = useRef<Promise<readonly Duplicate[]> | null>(null)

  const question = () => {
    const { customer } = store.get().form
    if (customer.kind !== 'new') return null
    const { name, company } = customer
    const phones = customer.phones.map((phone) => phone.trim().slice(0, 40)).filter(Boolean)
    return { name: name.slice(0, 60), company: company.slice(0, 80), phones }
  }

  const look = async (): Promise<readonly Duplicate[]> => {
    const params = question()
    if (!params || (params.phones.length === 0 && params.name.trim() === '')) return []
    const asked = JSON.stringify(params)
    if (asked === found.asked) return found.list
    await running.current
    const work = ask('customer.duplicates', params).then((answer) => {
      const list = answer.ok ? answer.value.duplicates : []
      if (JSON.stringify(question()) === asked) setFound({ asked, list })
      return list
    })
    running.current = work
    return work
  }

  return {
    found: found.list,
    look,
  }
}
