/** How far some work is. */
export type Progress<Doing = never> = { readonly type: 'progress'; readonly done: number; readonly total: number; /** Which part of the work it is, where it says so. */ readonly doing?: Doing }

/** Reports closer together than this tell nobody anything. */
const INTERVAL = 100

const asleep = (): void => undefined

/**
 * Turns work that reports its progress to a function into a stream of events that ends with what the work made. Only the latest report waits to be
 * taken; ending the stream early stops the work and waits until it has cleaned up.
 *
 * @param signal stops the work, too
 */
export async function* withProgress<Result, Doing = never>(
  work: (report: (done: number, total: number, doing?: Doing) => void, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal | undefined,
  now: () => number,
): AsyncGenerator<Progress<Doing> | Result, void, void> {
  const stop = new AbortController()
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal])
  let latest: Progress<Doing> | null = null
  let wake = asleep
  let reported = -Infinity
  let part: Doing | undefined
  let settled = false
  const result = work((done, total, doing) => {
    if (now() - reported < INTERVAL && doing === part) return
    reported = now()
    part = doing
    latest = { type: 'progress', done, total, ...(doing !== undefined && { doing }) }
    wake()
  }, either).finally(() => {
    settled = true
    wake()
  })
  // A failure is thrown below, when its turn comes.
  result.catch(() => undefined)
  try {
    for (;;) {
      const waiting: Progress<Doing> | null = latest
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
