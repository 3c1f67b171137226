import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Deed, DoctorReport, LibraryCounts, Repair } from '../../shared/contract/app'
import type { OpeningStep } from '../../shared/contract/opening'
import type { DesignDefinition, DesignId } from '../../shared/model/own-design'
import type { AudienceDefinition, FormatDefinition } from '../../shared/formats/talk-formats'
import type { AudienceId, FormatId } from '../../shared/model/own-definitions'
import type { Localized } from '../../shared/language'
import { assertNever } from '../../shared/assert-never'
import { clearUp } from '../spent-bytes'
import { AssetStore } from './assets'
import { Brands } from './brands'
import { Backups, clearUnfinished, freeBackupName } from './backup/backups'
import { CaseEvents } from './case-events'
import { Collections } from './collections'
import { finishKeeping } from './backup/keep-replaced'
import { examine } from './doctor'
import { Candidates } from './finding/candidates'
import { Finder } from './finding/finder'
import { Freshness } from './finding/freshness'
import { Narrowings } from './finding/narrowing'
import { OlderVersions } from './finding/older-versions'
import { TitleOrder } from './finding/title-order'
import { Gathering } from './exchange/gather'
import { Merging } from './exchange/merging'
import { guardAgainstReplacement } from './replacement-guard'
import { openDatabase } from './open-database'
import { LibraryFolder, prepareFolder } from './folder'
import { Journal } from './journal'
import { HighWater } from './high-water'
import { LibraryLock, type HighWaterMarks } from './lock'
import { MaterialStore } from './materials'
import { NearDuplicates } from './near-duplicates/near-duplicates'
import { Lecturers } from './lecturers'
import { LocalCases } from './local-cases'
import { MaterialDrafts } from './material-drafts'
import { audienceKind, designKind, formatKind, OwnDefinitions } from './own-definitions'
import { Rehearsals } from './rehearsals'
import { Revisions } from './revisions'
import { roomOf, type Room } from './rooms'
import { SavedSearches } from './saved-searches'
import { SchoolStore } from './schools'
import { backUpDatabase } from './schema/backup'
import { migrate } from './schema/migrate'
import { rebuildCites } from './rebuild-cites'
import { MaterialIndex } from './search/material-index'
import { MaterialSearch } from './search/material-search'
import { SettingsStore } from './settings'
import { SourceStore } from './sources'
import { Sql, type WriteTurns } from './sql'
import { StepMarks } from './step-marks'
import { withStorageErrors } from './storage-errors'
import { Tables, type Follower, type TableName } from './tables'
import { TalkUndo } from './talk-undo'
import { TalkVersions } from './talk-versions'
import { followCites, TalkStore } from './talks'
import { Trash } from './trash'
import { VersionLinks } from './version-links'
import { partOf, unwatched, type Watch } from './watch'

export type LibraryEnvironment = {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** A fresh UUID v7. */
  readonly newId: () => string
  /** Told after every committed change, once for each room that changed. */
  readonly onChange?: (room: Room) => void
  /** May an absent or empty folder become a new library? Say false for a folder that held one before. Default true. */
  readonly create?: boolean
  /** Upper bound of the database in pages of 4096 bytes: a disk that is full, as far as SQLite can tell. */
  readonly mostPages?: number
  /** Of this Lectern; noted in the library, so that every backup of it says by which one it was made. */
  readonly version?: string
  /** Where another connection writes, too; see {@link WriteTurns}. */
  readonly turns?: WriteTurns
  /** Told what is done to a library of an earlier Lectern before it is open. */
  readonly opening?: (step: OpeningStep) => void
}

type Held = HighWaterMarks & { readonly release: () => void }

/** A library, open: the only SQL of the app. Everything is synchronous; only the engine's process holds one. */
export class Library {
  readonly name: string
  readonly sources: SourceStore
  readonly materials: MaterialStore
  readonly talks: TalkStore
  readonly talkUndo: TalkUndo
  readonly stepMarks: StepMarks
  readonly talkVersions: TalkVersions
  readonly rehearsals: Rehearsals
  readonly lecturers: Lecturers
  readonly formats: OwnDefinitions<FormatId, FormatDefinition>
  readonly audiences: OwnDefinitions<AudienceId, AudienceDefinition>
  readonly designs: OwnDefinitions<DesignId, DesignDefinition>
  readonly schools: SchoolStore
  readonly localCases: LocalCases
  readonly assets: AssetStore
  readonly settings: SettingsStore
  readonly revisions: Revisions
  readonly drafts: MaterialDrafts
  readonly versions: VersionLinks
  readonly nearDuplicates: NearDuplicates
  readonly cases: CaseEvents
  readonly finder: Finder
  readonly candidates: Candidates
  readonly freshness: Freshness
  readonly savedSearches: SavedSearches
  readonly collections: Collections
  readonly trash: Trash
  readonly backups: Backups
  readonly gathering: Gathering
  readonly merging: Merging
  readonly history: {
    readonly peek: () => { undo: Deed | null; redo: Deed | null }
    /** How many rows and groups of rows the next step would exchange. */
    readonly size: (direction: 'undo' | 'redo') => number
    readonly undo: (watch?: Watch) => Deed | null
    readonly redo: (watch?: Watch) => Deed | null
  }
  readonly #sql: Sql
  readonly folder: LibraryFolder
  readonly #lock: Held
  readonly #index: MaterialIndex
  readonly #journal: Journal
  readonly #highWater: HighWater

  /** Use {@link openLibrary}. */
  constructor(sql: Sql, folder: LibraryFolder, lock: Held, environment: LibraryEnvironment) {
    this.#sql = sql
    this.folder = folder
    this.#lock = lock
    this.#index = new MaterialIndex(sql)
    this.#highWater = new HighWater(sql, lock, this.id, environment.clock)
    this.name = folder.name

    this.nearDuplicates = new NearDuplicates(sql)
    const titles = new TitleOrder(sql)
    const older = new OlderVersions(sql)
    const followMaterials: Follower = (before, after) => {
      this.#index.follow(before, after)
      this.nearDuplicates.follow(before, after)
      titles.follow(before, after)
      older.follow(before, after)
    }
    const tables = new Tables(sql, { materials: followMaterials, talks: followCites(sql) })
    const journal = new Journal(sql, tables, environment.clock)
    this.#journal = journal
    const tell = (...rooms: readonly Room[]) => {
      for (const room of new Set(rooms)) environment.onChange?.(room)
    }
    const step = (move: (watch: Watch) => { deed: Deed; tables: ReadonlySet<TableName> } | null) => (watch: Watch = unwatched) => {
      const moved = move(watch)
      if (moved) tell(...[...moved.tables].flatMap((table): Room[] => (table === 'sources' ? ['sources', 'materials'] : [roomOf[table]])))
      return moved?.deed ?? null
    }
    const { clock, newId } = environment
    const author = () => this.settings.get().speaker
    const env = { clock, newId, author, changed: () => tell('materials') }
    this.revisions = new Revisions(sql, newId)
    this.drafts = new MaterialDrafts(sql, tables, { clock, newId })
    this.versions = new VersionLinks(sql, journal, env)
    this.freshness = new Freshness(sql, tables, clock)
    const search = new MaterialSearch(sql, this.#index)
    const narrowings = new Narrowings(sql, tables, this.freshness, older)
    this.finder = new Finder(sql, search, narrowings, this.freshness, titles)
    this.candidates = new Candidates(sql, search, narrowings, this.freshness)
    this.sources = new SourceStore(sql, journal, this.versions, { ...env, changed: ({ materials }) => tell('sources', ...(materials ? (['materials'] as const) : [])) })
    this.materials = new MaterialStore(sql, journal, this.finder, this.revisions, env)
    this.cases = new CaseEvents(sql, journal, this.materials, env)
    this.savedSearches = new SavedSearches(sql, journal, env)
    this.collections = new Collections(sql, journal, env)
    this.trash = new Trash(sql, journal, {
      changed: (kinds) => tell('materials', ...(kinds.has('source') ? (['sources'] as const) : []), ...(kinds.has('talk') ? (['talks'] as const) : []), ...(kinds.has('school') ? (['schools'] as const) : [])),
      forget: (change, material) => {
        this.revisions.forget(change, material)
        this.cases.forget(change, material)
        this.drafts.forget(change, material)
      },
      forgetTalk: (change, talk) => {
        this.talkUndo.forget(change, talk)
        this.stepMarks.forget(change, talk)
        this.talkVersions.forget(change, talk)
        this.rehearsals.forget(change, talk)
        this.localCases.forgetTalk(change, talk)
      },
      forgetSchool: (change, school) => this.localCases.forgetSchool(change, school),
    })
    this.rehearsals = new Rehearsals(sql, tables, journal, () => tell('talks'))
    this.lecturers = new Lecturers(sql, journal, { clock, newId, changed: () => tell('settings') })
    const ofTalks = { clock, newId, changed: () => tell('talks') }
    this.formats = new OwnDefinitions(formatKind, sql, journal, ofTalks)
    this.audiences = new OwnDefinitions(audienceKind, sql, journal, ofTalks)
    this.designs = new OwnDefinitions(designKind, sql, journal, ofTalks)
    this.talkUndo = new TalkUndo(sql, tables, { clock, newId })
    this.stepMarks = new StepMarks(sql, tables, { clock, changed: () => tell('talks') })
    this.talkVersions = new TalkVersions(sql, tables, journal, ofTalks)
    this.talks = new TalkStore(sql, tables, journal, { undo: this.talkUndo, marks: this.stepMarks }, ofTalks)
    const ofSchools = { clock, newId, changed: () => tell('schools') }
    this.schools = new SchoolStore(sql, journal, new Brands(sql, ofSchools), ofSchools)
    this.localCases = new LocalCases(sql, journal, this.freshness, ofSchools)
    this.assets = new AssetStore(sql, folder, clock)
    this.backups = new Backups(sql, folder, clock)
    const { sources, materials, talks, talkVersions, cases, revisions, collections, savedSearches: searches, formats, audiences, designs, schools, localCases } = this
    this.gathering = new Gathering(sql, { sources, materials, talks, talkVersions, cases, revisions, collections, searches, formats, audiences, designs, localCases, schools })
    this.merging = new Merging(sql, journal, { sources, materials, talks, talkVersions, revisions, collections, searches, formats, audiences, designs, localCases, schools }, () => tell('sources', 'materials', 'talks', 'schools'))
    this.settings = new SettingsStore(sql, () => tell('settings'))
    this.history = { peek: () => journal.peek(), size: (direction) => journal.size(direction), undo: step((watch) => journal.undo(watch)), redo: step((watch) => journal.redo(watch)) }
  }

  /** Stays with the library wherever it is copied. */
  get id(): string {
    return this.#sql.value<string>(`SELECT value FROM meta WHERE name = 'library-id'`)
  }

  /** Of the SQLite inside better-sqlite3, e.g. `3.50.4`. */
  get sqliteVersion(): string {
    return this.#sql.value<string>('SELECT sqlite_version()')
  }

  counts(): LibraryCounts {
    return this.#sql.one<LibraryCounts>(
      'SELECT (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM materials) AS materials, (SELECT count(*) FROM talks) AS talks',
    ) ?? { sources: 0, materials: 0, talks: 0 }
  }

  /** Several deeds as one of the undo history, in one transaction. */
  together<T>(label: Localized, work: () => T): T {
    return this.#journal.deed(label, work)
  }

  /** See {@link examine}. */
  doctor(watch: Watch = unwatched): DoctorReport {
    return examine({ sql: this.#sql, folder: this.folder, index: this.#index, nearDuplicates: this.nearDuplicates, highWater: this.#highWater, backups: this.backups }, watch)
  }

  /** What a problem of the doctor's report offers. */
  repair(repair: Repair, watch: Watch = unwatched): void {
    switch (repair) {
      case 'rebuild-derived':
        this.reindex(watch)
        return rebuildCites(this.#sql)
      case 'accept-loss':
        return this.acceptLoss()
      default:
        return assertNever(repair)
    }
  }

  /**
   * Makes the first search as fast as the next one, a few milliseconds at a time; for moments in which nobody waits. What is wrong with the index, the
   * first search will say.
   */
  *warmingUp(): Generator<void> {
    const searches = this.finder.warmingUp()
    try {
      while (this.#sql.database.open && searches.next().done !== true) yield
    } catch {
      // See above.
    }
  }

  /** Makes the search index and the sketches of near-duplicates anew from the tables: both or neither. */
  reindex(watch: Watch = unwatched): void {
    const { materials } = this.counts()
    this.#sql.transaction(() => {
      this.#index.rebuild(partOf(watch, 0, materials * 3))
      this.nearDuplicates.rebuild(partOf(watch, materials * 2, materials * 3))
    })
  }

  /** Takes in what an upgrade has left out of the search index, for which the first search would have to wait. */
  fillIndex(watch: Watch): void {
    this.#index.fill(watch)
  }

  /** Another connection has stored something: the mark outside the database follows. */
  catchUp(): void {
    this.#highWater.raise()
  }

  /** The user has seen that stored changes are missing and goes on from here: the doctor stops saying so. */
  acceptLoss(): void {
    this.#highWater.acceptLoss()
  }

  /**
   * Before a large task, beside which nothing should stand that was kept for the next search or is not cleared up yet: some twenty milliseconds. The next search has its
   * pages from the system's own cache.
   */
  makeRoom(): void {
    this.#sql.database.pragma('shrink_memory')
    clearUp()
  }

  /** Ends a connection beside the first one, which goes on. */
  leave(): void {
    this.#sql.database.close()
  }

  /** Everything into one file: closes with a checkpoint, so that a copied `library.db` is the whole library. */
  close(): void {
    if (!this.#sql.database.open) return
    this.#highWater.raise()
    try {
      this.#sql.database.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // On a full disk the WAL cannot be moved into the database: it stays beside it, and the next opening reads both.
    } finally {
      this.#sql.database.close()
      this.#lock.release()
    }
  }
}

const noteVersion = (sql: Sql, version: string): void => {
  if (sql.one<{ value: string }>(`SELECT value FROM meta WHERE name = 'app-version'`)?.value === version) return
  sql.run(`INSERT INTO meta (name, value) VALUES ('app-version', :version) ON CONFLICT DO UPDATE SET value = :version`, { version })
}

/**
 * Opens the library in a folder, or makes a new one where the folder is absent or empty.
 *
 * @throws LecternError `library-locked`, `library-newer`, `library-not-found`, `library-read-only`, `library-damaged`, `disk-full`, `migration-failed`
 */
export const openLibrary = (path: string, env: LibraryEnvironment): Library => {
  const folder = new LibraryFolder(resolve(path))
  prepareFolder(folder, env.create ?? true)
  const lock = new LibraryLock(folder.lock)
  try {
    clearUnfinished(folder)
    withStorageErrors(() => finishKeeping(folder))
    const sql = new Sql(openDatabase(folder.database, env.mostPages))
    try {
      sql.turns = env.turns ?? null
      const told =
        (doing: OpeningStep['doing']): Watch =>
        (done, total) =>
          env.opening?.({ doing, done, total })
      const backUp = () => {
        // Cut short while it was being made: it has no id and holds nothing, and a copy of it would count as damaged.
        if (sql.value<number>(`SELECT count(*) FROM meta WHERE name = 'library-id'`) === 0) return
        told('backing-up')(0, 0)
        withStorageErrors(() => mkdirSync(folder.backups, { recursive: true }))
        backUpDatabase(sql, folder.backups, join(folder.backups, freeBackupName(folder, env.clock(), 'before-upgrade')))
      }
      const upgraded = migrate(sql, backUp, undefined, told('upgrading'))
      sql.run(`INSERT INTO meta (name, value) VALUES ('library-id', :id) ON CONFLICT DO NOTHING`, { id: env.newId() })
      guardAgainstReplacement(sql, folder, env.clock)
      if (env.version !== undefined) noteVersion(sql, env.version)
      const library = new Library(sql, folder, lock, env)
      library.nearDuplicates.prepare()
      if (upgraded) library.fillIndex(told('indexing'))
      return library
    } catch (error) {
      sql.database.close()
      throw error
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
