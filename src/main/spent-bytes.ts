import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that may lie about before they are cleared up: what lives a moment only, and what is needed for a while as well. */
const MOST_SPENT = { minor: 8 * 1024 * 1024, major: 24 * 1024 * 1024 }

type How = keyof typeof MOST_SPENT
type Collect = (options: { readonly type: How }) => void

/** V8's own collector; null where it is not given out. */
const collector = (): Collect | null => {
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('globalThis.gc')
  return typeof found === 'function' ? (found as Collect) : null
}

/**
 * Counts bytes that were used and let go of, and has them cleared up when they are many. Left to itself V8 looks at the small objects that hold them, and lets 64 MB
 * of buffers lie before it clears up for their sake (`kExternalAllocationSoftLimit` in its `heap/heap.h`): in each thread that a file passes through.
 */
export class SpentBytes {
  #bytes = 0

  /**
   * @param how `minor` takes a millisecond, and finds what nobody needed for longer than that; `major`, for long work, takes some twenty, and finds what was held while
   * other things were made, as the blocks of several segments are that are merged
   * @param most bytes that may lie about
   */
  constructor(
    readonly how: How,
    readonly collect: Collect | null = collector(),
    readonly most = MOST_SPENT[how],
  ) {}

  /** @param bytes that nobody needs any more, the copies made of them on the way counted in */
  add(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes < this.most) return
    this.#bytes = 0
    this.collect?.({ type: this.how })
  }
}

/** Has all that this thread no longer needs cleared up at once, some twenty milliseconds: before another thread begins with a long task. */
export const clearUp = (collect: Collect | null = collector()): void => collect?.({ type: 'major' })
