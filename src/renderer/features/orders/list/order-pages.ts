// The order list as it grows while somebody scrolls: pages by cursor, and a refresh that reads again only what
// is in sight. A cursor names a place in the order of time, so what stands above it never has to be read again.
import type { Params, Value } from '#shared/contract/index.ts'
import type { OrderLine } from '#shared/contract/orders.ts'
import type { Outcome, Problem } from '../../../lib/problem.ts'

export type ListParams = Params<'order.list'>
export type AskOrders = (params: ListParams) => Promise<Outcome<Value<'order.list'>>>

/** Small, so that the first rows stand at once. */
export const FIRST_PAGE = 100
export const NEXT_PAGE = 300
/** Rows below the last one in sight at which the next page is asked for. */
const AHEAD = 150

export type Listed = Readonly<{
  rows: readonly OrderLine[]
  /** There are more behind these. */
  more: boolean
  /** `first`: another list was asked for, the rows are still the old ones. */
  busy: 'no' | 'first' | 'more' | 'refresh'
  /** The last read failed; the rows before it stay. */
  problem: Problem | undefined
  /** The params that the rows belong to; null before the first answer. */
  of: ListParams | null
}>

type Page = Readonly<{ after: string | undefined; rows: readonly OrderLine[]; next: string | null }>
type Seen = Readonly<{ from: number; to: number }>

const NOTHING: Listed = { rows: [], more: false, busy: 'no', problem: undefined, of: null }

/** The rows of pages in turn; an order that moved between two reads is shown once, where it was read first. */
const createRows = () => {
  let known = new Set<string>()
  const fresh = ({ rows }: Page) => rows.filter(({ id }) => !known.has(id) && known.add(id))
  return {
    /** Cheap at any length: a hundred thousand rows are not looked at again for each page. */
    after: (rows: readonly OrderLine[], page: Page): readonly OrderLine[] => rows.concat(fresh(page)),
    of: (pages: readonly Page[]): readonly OrderLine[] => {
      known = new Set()
      return pages.flatMap(fresh)
    },
  }
}

export const createOrderPages = (ask: AskOrders) => {
  let listed = NOTHING
  let pages: readonly Page[] = []
  let params: ListParams = {}
  let round = 0
  let seen: Seen = { from: 0, to: 0 }
  let again = false
  const rows = createRows()
  const listeners = new Set<() => void>()

  const publish = (patch: Partial<Listed>) => {
    listed = { ...listed, ...patch }
    for (const listener of listeners) listener()
  }
  const show = (next: readonly Page[], shown: readonly OrderLine[], problem?: Problem) => {
    pages = next
    publish({
      rows: shown,
      more: (pages.at(-1)?.next ?? null) !== null,
      busy: 'no',
      problem,
      of: params,
    })
    if (again) {
      again = false
      void refresh()
    } else void loadAhead()
  }

  const read = async (after: string | undefined, limit: number): Promise<Page | Problem> => {
    const outcome = await ask({ ...params, limit, ...(after === undefined ? {} : { after }) })
    return outcome.ok ? { after, rows: outcome.value.orders, next: outcome.value.next } : outcome.problem
  }
  const isPage = (answer: Page | Problem): answer is Page => 'rows' in answer

  const open = async (next: ListParams) => {
    params = next
    const mine = (round += 1)
    seen = { from: 0, to: 0 }
    again = false
    publish({ busy: 'first' })
    const answer = await read(undefined, FIRST_PAGE)
    if (mine !== round) return
    if (isPage(answer)) show([answer], rows.of([answer]))
    else show([], rows.of([]), answer)
  }

  const loadAhead = async () => {
    const after = pages.at(-1)?.next ?? null
    if (listed.busy !== 'no' || after === null || listed.problem || seen.to < listed.rows.length - AHEAD)
      return
    const mine = round
    publish({ busy: 'more' })
    const answer = await read(after, NEXT_PAGE)
    if (mine !== round) return
    if (isPage(answer)) show([...pages, answer], rows.after(listed.rows, answer))
    else publish({ busy: 'no', problem: answer })
  }

  /** Reads again from the page of the first row in sight; what lies behind is read when it is scrolled to. */
  const refresh = async () => {
    if (listed.of === null) return listed.busy === 'no' ? open(params) : undefined
    if (listed.busy !== 'no') {
      again = true
      return
    }
    const mine = round
    publish({ busy: 'refresh' })
    let kept = 0
    let start = 0
    for (const page of pages.slice(0, -1)) {
      if (start + page.rows.length > seen.from) break
      start += page.rows.length
      kept += 1
    }
    const wanted = seen.to - start
    const fresh: Page[] = []
    let got = 0
    let after = pages[kept]?.after
    do {
      const answer = await read(after, Math.max(FIRST_PAGE, Math.min(500, wanted - got)))
      if (mine !== round) return
      if (!isPage(answer)) return publish({ busy: 'no', problem: answer })
      fresh.push(answer)
      got += answer.rows.length
      after = answer.next ?? undefined
    } while (after !== undefined && got < wanted)
    const all = [...pages.slice(0, kept), ...fresh]
    show(all, rows.of(all))
  }

  return {
    /** Shows another list; the old rows stay until the new ones are there. */
    open: (next: ListParams) => void open(next),
    /** The rows in sight. */
    look: (next: Seen) => {
      seen = next
      void loadAhead()
    },
    /** Something changed in the core. */
    refresh: () => void refresh(),
    /** After a problem: on from where it stopped. */
    retry: () => {
      publish({ problem: undefined })
      if (pages.length === 0) void open(params)
      else void refresh()
    },
    /** What a command just answered, before the refresh that follows. */
    patch: (id: string, change: Partial<OrderLine>) => {
      const patched = (row: OrderLine) => (row.id === id ? { ...row, ...change } : row)
      pages = pages.map((page) =>
        page.rows.some((row) => row.id === id) ? { ...page, rows: page.rows.map(patched) } : page,
      )
      publish({ rows: listed.rows.map(patched) })
    },
    now: () => listed,
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export type OrderPages = ReturnType<typeof createOrderPages>
