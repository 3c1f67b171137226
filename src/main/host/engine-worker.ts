// oxlint-disable unicorn/require-post-message-target-origin -- ports between processes, not windows
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { FromEngine, ToEngine } from '../engine/protocol'
import { engineStart } from './engine-start'
import { MediaOfEngine } from './media-of-engine'
import type { FindMedium } from './medium-answer'

export type EngineWorker = {
  /** A new port to the engine, one per window. */
  readonly connect: () => MessagePort
  /** Closes the library and waits until the worker has ended. */
  readonly close: () => Promise<void>
  /** Resolves when the library is open. @throws LecternError why it cannot be opened */
  readonly opened: Promise<void>
  /** Settles when the worker has ended, however it did: its exit code. */
  readonly ended: Promise<number>
  /** Where a film or a sound of the library lies. */
  readonly findMedium: FindMedium
}

/** Megabytes for what the engine has just made. Left to itself it takes twice as much before it first clears up, and no search is faster for it. */
const YOUNG = 24

/**
 * Starts the engine in a worker thread and waits until the library is open, or is known to take a while; calls wait until it is.
 * @param entry the built engine, `out/main/engine.js`
 * @throws LecternError why the library cannot be opened
 */
export async function startEngineWorker(entry: URL, open: { folder: string; version: string; create?: boolean }): Promise<EngineWorker> {
  const worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  const ended = new Promise<number>((resolve) => worker.once('exit', resolve))
  const send = (message: ToEngine): void => worker.postMessage(message)
  const { started, opened, hear, lost } = engineStart()
  worker.once('error', lost)
  const media = new MediaOfEngine(send)
  worker.on('message', (message: FromEngine) => {
    hear(message)
    media.hear(message)
  })
  void ended.then(media.end)
  void ended.then((code) => lost(new Error(`The engine ended with code ${code} before it was ready.`)))
  send({ type: 'open', ...open })
  await started.catch(async (error: unknown) => {
    // An engine without a library still listens, and would keep the program alive.
    await worker.terminate()
    throw error
  })
  return {
    opened,
    ended,
    findMedium: media.find,
    connect: () => {
      const { port1, port2 } = new MessageChannel()
      worker.postMessage({ type: 'connect', port: port2 } satisfies ToEngine & { port: MessagePort }, [port2])
      return port1
    },
    close: async () => {
      send({ type: 'close' })
      await ended
    },
  }
}
