import { LecternError } from '../../shared/outcome'
import { type OpenPress, printingFailed } from '../printing/press'
import type { EngineParent } from './parent'
import type { ToEngine } from './protocol'

type Printed = Extract<ToEngine, { type: 'printed' }>

/** Prints by way of the process that started the engine: Electron's main, whose own browser draws the page. */
export class DoorPress {
  #next = 1
  readonly #waiting = new Map<number, (printed: Printed) => void>()

  constructor(private readonly parent: Pick<EngineParent, 'send'>) {}

  /** Takes the door's answer to a `print`. */
  readonly take = (printed: Printed): void => {
    this.#waiting.get(printed.id)?.(printed)
    this.#waiting.delete(printed.id)
  }

  readonly open: OpenPress = async (signal) => ({
    print: async (order) => {
      signal?.throwIfAborted()
      const id = this.#next++
      const stop = () => this.parent.send({ type: 'stop-printing', id })
      signal?.addEventListener('abort', stop, { once: true })
      try {
        const { files, reason } = await new Promise<Printed>((resolve) => {
          this.#waiting.set(id, resolve)
          this.parent.send({ type: 'print', id, order })
        })
        signal?.throwIfAborted()
        if (files === null) throw printingFailed(new Error(reason))
        return files
      } catch (error) {
        throw signal?.aborted === true ? signal.reason : error instanceof LecternError ? error : printingFailed(error)
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    },
    close: async () => {},
  })
}
