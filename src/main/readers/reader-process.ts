import type { TableRow } from '../../shared/model/table'
import { LecternError, type Outcome } from '../../shared/outcome'
import { forkNode } from '../host/fork-node'
import { cancelled, readerTimeout, tooLarge } from './refusals'
import type { DeckReading } from './read-deck-file'
import type { DocumentReading } from './read-document'
import type { ReaderReply, ReaderRequest } from './reader-messages'
import type { TemplateReading } from './template/read-template'

/** The part of a child process that we rely on; Node's fork and Electron's utilityProcess both give it. */
export interface ReaderChild {
  send(request: ReaderRequest): void
  /** Called for every reply. */
  onReply(listener: (reply: ReaderReply) => void): void
  /** Called once, when the process is gone for whatever reason. */
  onExit(listener: () => void): void
  kill(): void
}

/** Memory at which the reader's process ends itself (reliability.md): 1.5 GB, and the JavaScript heap below it. */
export const READER_MEMORY = 1.5 * 1024 ** 3
const HEAP_MEGABYTES = 1024

/**
 * Starts a process that reads documents.
 * @param entryFile the built `readers/entry.ts`.
 * @param memory resident bytes at which it ends itself.
 */
export const forkReader = (entryFile: string, memory: number = READER_MEMORY): ReaderChild => {
  const child = forkNode(entryFile, [String(memory)], { options: [`--max-old-space-size=${HEAP_MEGABYTES}`] })
  let gone = false
  const listeners: (() => void)[] = []
  const leave = () => {
    if (gone) return
    gone = true
    for (const listener of listeners) listener()
  }
  child.on('exit', leave)
  child.on('error', leave)
  return {
    send: (request) => {
      if (!gone) child.send(request, (error) => error !== null && leave())
    },
    onReply: (listener) => child.on('message', (reply: ReaderReply) => listener(reply)),
    onExit: (listener) => {
      listeners.push(listener)
      if (gone) listener()
    },
    kill: () => child.kill('SIGKILL'),
  }
}

export type ReaderLimits = {
  /** Milliseconds that one document may take. */
  readonly time: number
  /** Milliseconds without work after which the process is let go. */
  readonly idle: number
  /** Resident bytes after a document beyond which the next one gets a fresh process. */
  readonly used: number
}
const usualLimits: ReaderLimits = { time: 30_000, idle: 10_000, used: 400 * 1024 * 1024 }

/**
 * Reads documents in a process of their own, one after the other: a document that hangs or eats memory takes only that process with it, and the next document
 * gets a new one.
 */
export class ReaderProcess {
  readonly #spawn: () => ReaderChild
  readonly #limits: ReaderLimits
  #child: ReaderChild | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined
  #closed = false
  /** The document being read. */
  #current: { readonly child: ReaderChild; readonly settle: (reply: ReaderReply) => void; readonly giveUp: (reason: LecternError) => void } | null = null

  constructor(spawn: () => ReaderChild, limits: Partial<ReaderLimits> = {}) {
    this.#spawn = spawn
    this.#limits = { ...usualLimits, ...limits }
  }

  /**
   * @param signal gives the document up, also while it waits for its turn.
   * @throws LecternError with the codes of readDocument, `reader-timeout` after 30 s, `too-large` when memory ran out, `cancelled`.
   */
  async read(fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<DocumentReading> {
    const reply = await this.#inTurn({ as: 'document', fileName, bytes }, signal)
    if (reply.type !== 'read') throw new Error(`the reader answered ${reply.type} when it was asked for a document`)
    return reply.reading
  }

  /** As {@link read}, for a presentation that becomes a talk; `not-a-presentation` for everything else. */
  async readDeck(fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<DeckReading> {
    const reply = await this.#inTurn({ as: 'deck', fileName, bytes }, signal)
    if (reply.type !== 'deck') throw new Error(`the reader answered ${reply.type} when it was asked for a presentation`)
    return reply.reading
  }

  /** As {@link read}, for a presentation or template that talks are to be laid out in; also `no-layouts`. */
  async readTemplate(fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Outcome<TemplateReading>> {
    const reply = await this.#inTurn({ as: 'template', fileName, bytes }, signal)
    if (reply.type !== 'template') throw new Error(`the reader answered ${reply.type} when it was asked for a template`)
    return reply.reading
  }

  /** The rows of a table. @throws LecternError with the codes of readTable, and those of {@link read} for what goes on too long */
  async readTable(fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<readonly TableRow[]> {
    const reply = await this.#inTurn({ as: 'table', fileName, bytes }, signal)
    if (reply.type !== 'table') throw new Error(`the reader answered ${reply.type} when it was asked for a table`)
    return reply.rows
  }

  #inTurn(request: ReaderRequest, signal: AbortSignal | undefined): Promise<Answer> {
    const turn = this.#queue.then(() => this.#readNow(request, signal))
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  /** Ends the process and gives up whatever it was reading. */
  close(): void {
    this.#closed = true
    this.#current?.giveUp(cancelled())
    this.#letGo()
  }

  #letGo(): void {
    clearTimeout(this.#idle)
    this.#child?.kill()
    this.#child = null
  }

  #start(): ReaderChild {
    const child = this.#spawn()
    this.#child = child
    child.onReply((reply) => {
      if (this.#current?.child === child) this.#current.settle(reply)
    })
    child.onExit(() => {
      if (this.#child === child) this.#child = null
      // We did not end it, and a reader holds nothing but JavaScript: it ran out of memory.
      if (this.#current?.child === child) this.#current.giveUp(tooLarge())
    })
    return child
  }

  async #readNow(request: ReaderRequest, signal: AbortSignal | undefined): Promise<Answer> {
    if (this.#closed || signal?.aborted === true) throw cancelled()
    clearTimeout(this.#idle)
    const child = this.#child ?? this.#start()
    const { promise, resolve, reject } = Promise.withResolvers<ReaderReply>()
    const giveUp = (reason: LecternError) => {
      this.#current = null
      reject(reason)
      if (this.#child === child) this.#letGo()
    }
    const cancel = () => giveUp(cancelled())
    const timer = setTimeout(() => giveUp(readerTimeout()), this.#limits.time)
    signal?.addEventListener('abort', cancel, { once: true })
    this.#current = { child, settle: resolve, giveUp }
    child.send(request)
    try {
      const reply = await promise
      if (reply.rss > this.#limits.used) this.#letGo()
      return answerOf(reply)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      this.#current = null
      this.#idle = setTimeout(() => this.#letGo(), this.#limits.idle)
      this.#idle.unref()
    }
  }
}

type Answer = Extract<ReaderReply, { type: 'read' | 'deck' | 'table' | 'template' }>

const answerOf = (reply: ReaderReply): Answer => {
  switch (reply.type) {
    case 'read':
    case 'deck':
    case 'table':
    case 'template':
      return reply
    case 'refused':
      throw new LecternError(reply.code, reply.message)
    case 'failed':
      throw new Error(`the reader failed: ${reply.reason}`)
  }
}
