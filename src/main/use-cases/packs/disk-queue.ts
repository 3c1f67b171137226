import { closeSync, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'

/** Files on their way to the disk at the same time, each of them open: more than a pack has, so that none waits for the next pack to be made. */
const AT_ONCE = 8

const dataToDisk = promisify(fdatasync)

/** Brings files to the disk while the next ones are made: the disk works beside the processor instead of after it. */
export class DiskQueue {
  readonly #waiting: string[] = []
  #working: Promise<void>[] = []
  #failure: { readonly reason: unknown } | null = null

  /** @param paths files that are finished; they may be replaced or removed meanwhile */
  add(paths: readonly string[]): void {
    this.#waiting.push(...paths)
    while (this.#working.length < AT_ONCE && this.#waiting.length > 0) {
      const worker: Promise<void> = this.#work().finally(() => void (this.#working = this.#working.filter((one) => one !== worker)))
      this.#working.push(worker)
    }
  }

  /**
   * Waits until every file that was given is on the disk.
   * @throws what kept one of them from it
   */
  async settle(): Promise<void> {
    while (this.#working.length > 0) await Promise.all(this.#working)
    const failure = this.#failure
    this.#failure = null
    if (failure !== null) throw failure.reason
  }

  /** Never rejects: nobody may be waiting yet. */
  async #work(): Promise<void> {
    for (let path = this.#waiting.shift(); path !== undefined; path = this.#waiting.shift()) {
      try {
        await toDisk(path)
      } catch (reason) {
        this.#failure ??= { reason }
      }
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
