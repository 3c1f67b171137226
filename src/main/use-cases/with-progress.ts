/** How far some work is. */
export type Progress = { readonly type: 'progress'; readonly done: number; readonly total: number }

/** Reports closer together than this tell nobody anything. */
const INTERVAL = 100

const asleep = (): void => undefined

/**
 * Turns work that reports its progress to a function into a stream of events that ends with what the work made. Only the latest report waits to be
 * taken; ending the stream early stops the work and waits until it has cleaned up.
 *
 * @param signal stops the work, too
 */
export async function* withProgress<Result>(
  work: (report: (done: number, total: number) => void, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal | undefined,
  now: () => number,
): AsyncGenerator<Progress | Result, void, void> {
  const stop = new AbortController()
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal])
  let latest: Progress | null = null
  let wake = asleep
  let reported = -Infinity
  let settled = false
  const result = work((done, total) => {
    if (now() - reported < INTERVAL) return
    reported = now()
    latest = { type: 'progress', done, total }
    wake()
  }, either).finally(() => {
    settled = true
    wake()
  })
  // A failure is thrown below, when its turn comes.
  result.catch(() => undefined)
  try {
    for (;;) {
      const waiting: Progress | null = latest
      latest = null
      if (waiting !== null) yield waiting
      else if (settled) break
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    yield await result
  } finally {
    stop.abort()
    await result.catch(() => undefined)
  }
}
