import type { Readable, Writable } from 'node:stream'

type Message = { readonly id?: number; readonly method?: string; readonly sessionId?: string; readonly params?: Params; readonly result?: Params; readonly error?: { readonly message: string } }
export type Params = Readonly<Record<string, unknown>>

/**
 * The Chrome DevTools Protocol over the two pipes of `--remote-debugging-pipe`: JSON messages, each ended by a zero byte. No port is opened, so
 * nobody else on the computer can reach the browser.
 */
export class DevtoolsPipe {
  #next = 1
  #ended: Error | null = null
  readonly #waiting = new Map<number, { resolve: (result: Params) => void; reject: (error: Error) => void }>()
  readonly #listeners = new Map<string, Set<(params: Params) => void>>()

  constructor(
    private readonly input: Writable,
    output: Readable,
  ) {
    let parts: Buffer[] = []
    output.on('data', (chunk: Buffer) => {
      let rest = chunk
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#receive(Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8'))
        parts = []
        rest = rest.subarray(end + 1)
      }
      if (rest.byteLength > 0) parts.push(rest)
    })
    const ended = () => this.end(new Error('The browser has ended.'))
    output.once('close', ended)
    output.once('error', ended)
    input.once('error', ended)
  }

  /** @param session the target's, where it is not the browser that is asked. @throws what the browser answered */
  send(method: string, params: Params = {}, session?: string): Promise<Params> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.input.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`)
    })
  }

  /** Calls back for every event of this name, of any target. */
  on(method: string, listener: (params: Params) => void): void {
    const listeners = this.#listeners.get(method) ?? new Set()
    this.#listeners.set(method, listeners.add(listener))
  }

  /** What waits fails with `error`, and so does everything that is sent from now on. */
  end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }

  #receive(json: string): void {
    const { id, method, params = {}, result = {}, error } = JSON.parse(json) as Message
    if (method !== undefined) for (const listener of this.#listeners.get(method) ?? []) listener(params)
    if (id === undefined) return
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) waiting?.resolve(result)
    else waiting?.reject(new Error(error.message))
  }
}
