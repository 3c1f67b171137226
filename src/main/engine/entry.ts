/** The process that owns the library: Electron's utilityProcess or a worker thread. The first message opens it, later ones bring windows. */
import { fileURLToPath } from 'node:url'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import { failureOf } from '../../shared/contract/failure'
import { LecternError } from '../../shared/outcome'
import { dataFolder } from '../host/library-folder'
import { browserPress } from '../printing/browser-press'
import { DoorPress } from './door-press'
import { openEngine } from './open-engine'
import { engineParent } from './parent'
import { router } from './router'
import { portHandler } from './port-handler'

// A frame that cannot be decoded rejects inside oRPC's peer, where nobody listens. It must not take the library down with it.
process.on('unhandledRejection', (reason) => console.error('[engine]', reason))

const parent = engineParent()
const handler = portHandler(router)
const doorPress = new DoorPress(parent)
let engine: { serve(port: SupportedMessagePort): void; close(): void } | null = null

function open(folder: string, version: string, create: boolean): void {
  try {
    const { context, close } = openEngine({
      folder,
      version,
      create,
      dataFolder: dataFolder(),
      host: parent.host,
      readerFile: fileURLToPath(new URL('./reader.js', import.meta.url)),
      checkerFile: fileURLToPath(new URL('./checker.js', import.meta.url)),
      taskFile: fileURLToPath(new URL('./task.js', import.meta.url)),
      starterFolder: fileURLToPath(new URL('../../resources/starter/', import.meta.url)),
      // Electron has a browser of its own; elsewhere the computer's is started.
      openPress: parent.host === 'utility-process' ? doorPress.open : browserPress(fileURLToPath(new URL('../renderer/', import.meta.url))),
    })
    engine = { serve: (port) => handler.upgrade(port, { context }), close }
    parent.send({ type: 'ready' })
  } catch (error) {
    if (!(error instanceof LecternError)) console.error('[engine]', error)
    parent.send({ type: 'failed', failure: error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(error) })
  }
}

parent.onMessage((message, port) => {
  switch (message.type) {
    case 'open':
      return open(message.folder, message.version, message.create ?? false)
    case 'connect':
      if (port !== null) engine?.serve(port)
      return
    case 'printed':
      return doorPress.take(message)
    case 'close':
      engine?.close()
      return parent.exit()
  }
})
