import type { AppState, Notice } from '../../shared/contract/app'
import type { Library } from '../library/library'
import type { ReadDeck } from '../use-cases/import-deck'
import type { ReadTemplate } from '../use-cases/import-design'
import type { PendingFiles } from '../use-cases/pending-files'
import type { PendingTables } from '../use-cases/pending-tables'
import type { PendingImports } from '../use-cases/pending-imports'
import type { OpenPress } from '../printing/press'
import type { ReadFile } from '../use-cases/read-imports'
import type { ReadTable } from '../use-cases/preview-school-table'
import type { Changes } from './changes'
import type { WriteGate } from '../library/write-gate'
import type { OpeningState } from './opening/opening-state'
import type { LibraryHolder } from './library-holder'
import type { LongWorks } from './long-work/long-works'
import type { FolderDialog } from './door-folder-dialog'
import type { FolderOpener } from './door-folder-opener'
import type { OutgoingFiles } from './outgoing-files'
import type { RememberedFolders } from './remembered-folders'

/** What the handlers of the contract work on; one for the life of an engine. */
export type EngineContext = {
  /** The open library. Restoring a backup exchanges it: ask again after every wait. */
  readonly library: Library
  readonly holder: LibraryHolder
  /** Over: the library is open. */
  readonly opening: OpeningState
  /** Work that takes its time, beside everything else. */
  readonly works: LongWorks
  /** The built thread that makes packs; null: they are made where the long work is done. */
  readonly packFile: string | null
  /** Where calls that store something wait while long work stores. */
  readonly gate: WriteGate
  /** Files that wait to be taken by a window. */
  readonly outgoing: OutgoingFiles
  /** Exchange bundles that were opened and wait for the user's word. */
  readonly bundles: PendingFiles
  /** Backups likewise. */
  readonly backups: PendingFiles
  /** Tables of schools that were opened and wait likewise. */
  readonly tables: PendingTables
  /** What the user should know while this library is open. */
  readonly notices: () => Notice[]
  /** Name of the library's folder, never its path. */
  readonly libraryName: string
  readonly version: string
  readonly host: AppState['runtime']['host']
  readonly imports: PendingImports
  /** Reads a document in a process of its own, one after another. */
  readonly read: ReadFile
  /** Has the copies that a document of so many bytes left in this thread cleared up in time. */
  readonly passed: (bytes: number) => void
  /** Where PDFs and pictures of slides are made. */
  readonly openPress: OpenPress
  /** The system's own dialog for a folder; null where the door has none. */
  readonly folderDialog: FolderDialog | null
  /** Shows a folder in the system's own window for files; null where the door cannot. */
  readonly folderOpener: FolderOpener | null
  /** Folders that something was written to. */
  readonly recentFolders: RememberedFolders
  /** Reads the rows of a table in the same process. */
  readonly readTable: ReadTable
  /** A presentation in the same process, slide by slide. */
  readonly readDeck: ReadDeck
  /** The masters and layouts of a presentation, in the same process. */
  readonly readTemplate: ReadTemplate
  readonly changes: Changes
  /** Milliseconds since 1970; the only clock of the engine. */
  readonly clock: () => number
  /** UUID v7. */
  readonly newId: () => string
  /** What the build holds of others; null where it is not known. */
  readonly thirdPartyFile: string | null
  /** Folder of `starter.json`. */
  readonly starterFolder: string
}
