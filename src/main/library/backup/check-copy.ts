import Sqlite from 'better-sqlite3'
import type { LibraryCounts } from '../../../shared/contract/app'
import { LecternError } from '../../../shared/outcome'
import { migrations } from '../schema/migrations'
import { libraryNewer } from '../schema/migrate'
import { ONCE_CACHE } from '../open-database'
import { withStorageErrors } from '../storage-errors'

/** What a whole and sound copy of a library says of itself. */
export type CopyFacts = {
  readonly libraryId: string
  readonly counts: LibraryCounts
  /** Originals and pictures that it names. */
  readonly assets: number
  /** Transactions stored in it; see `HighWater`. */
  readonly stored: number
  /** The version of Lectern that had it open; null when it did not note it yet. */
  readonly madeBy: string | null
}

/** Checks a copy; a thread of its own does it in the engine, because `integrity_check` of a large library takes seconds. */
export type CheckCopy = (file: string) => Promise<CopyFacts>

export const copyDamaged = (cause?: unknown) =>
  new LecternError(
    'backup-damaged',
    {
      'zh-CN': '这份备份不完整或已经损坏，没有使用它，素材库保持原样。请换一份备份。',
      en: 'This backup is incomplete or damaged. It was not used and the library is unchanged. Please take another one.',
    },
    { cause },
  )

const countsOf = (database: Sqlite.Database): LibraryCounts =>
  database.prepare('SELECT (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM materials) AS materials, (SELECT count(*) FROM talks) AS talks').get() as LibraryCounts

const factsOf = (database: Sqlite.Database): CopyFacts => {
  const meta = new Map(database.prepare('SELECT name, value FROM meta').raw().all() as [string, string][])
  const libraryId = meta.get('library-id')
  if (libraryId === undefined) throw copyDamaged()
  const assets = database.prepare('SELECT count(*) FROM assets').pluck().get() as number
  return { libraryId, counts: countsOf(database), assets, stored: Number(meta.get('stored') ?? 0), madeBy: meta.get('app-version') ?? null }
}

const open = <T>(file: string, look: (database: Sqlite.Database) => T): T => {
  try {
    const database = withStorageErrors(() => new Sqlite(file, { readonly: true, fileMustExist: true }))
    try {
      // It is read once from end to end: SQLite's own 16 MB of pages would only stand in the engine's memory.
      database.pragma(`cache_size = -${ONCE_CACHE}`)
      return look(database)
    } finally {
      database.close()
    }
  } catch (error) {
    // Whatever SQLite cannot make sense of in a copy is damage of the copy, not of the library.
    if (error instanceof Sqlite.SqliteError) throw copyDamaged(error)
    throw error instanceof LecternError && error.code === 'library-damaged' ? copyDamaged(error) : error
  }
}

/** What a copy says of itself, without a look at its soundness: quick, for lists. @throws LecternError `backup-damaged` */
export const readCopy = (file: string): CopyFacts => open(file, factsOf)

/**
 * Opens a copy of a library and checks all of its structure. Changes nothing.
 * @throws LecternError `backup-damaged`, `library-newer`
 */
export const checkCopy = (file: string): CopyFacts =>
  open(file, (database) => {
    const version = database.pragma('user_version', { simple: true }) as number
    if (version > migrations.length) throw libraryNewer(version, migrations.length)
    if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok' || version === 0) throw copyDamaged()
    return factsOf(database)
  })
