// What is still to come, the earliest first; of the same moment, what was entered first.

type Entry<T> = Readonly<{ at: number; turn: number; what: T }>

/** A binary heap: with thousands of open orders, finding the next step must not look at all of them. */
export const createAgenda = <T>() => {
  const heap: Entry<T>[] = []
  let turns = 0
  const isBefore = (a: Entry<T>, b: Entry<T>): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn)
  const swap = (i: number, j: number): void => {
    const kept = heap[i] as Entry<T>
    heap[i] = heap[j] as Entry<T>
    heap[j] = kept
  }
  return {
    /** When the next one is due; Infinity if nothing is. */
    nextAt: (): number => heap[0]?.at ?? Number.POSITIVE_INFINITY,
    add: (at: number, what: T): void => {
      let i = heap.push({ at, turn: (turns += 1), what }) - 1
      for (
        let up = (i - 1) >> 1;
        i > 0 && isBefore(heap[i] as Entry<T>, heap[up] as Entry<T>);
        up = (i - 1) >> 1
      ) {
        swap(i, up)
        i = up
      }
    },
    take: (): T => {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last) throw new Error('nothing is on the agenda')
      if (heap.length > 0) {
        heap[0] = last
        for (let i = 0; ;) {
          let least = i
          for (const child of [2 * i + 1, 2 * i + 2]) {
            if (child < heap.length && isBefore(heap[child] as Entry<T>, heap[least] as Entry<T>))
              least = child
          }
          if (least === i) break
          swap(i, least)
          i = least
        }
      }
      return first.what
    },
  }
}
