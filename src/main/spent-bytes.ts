import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that may lie about before they are cleared up. */
const MOST_SPENT = 8 * 1024 * 1024

type Collect = (options: { readonly type: 'minor' }) => void

/** V8's own collector; null where it is not given out. */
const collector = (): Collect | null => {
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('globalThis.gc')
  return typeof found === 'function' ? (found as Collect) : null
}

/**
 * Counts bytes that were used and let go of, and has them cleared up when they are many. Left to itself V8 looks at the small objects that hold them, and lets 64 MB
 * of buffers lie before it clears up for their sake (`kExternalAllocationSoftLimit` in its `heap/heap.h`): in each thread that a file passes through. Clearing up what is young takes
 * the thread about a millisecond.
 */
export class SpentBytes {
  #bytes = 0

  constructor(readonly collect: Collect | null = collector()) {}

  /** @param bytes that nobody needs any more, the copies made of them on the way counted in */
  add(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes < MOST_SPENT) return
    this.#bytes = 0
    this.collect?.({ type: 'minor' })
  }
}
