// Every unfinished order. The list comes newest first and page by page, and the oldest are what matters here.
import type { OrderLine } from '#shared/contract/orders.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import type { CoreAnswer } from '#renderer/lib/api.ts'

const PAGE = 500

export const useUnfinished = (): CoreAnswer<readonly OrderLine[]> => {
  const first = usePage({})
  const second = usePage(after(first))
  const third = usePage(after(second))
  const fourth = usePage(after(third))
  const pages = [first, second, third, fourth]
  const waiting = pages.some((page) => page.loading)
  return {
    value: waiting || !first.value ? undefined : pages.flatMap((page) => page.value?.orders ?? []),
    problem: pages.find((page) => page.problem)?.problem,
    loading: waiting,
    refetch: first.refetch,
  }
}

type Page = Readonly<{ after?: string }> | null

/** The page behind one that was read; null while or where there is none. */
const after = ({ value }: CoreAnswer<{ next: string | null }>): Page =>
  value?.next ? { after: value.next } : null

const usePage = (page: Page) =>
  useCoreQuery('order.list', { view: 'unfinished', limit: PAGE, ...page }, { skip: page === null })
