import { EventPublisher } from '@orpc/server'
import type { OpeningStep } from '../../../shared/contract/opening'

/** How far a library is from being open. */
export class OpeningState {
  #latest: OpeningStep | null = null
  readonly #publisher = new EventPublisher<{ step: OpeningStep }>()
  readonly #over = new AbortController()

  /** @param opened resolves when the library is open, and rejects when it cannot be */
  constructor(readonly opened: Promise<unknown>) {
    const end = () => this.#over.abort()
    opened.then(end, end)
  }

  tell(step: OpeningStep): void {
    this.#latest = step
    this.#publisher.publish('step', step)
  }

  /**
   * What is being done and whatever comes next, until the library is open.
   * @throws what `opened` rejects with; `signal` ends it, too
   */
  async *steps(signal: AbortSignal | undefined): AsyncGenerator<OpeningStep, void, void> {
    const ends = signal === undefined ? this.#over.signal : AbortSignal.any([this.#over.signal, signal])
    if (!ends.aborted) {
      const next = this.#publisher.subscribe('step', { signal: ends })
      if (this.#latest !== null) yield this.#latest
      try {
        yield* next
      } catch (error) {
        if (!ends.aborted) throw error
      }
    }
    if (signal?.aborted !== true) await this.opened
  }
}

/** Of a library that is open. */
export const isOpen = new OpeningState(Promise.resolve())
