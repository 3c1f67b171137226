import { openLibrary } from '../library/library'
import { forkReader, ReaderProcess } from '../readers/reader-process'
import { PendingImports } from '../use-cases/pending-imports'
import { Changes } from './changes'
import type { EngineContext } from './context'
import { uuidV7 } from './uuid-v7'

export type EngineOptions = {
  /** The library's folder; created when it is absent. */
  readonly folder: string
  readonly version: string
  readonly host: EngineContext['host']
  /** The built reader, `out/main/reader.js`. */
  readonly readerFile: string
  readonly starterFolder: string
}

/** The only clock of the engine; everything below takes it as an argument. */
const clock = (): number => Date.now()

export type Engine = { readonly context: EngineContext; /** Ends the reader and closes the library. */ readonly close: () => void }

/**
 * Opens the library and everything the contract's handlers need; the same for all three doors.
 * @throws LecternError why the library cannot be opened
 */
export function openEngine({ folder, version, host, readerFile, starterFolder }: EngineOptions): Engine {
  const newId = () => uuidV7(clock())
  const changes = new Changes()
  const library = openLibrary(folder, { clock, newId, onChange: (room) => changes.publish([room]) })
  const reader = new ReaderProcess(() => forkReader(readerFile))
  return {
    context: {
      library,
      libraryName: library.name,
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
      reader.close()
      library.close()
    },
  }
}
