import { closeSync, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'

/** Files on their way to the disk at the same time, each of them open: more than a pack has, so that none waits for the next pack to be made. */
const AT_ONCE = 8

const dataToDisk = promisify(fdatasync)

/** Brings files to the disk while the next ones are made: the disk works beside the processor instead of after it. */
export class DiskQueue {
  readonly #waiting: string[] = []
  readonly #onTheWay = new Set<Promise<void>>()
  #failure: { readonly reason: unknown } | null = null

  /** @param paths files that are finished; they may be replaced or removed meanwhile */
  add(paths: readonly string[]): void {
    this.#waiting.push(...paths)
    this.#next()
  }

  /**
   * Waits until every file that was given is on the disk.
   * @throws what kept one of them from it
   */
  async settle(): Promise<void> {
    while (this.#onTheWay.size > 0) await Promise.all(this.#onTheWay)
    const failure = this.#failure
    this.#failure = null
    if (failure !== null) throw failure.reason
  }

  #next(): void {
    while (this.#onTheWay.size < AT_ONCE) {
      const path = this.#waiting.shift()
      if (path === undefined) return
      // Never rejects: nobody may be waiting yet.
      const one: Promise<void> = toDisk(path)
        .catch((reason: unknown) => void (this.#failure ??= { reason }))
        .then(() => {
          this.#onTheWay.delete(one)
          this.#next()
        })
      this.#onTheWay.add(one)
    }
  }
}

/** Opened at once, so that all that is waited for is one step of another thread. */
async function toDisk(path: string): Promise<void> {
  const descriptor = openSync(path, 'r+')
  try {
    await dataToDisk(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
