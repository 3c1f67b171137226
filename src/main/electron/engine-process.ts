// oxlint-disable unicorn/require-post-message-target-origin -- ports between processes, not windows
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'
import { LecternError } from '../../shared/outcome'
import type { FromEngine, ToEngine } from '../engine/protocol'

export type EngineProcess = {
  /** A new port to the engine, one per page load. */
  readonly connect: () => MessagePortMain
  /** Closes the library and waits until the process has ended. */
  readonly close: () => Promise<void>
  readonly ended: Promise<number>
}

/**
 * Starts the engine in a utility process and waits until the library is open.
 * @param entry the built engine, `out/main/engine.js`
 * @throws LecternError why the library cannot be opened
 */
export async function startEngineProcess(entry: string, open: { folder: string; version: string; create?: boolean }): Promise<EngineProcess> {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Lectern engine' })
  const ended = new Promise<number>((resolve) => child.once('exit', resolve))
  const send = (message: ToEngine): void => child.postMessage(message)
  await new Promise<void>((resolve, reject) => {
    child.once('message', (message: FromEngine) => {
      if (message.type === 'ready') resolve()
      else reject(new LecternError(message.failure.code, message.failure.message))
    })
    void ended.then((code) => reject(new Error(`The engine ended with code ${code} before it was ready.`)))
    send({ type: 'open', ...open })
  }).catch((error: unknown) => {
    child.kill()
    throw error
  })
  return {
    ended,
    connect: () => {
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage({ type: 'connect' } satisfies ToEngine, [port2])
      return port1
    },
    close: async () => {
      send({ type: 'close' })
      await ended
    },
  }
}
