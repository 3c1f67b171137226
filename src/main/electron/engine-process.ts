// oxlint-disable unicorn/require-post-message-target-origin -- ports between processes, not windows
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'
import type { FromEngine, ToEngine } from '../engine/protocol'
import { engineStart } from '../host/engine-start'
import { MediaOfEngine } from '../host/media-of-engine'
import type { FindMedium } from '../host/medium-answer'
import type { PrintOrder } from '../printing/press'

export type EngineProcess = {
  /** A new port to the engine, one per page load. */
  readonly connect: () => MessagePortMain
  /** Closes the library and waits until the process has ended. */
  readonly close: () => Promise<void>
  /** Resolves when the library is open. @throws LecternError why it cannot be opened */
  readonly opened: Promise<void>
  readonly ended: Promise<number>
  /** Where a film or a sound of the library lies. */
  readonly findMedium: FindMedium
}

/** What only Electron's main process can do; the engine asks for it, and an answer always comes. */
type Hands = {
  /** Where PDFs and pictures of slides are made. */
  readonly print: (order: PrintOrder, signal: AbortSignal) => Promise<readonly Uint8Array[]>
  /** The system's own dialog; null when no folder was chosen. */
  readonly chooseFolder: (question: { readonly title: string; readonly from: string }) => Promise<string | null>
  /** Shows a folder in the system's own window for files. */
  readonly openFolder: (path: string) => Promise<void>
}

/**
 * Starts the engine in a utility process and waits until the library is open, or is known to take a while; calls wait until it is.
 * @param entry the built engine, `out/main/engine.js`
 * @throws LecternError why the library cannot be opened
 */
export async function startEngineProcess(entry: string, open: { folder: string; version: string; create?: boolean }, { print, chooseFolder, openFolder }: Hands): Promise<EngineProcess> {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Lectern engine' })
  const ended = new Promise<number>((resolve) => child.once('exit', resolve))
  const send = (message: ToEngine): void => child.postMessage(message)
  const { started, opened, hear, lost } = engineStart()
  const media = new MediaOfEngine(send)
  child.on('message', (message: FromEngine) => {
    hear(message)
    media.hear(message)
  })
  void ended.then(media.end)
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
    if (message.type === 'open-folder') {
      const { id, path } = message
      void openFolder(path)
        .then(() => send({ type: 'folder-opened', id, reason: null }))
        .catch((error: unknown) => send({ type: 'folder-opened', id, reason: String(error) }))
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
    findMedium: media.find,
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
