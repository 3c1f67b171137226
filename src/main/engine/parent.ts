// oxlint-disable unicorn/require-post-message-target-origin -- ports between processes, not windows
/**
 * The engine's view of the process that started it: Electron's main (utilityProcess) or a browser host (worker thread). Both deliver
 * structured clones in order and queue them until somebody listens; they differ in how ports arrive.
 */
import { parentPort as workerParent, type MessagePort as WorkerPort } from 'node:worker_threads'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { ToEngine, FromEngine } from './protocol'

export type EngineParent = {
  readonly host: 'utility-process' | 'worker'
  send(message: FromEngine): void
  /** @param receive the message and, for `connect`, the port that came with it, already started */
  onMessage(receive: (message: ToEngine, port: SupportedMessagePort | null) => void): void
  /** Ends the engine's process after the library has been closed. */
  exit(): void
}

/** Electron's `process.parentPort`, present in a utility process only; stated here because the engine must not import electron. */
type UtilityPort = SupportedMessagePort & { start(): void }
type UtilityParent = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: ToEngine; ports: readonly UtilityPort[] }) => void): void
}

/** @throws when neither kind of parent is there: the entry was started by hand */
export function engineParent(): EngineParent {
  const utilityParent = (process as unknown as { parentPort?: UtilityParent }).parentPort
  if (utilityParent !== undefined) {
    return {
      host: 'utility-process',
      send: (message) => utilityParent.postMessage(message),
      onMessage: (receive) =>
        utilityParent.on('message', ({ data, ports }) => {
          const port = ports[0] ?? null
          receive(data, port)
          port?.start()
        }),
      exit: () => process.exit(0),
    }
  }
  const parent = workerParent
  if (parent === null) throw new Error('The engine runs in a utility process or a worker thread; start one of the doors instead.')
  return {
    host: 'worker',
    send: (message) => parent.postMessage(message),
    onMessage: (receive) =>
      parent.on('message', (message: ToEngine & { port?: WorkerPort }) => {
        const port = message.port ?? null
        receive(message, port as SupportedMessagePort | null)
        port?.start()
      }),
    exit: () => process.exit(0),
  }
}
