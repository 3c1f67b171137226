// oxlint-disable unicorn/require-post-message-target-origin -- ports between processes, not windows
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'
import type { FromEngine, ToEngine } from '../engine/protocol'
import { engineStart } from '../host/engine-start'
import type { PrintOrder } from '../printing/press'

export type EngineProcess = {
  /** A new port to the engine, one per page load. */
  readonly connect: () => MessagePortMain
  /** Closes the library and waits until the process has ended. */
  readonly close: () => Promise<void>
  /** Resolves when the library is open. @throws LecternError why it cannot be opened */
  readonly opened: Promise<void>
  readonly ended: Promise<number>
}

/** Prints what the engine asks for; an answer always comes. */
type Print = (order: PrintOrder, signal: AbortSignal) => Promise<readonly Uint8Array[]>
/** Asks the user for a folder; null when none was chosen. */
type ChooseFolder = (question: { readonly title: string; readonly from: string }) => Promise<string | null>

/**
 * Starts the engine in a utility process and waits until the library is open, or is known to take a while; calls wait until it is.
 * @param entry the built engine, `out/main/engine.js`
 * @param print where PDFs and pictures of slides are made
 * @param chooseFolder the system's own dialog
 * @throws LecternError why the library cannot be opened
 */
export async function startEngineProcess(entry: string, open: { folder: string; version: string; create?: boolean }, print: Print, chooseFolder: ChooseFolder): Promise<EngineProcess> {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Lectern engine' })
  const ended = new Promise<number>((resolve) => child.once('exit', resolve))
  const send = (message: ToEngine): void => child.postMessage(message)
  const { started, opened, hear, lost } = engineStart()
  child.on('message', (message: FromEngine) => hear(message))
  void ended.then((code) => lost(new Error(`The engine ended with code ${code} before it was ready.`)))
  send({ type: 'open', ...open })
  await started.catch((error: unknown) => {
    child.kill()
    throw error
  })
  const printing = new Map<number, AbortController>()
  child.on('message', (message: FromEngine) => {
    if (message.type === 'choose-folder') {
      const { id, title, from } = message
      void chooseFolder({ title, from })
        .catch(() => null)
        .then((path) => send({ type: 'folder-chosen', id, path }))
    }
    if (message.type === 'stop-printing') printing.get(message.id)?.abort()
    if (message.type !== 'print') return
    const { id, order } = message
    const stop = new AbortController()
    printing.set(id, stop)
    void print(order, stop.signal)
      .then((files) => send({ type: 'printed', id, files }))
      .catch((error: unknown) => send({ type: 'printed', id, files: null, reason: String(error) }))
      .finally(() => printing.delete(id))
  })
  return {
    opened,
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
