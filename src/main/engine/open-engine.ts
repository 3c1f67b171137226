import { LibraryFolder } from '../library/folder'
import type { LibraryEnvironment } from '../library/library'
import { checkCopy, type CheckCopy } from '../library/backup/check-copy'
import { checkInThread } from '../library/backup/check-in-thread'
import { forkReader, ReaderProcess } from '../readers/reader-process'
import { PendingBundles } from '../use-cases/pending-bundles'
import { PendingImports } from '../use-cases/pending-imports'
import { BackupSchedule } from './backup-schedule'
import { Changes } from './changes'
import type { EngineContext } from './context'
import { LibraryHolder } from './library-holder'
import { noticesOf } from './notices'
import { OutgoingFiles } from './outgoing-files'
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
  readonly starterFolder: string
}

/** The only clock of the engine; everything below takes it as an argument. */
const clock = (): number => Date.now()

export type Engine = { readonly context: EngineContext; /** Ends the reader and closes the library. */ readonly close: () => void }

/** Beside a window, copies are checked in a thread of their own; a command has nothing better to do meanwhile. */
const checkFor = ({ host, checkerFile }: EngineOptions): CheckCopy => (host === 'command-line' ? async (file) => checkCopy(file) : checkInThread(checkerFile))

/**
 * Opens the library and everything the contract's handlers need; the same for all three doors.
 * @throws LecternError why the library cannot be opened
 */
export function openEngine(options: EngineOptions): Engine {
  const { folder, version, host, readerFile, starterFolder } = options
  const newId = () => uuidV7(clock())
  const changes = new Changes()
  const check = checkFor(options)
  const env: LibraryEnvironment = { clock, newId, onChange: (room) => changes.publish([room]) }
  const holder = new LibraryHolder(new LibraryFolder(folder).path, env, check)
  const reader = new ReaderProcess(() => forkReader(readerFile))
  const schedule = new BackupSchedule({ library: () => holder.library, check, clock, changed: () => changes.publish(['settings']) })
  if (host !== 'command-line') schedule.start()
  const outgoing = new OutgoingFiles()
  return {
    context: {
      get library() {
        return holder.library
      },
      holder,
      outgoing,
      bundles: new PendingBundles(),
      notices: () => noticesOf(holder.folder.path, schedule.failure),
      libraryName: holder.folder.name,
      version,
      host,
      imports: new PendingImports(),
      read: (fileName, bytes, signal) => reader.read(fileName, bytes, signal),
      changes,
      clock,
      newId,
      starterFolder,
    },
    close: () => {
      schedule.stop()
      reader.close()
      holder.close()
    },
  }
}
