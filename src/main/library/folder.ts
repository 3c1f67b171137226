import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { LecternError } from '../../shared/outcome'
import { withStorageErrors } from './storage-errors'

/** Where everything of a library lives (formats.md, "Library folder"). */
export class LibraryFolder {
  readonly database: string
  readonly assets: string
  readonly backups: string
  readonly lock: string
  /** Documents under review; nothing of the library. */
  readonly importSpool: string

  constructor(readonly path: string) {
    this.database = join(path, 'library.db')
    this.assets = join(path, 'assets')
    this.backups = join(path, 'backups')
    this.lock = join(path, 'lock')
    this.importSpool = join(path, 'import-spool')
  }

  /** The folder's own name, for the title bar; never the path. */
  get name(): string {
    return basename(this.path)
  }

  asset(hash: string, extension: string): string {
    return join(this.assets, hash.slice(0, 2), `${hash}.${extension}`)
  }
}

const notFound = (path: string) =>
  new LecternError('library-not-found', {
    'zh-CN': `在 ${path} 没有找到素材库。它可能被移走，或者所在的磁盘没有接上。讲台没有新建，请接上磁盘，或用 --library 指出它现在的位置；要在这里另建一个空的素材库，请用 --create 启动。`,
    en: `No library was found at ${path}. It may have been moved, or its disk may not be connected. No new one was made. Connect the disk, or say with --library where it is now; to begin an empty library here, start with --create.`,
  })

/** What a first start that was cut short, or an operating system, leaves in an otherwise empty folder. */
const HARMLESS = /^(?:lock(?:-journal)?|library\.db\.restoring(?:-journal)?|backups|assets|import-spool|\.DS_Store|desktop\.ini|Thumbs\.db)$/i

const holdsNothing = (folder: LibraryFolder): boolean =>
  readdirSync(folder.path).every((name) => HARMLESS.test(name)) && (!existsSync(folder.assets) || readdirSync(folder.assets).length === 0) && (!existsSync(folder.backups) || readdirSync(folder.backups).length === 0)

/**
 * Makes sure that opening the database will open this library, and never a silent new one in the place of one that was moved away.
 *
 * @param create whether an absent or empty folder may become a library
 * @throws LecternError `library-not-found`, `library-read-only`, `disk-full`
 */
export const prepareFolder = (folder: LibraryFolder, create: boolean): void =>
  withStorageErrors(() => {
    if (existsSync(folder.database)) return
    if (!create || (existsSync(folder.path) && !holdsNothing(folder))) throw notFound(folder.path)
    for (const path of [folder.path, folder.assets, folder.backups]) mkdirSync(path, { recursive: true })
  })
