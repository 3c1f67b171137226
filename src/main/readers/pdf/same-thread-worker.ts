/**
 * The worker of pdfjs in the thread it is asked from: the reader's process is its own fence, and a worker would be loaded from a file of its own.
 *
 * pdfjs can do so by itself, but copies every message as if it went to another thread, and for a page of text that takes as long as reading it. Here the pieces of text
 * and of drawings, which are most of what is sent and which the worker does not touch again, are handed over as they are.
 */
import { PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { prepareSurroundings } from './surroundings'

type Listener = (event: { readonly data: unknown }) => void

/** What a stream of pdfjs hands on: lists in a plain object. */
type Chunk = Readonly<Record<string, unknown>>

const chunkOf = (message: unknown): Chunk | null => {
  const chunk: unknown = typeof message === 'object' && message !== null && 'chunk' in message ? message.chunk : null
  return typeof chunk === 'object' && chunk !== null && !ArrayBuffer.isView(chunk) && !(chunk instanceof ArrayBuffer) && !Array.isArray(chunk) ? (chunk as Chunk) : null
}

/** The lists themselves are emptied and filled again by the sender; what is in them is not. */
const withOwnLists = (chunk: Chunk): Chunk => Object.fromEntries(Object.entries(chunk).map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? value.slice() : value]))

/** As much of a `MessagePort` as pdfjs uses. Both ends listen to one port and pass over what is for the other, which every message names. */
class SameThreadPort {
  readonly #listeners = new Set<Listener>()

  postMessage(message: object, transfer: NonNullable<Parameters<typeof structuredClone>[1]>['transfer'] | null = null): void {
    const chunk = chunkOf(message)
    const data: unknown = chunk === null ? structuredClone(message, transfer === null ? undefined : { transfer }) : { ...message, chunk: withOwnLists(chunk) }
    // After what runs now, as from another thread. An error of a listener is pdfjs' own to see, like one of its promises.
    void Promise.resolve().then(() => {
      for (const listener of this.#listeners) listener({ data })
    })
  }

  addEventListener(_name: 'message', listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener)
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true })
  }

  removeEventListener(_name: 'message', listener: Listener): void {
    this.#listeners.delete(listener)
  }
}

let worker: Promise<PDFWorker> | null = null

const start = async (): Promise<PDFWorker> => {
  // The worker looks around once, while it is loaded.
  prepareSurroundings()
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const port = new SameThreadPort()
  WorkerMessageHandler.initializeFromPort(port)
  // pdfjs' types have null for every port there could be.
  return new PDFWorker({ port: port as unknown as null, verbosity: VerbosityLevel.ERRORS })
}

/** The one worker of this process, for any number of documents. */
export const sameThreadWorker = (): Promise<PDFWorker> => (worker ??= start())
