import { setImmediate } from 'node:timers/promises'

/**
 * Runs work that comes in slices, and lets every other call that waits have its turn between two of them.
 * @param signal ends it between two slices, by throwing
 */
export async function inSlices(work: Iterator<void>, signal: AbortSignal | undefined): Promise<void> {
  while (work.next().done !== true) {
    await setImmediate()
    signal?.throwIfAborted()
  }
}
