/** The process that owns the library: Electron's utilityProcess or a worker thread. The first message opens it, later ones bring windows. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failureOf } from '../../shared/contract/failure'
import { LecternError } from '../../shared/outcome'
import { dataFolder } from '../host/library-folder'
import { browserPress } from '../printing/browser-press'
import { LibraryFolder } from '../library/folder'
import { needsUpgrade } from '../library/schema/needs-upgrade'
import { findMedium } from '../use-cases/find-medium'
import type { EngineContext } from './context'
import { DoorFolderDialog } from './door-folder-dialog'
import { DoorFolderOpener } from './door-folder-opener'
import { DoorPress } from './door-press'
import { openEngine, type Engine } from './open-engine'
import { openingPortHandler } from './opening/opening-port-handler'
import { OpeningState } from './opening/opening-state'
import { upgradeInThread, type Upgrade } from './opening/upgrade-in-thread'
import { engineParent } from './parent'
import type { ToEngine } from './protocol'
import { router } from './router'

// A frame that cannot be decoded rejects inside oRPC's peer, where nobody listens. It must not take the library down with it.
process.on('unhandledRejection', (reason) => console.error('[engine]', reason))

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const parent = engineParent()
const opened = Promise.withResolvers<EngineContext>()
const opening = new OpeningState(opened.promise)
const handler = openingPortHandler(router, opened.promise)
const doorPress = new DoorPress(parent)
const doorFolderDialog = new DoorFolderDialog(parent)
const doorFolderOpener = new DoorFolderOpener(parent)
let engine: Engine | null = null
let upgrade: Upgrade | null = null
let closing = false

async function open({ folder, version, create = false }: Extract<ToEngine, { type: 'open' }>): Promise<void> {
  try {
    const place = new LibraryFolder(resolve(folder))
    if (needsUpgrade(place.database)) {
      parent.send({ type: 'upgrading' })
      upgrade = upgradeInThread(built('./upgrade.js'), { folder: place.path, version }, (step) => opening.tell(step))
      // One that cannot be written to is copied aside below, and the copy brought on.
      await upgrade.done.catch((error: unknown) => {
        if (!(error instanceof LecternError) || error.code !== 'library-read-only') throw error
      })
      if (closing) return
    }
    engine = openEngine({
      folder,
      version,
      create,
      dataFolder: dataFolder(),
      host: parent.host,
      readerFile: built('./reader.js'),
      checkerFile: built('./checker.js'),
      taskFile: built('./task.js'),
      upgradeFile: built('./upgrade.js'),
      packFile: built('./pack.js'),
      starterFolder: built('../../resources/starter/'),
      thirdPartyFile: built('../third-party.json'),
      // Electron has a browser of its own; elsewhere the computer's is started.
      openPress: parent.host === 'utility-process' ? doorPress.open : browserPress(built('../renderer/')),
      ...(parent.host === 'utility-process' && { folderDialog: doorFolderDialog.ask, folderOpener: doorFolderOpener.open }),
    })
    opened.resolve(engine.context)
    parent.send({ type: 'ready' })
  } catch (error) {
    if (!(error instanceof LecternError)) console.error('[engine]', error)
    opened.reject(error)
    parent.send({ type: 'failed', failure: error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(error) })
  }
}

/** A library that cannot be read has no films. */
async function tellMedium({ id, hash }: Extract<ToEngine, { type: 'find-medium' }>): Promise<void> {
  const medium = await opened.promise.then(({ library }) => findMedium(library, hash)).catch(() => null)
  parent.send({ type: 'medium-found', id, medium })
}

parent.onMessage((message, port) => {
  switch (message.type) {
    case 'open':
      return void open(message)
    case 'connect':
      if (port !== null) handler.upgrade(port, { context: { opening } })
      return
    case 'printed':
      return doorPress.take(message)
    case 'folder-chosen':
      return doorFolderDialog.take(message)
    case 'folder-opened':
      return doorFolderOpener.take(message)
    case 'find-medium':
      return void tellMedium(message)
    case 'close':
      closing = true
      engine?.close()
      return void Promise.resolve(upgrade?.end()).finally(() => parent.exit())
  }
})
