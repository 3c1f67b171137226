import { setImmediate } from 'node:timers/promises'

/**
 * Runs work that comes in slices, and lets every other call that waits have its turn between two of them.
 * @param signal ends it between two slices, by throwing
 * @returns what the work comes to
 */
export async function inSlices<T>(work: Iterator<void, T>, signal: AbortSignal | undefined): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    await setImmediate()
    signal?.throwIfAborted()
  }
}
