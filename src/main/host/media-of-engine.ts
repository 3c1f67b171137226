import type { FromEngine, ToEngine } from '../engine/protocol'
import type { FindMedium, StoredMedium } from './medium-answer'

/** Asks the engine's process, which alone knows the library, where a film or a sound lies. */
export class MediaOfEngine {
  #next = 1
  #ended = false
  readonly #waiting = new Map<number, (medium: StoredMedium | null) => void>()

  constructor(private readonly send: (message: ToEngine) => void) {}

  /** Takes what the engine's process tells; passes over what is not for it. */
  readonly hear = (message: FromEngine): void => {
    if (message.type !== 'medium-found') return
    this.#waiting.get(message.id)?.(message.medium)
    this.#waiting.delete(message.id)
  }

  /** The engine has ended: nothing is found any more. */
  readonly end = (): void => {
    this.#ended = true
    for (const answer of this.#waiting.values()) answer(null)
    this.#waiting.clear()
  }

  readonly find: FindMedium = async (hash) => {
    if (this.#ended) return null
    return new Promise((resolve) => {
      const id = this.#next++
      this.#waiting.set(id, resolve)
      this.send({ type: 'find-medium', id, hash })
    })
  }
}
