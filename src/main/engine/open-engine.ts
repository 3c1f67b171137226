import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { OpeningStep } from '../../shared/contract/opening'
import { LecternError } from '../../shared/outcome'
import { copyAside } from '../library/copy-aside'
import { LibraryFolder } from '../library/folder'
import { ImportSpool } from '../library/import-spool'
import type { LibraryEnvironment } from '../library/library'
import { checkCopy, type CheckCopy } from '../library/backup/check-copy'
import { checkInThread } from '../library/backup/check-in-thread'
import { noPress, type OpenPress } from '../printing/press'
import { forkReader, ReaderProcess } from '../readers/reader-process'
import { backupGone, bundleGone, PendingFiles } from '../use-cases/pending-files'
import { PendingTables } from '../use-cases/pending-tables'
import { PendingImports } from '../use-cases/pending-imports'
import { SpentBytes } from '../spent-bytes'
import { BackupSchedule } from './backup-schedule'
import { Changes } from './changes'
import type { EngineContext } from './context'
import type { FolderDialog } from './door-folder-dialog'
import type { FolderOpener } from './door-folder-opener'
import { WriteGate } from '../library/write-gate'
import { LibraryHolder } from './library-holder'
import { LongWorks } from './long-work/long-works'
import { taskTitles } from './long-work/task-titles'
import { noticesOf } from './notices'
import { isOpen } from './opening/opening-state'
import { bringOnInThread } from './opening/upgrade-in-thread'
import { OutgoingFiles } from './outgoing-files'
import { knownLibraries, RememberedFolders } from './remembered-folders'
import { uuidV7 } from './uuid-v7'

export type EngineOptions = {
  /** The library's folder; created when it is absent. */
  readonly folder: string
  readonly version: string
  readonly host: EngineContext['host']
  /** The built reader, `out/main/reader.js`. */
  readonly readerFile: string
  /** The built checker of copies, `out/main/checker.js`. */
  readonly checkerFile: string
  /** The built thread that brings older libraries on, `out/main/upgrade.js`; without it, a backup of one is brought on in the engine's own. */
  readonly upgradeFile?: string
  /** The built thread of long work, `out/main/task.js`; without it, long work keeps the engine from its other work. */
  readonly taskFile?: string
  /** The built thread that makes packs, `out/main/pack.js`; without it, they are made in the thread of long work. */
  readonly packFile?: string
  readonly starterFolder: string
  /** What the build holds of others, `out/third-party.json`. */
  readonly thirdPartyFile?: string
  /** Where PDFs and pictures of slides are made; without it there are none. */
  readonly openPress?: OpenPress
  /** The system's own dialog for a folder, where the door has one. */
  readonly folderDialog?: FolderDialog
  /** Shows folders in the system's own window for files, where the door can. */
  readonly folderOpener?: FolderOpener
  /** The user's own data folder: remembers where libraries were and where something was written to, and takes copies of those that cannot be written to. */
  readonly dataFolder: string
  /** Begin an empty library even where there was one. */
  readonly create?: boolean
  /** Told what is done to a library of an earlier Lectern before it is open. */
  readonly opening?: (step: OpeningStep) => void
}

/** Folders used lately that are still offered. */
const MOST_RECENT = 5

/** Of a document while it comes in: the frame, the call's blob, its bytes, what is sent to the reader, and what comes back; as many while it is accepted. */
const COPIES = 5
/** Of documents that came in or were accepted, copies counted, until what grew old meanwhile is cleared up: whatever outlives two quick rounds stays until then. */
const GROWN_OLD = 64 * 1024 * 1024

/** The only clock of the engine; everything below takes it as an argument. */
const clock = (): number => Date.now()

export type Engine = { readonly context: EngineContext; /** Ends the reader and closes the library. */ readonly close: () => void }

/** Beside a window, copies are checked in a thread of their own; a command has nothing better to do meanwhile. */
const checkFor = ({ host, checkerFile }: EngineOptions): CheckCopy => (host === 'command-line' ? async (file) => checkCopy(file) : checkInThread(checkerFile))

/**
 * Opens the library, never a silent new one where one is known to have been; where it cannot be written to, a copy of it.
 * @returns also the path of the original when a copy was opened
 */
const openHolder = ({ folder, dataFolder, create = false, upgradeFile }: EngineOptions, env: LibraryEnvironment, check: CheckCopy): { holder: LibraryHolder; copyOf: string | null } => {
  const original = new LibraryFolder(resolve(folder))
  const bringOn = upgradeFile === undefined ? undefined : bringOnInThread(upgradeFile)
  const known = knownLibraries(join(dataFolder, 'known-libraries.json'))
  try {
    const holder = new LibraryHolder(original.path, { ...env, create: create || !known.has(original.path) }, check, bringOn)
    known.add(original.path)
    return { holder, copyOf: null }
  } catch (error) {
    if (!(error instanceof LecternError) || error.code !== 'library-read-only' || !existsSync(original.database)) throw error
    return { holder: new LibraryHolder(copyAside(original, join(dataFolder, 'copies')), env, check, bringOn), copyOf: original.path }
  }
}

/**
 * Opens the library and everything the contract's handlers need; the same for all three doors.
 * @throws LecternError why the library cannot be opened
 */
export function openEngine(options: EngineOptions): Engine {
  const { version, host, readerFile, starterFolder } = options
  const newId = () => uuidV7(clock())
  const changes = new Changes()
  const check = checkFor(options)
  const gate = new WriteGate()
  const env: LibraryEnvironment = { clock, newId, version, turns: gate, ...(options.opening && { opening: options.opening }), onChange: (room) => changes.publish([room]) }
  const { holder, copyOf } = openHolder(options, env, check)
  const reader = new ReaderProcess(() => forkReader(readerFile))
  const schedule = new BackupSchedule({ library: () => holder.library, check, clock, changed: () => changes.publish(['settings']) })
  if (host !== 'command-line') schedule.start()
  const outgoing = new OutgoingFiles()
  const works = new LongWorks({ entry: options.taskFile ?? null, library: () => holder.library, gate, newId, changed: (rooms) => changes.publish(rooms) })
  const tidyUp = () => {
    // What goes wrong here concerns nobody's deed; the next start tries again.
    works.alongside(taskTitles.sketching, () => holder.library.nearDuplicates.sketchMore()).catch((error: unknown) => console.error('[engine]', error))
  }
  if (host !== 'command-line') {
    holder.whenExchanged = tidyUp
    tidyUp()
  }
  const imports = new PendingImports(new ImportSpool(holder.folder.importSpool))
  const spent = new SpentBytes('minor')
  const grownOld = new SpentBytes('major', undefined, GROWN_OLD)
  const passed = (bytes: number): void => {
    spent.add(bytes * COPIES)
    grownOld.add(bytes * COPIES)
  }
  return {
    context: {
      get library() {
        return holder.library
      },
      holder,
      opening: isOpen,
      works,
      packFile: options.packFile ?? null,
      gate,
      outgoing,
      bundles: new PendingFiles(bundleGone),
      backups: new PendingFiles(backupGone),
      tables: new PendingTables(),
      notices: () => noticesOf({ path: holder.folder.path, copyOf, backupFailure: schedule.failure }),
      libraryName: holder.folder.name,
      version,
      host,
      imports,
      read: async (fileName, bytes, signal) => {
        passed(bytes.byteLength)
        return reader.read(fileName, bytes, signal)
      },
      passed,
      openPress: options.openPress ?? noPress,
      folderDialog: options.folderDialog ?? null,
      folderOpener: options.folderOpener ?? null,
      recentFolders: new RememberedFolders(join(options.dataFolder, 'recent-folders.json'), MOST_RECENT),
      readTable: (fileName, bytes, signal) => reader.readTable(fileName, bytes, signal),
      readDeck: (fileName, bytes, signal) => reader.readDeck(fileName, bytes, signal),
      readTemplate: (fileName, bytes, signal) => reader.readTemplate(fileName, bytes, signal),
      changes,
      clock,
      newId,
      thirdPartyFile: options.thirdPartyFile ?? null,
      starterFolder,
    },
    close: () => {
      schedule.stop()
      void works.close()
      reader.close()
      imports.close()
      holder.close()
    },
  }
}
