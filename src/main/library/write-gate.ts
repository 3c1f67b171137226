import type { WriteTurns } from './sql'

/** A write was asked for while another connection has its turn. Nothing has happened; it can be asked for again after {@link WriteGate.opened}. */
export class HeldElsewhere extends Error {
  constructor() {
    super('Another connection is writing to the library.')
    this.name = 'HeldElsewhere'
  }
}

/**
 * The turns of a connection that may not wait, because its thread has windows to answer. Turns change hands between two calls only: what a call stores in one go is never
 * cut in two.
 */
export class WriteGate implements WriteTurns {
  #waiting: (() => void)[] = []
  #isHeld = false

  /** Another connection begins to write. */
  close(): void {
    this.#isHeld = true
  }

  open(): void {
    this.#isHeld = false
    for (const go of this.#waiting.splice(0)) go()
  }

  /** Resolves once this connection may write; at once when it may. */
  async opened(): Promise<void> {
    while (this.#isHeld) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** @throws HeldElsewhere */
  take(): void {
    if (this.#isHeld) throw new HeldElsewhere()
  }

  giveBack(): void {
    // Its writes are synchronous: between two calls the turn is nobody's.
  }
}
