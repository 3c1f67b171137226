/**
 * Told before every step of a long deed how many are done, of how many. It may throw to stop the deed: what the deed has written goes with the transaction that it
 * runs in.
 */
export type Watch = (done: number, total: number) => void

export const unwatched: Watch = () => undefined

/**
 * A part of a larger piece of work, of which `before` is done when it begins.
 * @param share of the whole's `total` that the part is, however it counts its own steps; without it, it counts as the whole does
 */
export const partOf =
  (watch: Watch, before: number, total: number, share?: number): Watch =>
  (done, all) =>
    watch(before + (share === undefined ? done : Math.floor((share * done) / Math.max(all, 1))), total)

/**
 * Passes progress on until a signal says to stop.
 * @param stopped makes what is thrown then
 */
export const stoppable =
  (progress: Watch, signal: AbortSignal | undefined, stopped: () => Error): Watch =>
  (done, total) => {
    if (signal?.aborted === true) throw stopped()
    progress(done, total)
  }
