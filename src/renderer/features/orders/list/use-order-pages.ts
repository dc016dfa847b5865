// The pages of the order list in React: kept while another screen is shown, refreshed when the core says so.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useAsk, useBridge } from '../../../lib/api.ts'
import { createOrderPages } from './order-pages.ts'
import type { Listed, ListParams, OrderPages } from './order-pages.ts'

/** A burst of changes (a print run, a sync) is one refresh. */
const REFRESH_MS = 120
const SHOWN_IN_LIST = new Set(['workOrder', 'customer', 'device', 'everything'])

export const useOrderPages = (params: ListParams): Readonly<{ pages: OrderPages; listed: Listed }> => {
  const { listen } = useBridge()
  const ask = useRef(useAsk())
  const [pages] = useState(() => createOrderPages((asked) => ask.current('order.list', asked)))
  const listed = useSyncExternalStore(pages.listen, pages.now)
  const key = JSON.stringify(params)
  // Also each time the screen is shown again: meanwhile it heard of no change.
  useEffect(() => {
    const { of, busy } = pages.now()
    if (of !== null && busy !== 'first' && JSON.stringify(of) === key) pages.refresh()
    else pages.open(JSON.parse(key) as ListParams)
  }, [pages, key])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(pages.refresh, REFRESH_MS)
    }
    const stop = listen((event) => {
      if (event.type === 'core' && event.state === 'up') soon()
      if (event.type === 'changed' && event.tags.some((tag) => SHOWN_IN_LIST.has(tag.split(':')[0] ?? '')))
        soon()
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [listen, pages])
  return { pages, listed }
}
