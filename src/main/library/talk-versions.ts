import type { TalkVersionRecord } from '../../shared/model/bundle'
import type { TalkId } from '../../shared/model/ids'
import { TalkVersionId, type TalkVersion, type VersionReason } from '../../shared/model/talk-version'
import { LecternError } from '../../shared/outcome'
import { superseded } from './backup/retention'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import type { Sql } from './sql'
import type { Row, Tables } from './tables'

/** Work that goes on after so long a rest begins a new sitting; how the text stood before it is kept. */
const PAUSE_MS = 30 * 60_000

type VersionRow = {
  readonly no: number
  readonly id: TalkVersionId
  readonly talk_id: TalkId
  readonly reason: VersionReason
  readonly name: string
  readonly markdown: string
  readonly blocks: number
  readonly seconds: number
  readonly at: number
}

const COLUMNS = 'id, talk_id AS talkId, reason, name, at, blocks, seconds'

export const talkVersionStatements = {
  ofTalk: `SELECT ${COLUMNS} FROM talk_versions WHERE talk_id = :talk ORDER BY at DESC, no DESC`,
  texts: 'SELECT * FROM talk_versions WHERE talk_id = :talk ORDER BY at, no',
  newest: 'SELECT * FROM talk_versions WHERE talk_id = :talk ORDER BY at DESC, no DESC LIMIT 1',
  get: 'SELECT * FROM talk_versions WHERE id = :id',
  idsOfTalk: 'SELECT id FROM talk_versions WHERE talk_id = :talk ORDER BY no',
} as const

export type VersionDraft = Pick<TalkVersion, 'talkId' | 'reason' | 'name' | 'blocks' | 'seconds'> & { readonly markdown: string }

const versionOf = ({ id, talk_id: talkId, reason, name, at, blocks, seconds }: VersionRow): TalkVersion => ({ id, talkId, reason, name, at, blocks, seconds })

const versionNotFound = () => new LecternError('version-not-found', { 'zh-CN': '没有找到这个版本，它可能已经被删除。按撤销可以找回。', en: 'This version is not there; it may have been deleted. Undo brings it back.' })

/** How every talk stood at other times. */
export class TalkVersions {
  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly journal: Journal,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** Newest first. */
  ofTalk(talk: TalkId): TalkVersion[] {
    return this.sql.all<TalkVersion>(talkVersionStatements.ofTalk, { talk })
  }

  /** @throws LecternError `version-not-found` */
  text(id: TalkVersionId): string {
    return this.#row(id).markdown
  }

  /** Whether a talk that was changed at this time has rested since. */
  hasRested(changedAt: number): boolean {
    return this.env.clock() - changedAt >= PAUSE_MS
  }

  /**
   * Asked for by hand it is a deed of the user. Kept by itself it is none: a text that the newest version has already is not kept again, and versions without
   * a name are thinned out as backups are.
   */
  keep(draft: VersionDraft): TalkVersion {
    const id = TalkVersionId.parse(this.env.newId())
    const { talkId, reason, name, markdown, blocks, seconds } = draft
    const row: Row = { no: null, id, talk_id: talkId, reason, name, markdown, blocks, seconds, at: this.env.clock() }
    if (reason === 'by-hand') this.journal.deed(deedLabels.keepVersion(name), (change) => change('talk_versions', id, [row]))
    else {
      const newest = this.sql.one<VersionRow>(talkVersionStatements.newest, { talk: talkId })
      if (newest?.markdown === markdown) return versionOf(newest)
      this.sql.transaction(() => {
        this.tables.replace('talk_versions', id, [row], [])
        this.#thin(talkId)
      })
    }
    this.env.changed()
    return versionOf(this.#row(id))
  }

  /** @throws LecternError `version-not-found` */
  rename(id: TalkVersionId, name: string): TalkVersion {
    const row = this.#row(id)
    this.journal.deed(deedLabels.renameVersion(name), (change) => change('talk_versions', id, [{ ...row, name }]))
    this.env.changed()
    return versionOf(this.#row(id))
  }

  /** @throws LecternError `version-not-found` */
  remove(id: TalkVersionId): void {
    const { name } = this.#row(id)
    this.journal.deed(deedLabels.removeVersion(name), (change) => change('talk_versions', id, []))
    this.env.changed()
  }

  /** For a bundle: oldest first. */
  records(talk: TalkId): TalkVersionRecord[] {
    return this.sql.all<VersionRow>(talkVersionStatements.texts, { talk }).map(({ reason, name, markdown, blocks, seconds, at }) => ({ reason, name, at, blocks, seconds, markdown }))
  }

  /** Within a deed: the versions that a talk brings along from another library. @param id of the row of a version, counted from 1 */
  bring(change: Change, talk: string, records: readonly TalkVersionRecord[], id: (place: number) => string): void {
    for (const [index, { reason, name, at, blocks, seconds, markdown }] of records.entries()) {
      const row = id(index + 1)
      change('talk_versions', row, [{ no: null, id: row, talk_id: talk, reason, name, markdown, blocks, seconds, at }])
    }
  }

  /** Within a deed: for the emptying of the trash. */
  forget(change: Change, talk: string): void {
    for (const id of this.sql.column<string>(talkVersionStatements.idsOfTalk, { talk })) change('talk_versions', id, [])
  }

  #thin(talk: TalkId): void {
    const now = this.env.clock()
    const kept = this.ofTalk(talk).map(({ id, reason, name, at }) => ({ id, reason: name === '' ? reason : 'by-hand', madeAt: at }))
    for (const { id } of superseded(kept, now, new Date(now).getTimezoneOffset())) this.tables.replace('talk_versions', id, [])
  }

  #row(id: TalkVersionId): VersionRow {
    const row = this.sql.one<VersionRow>(talkVersionStatements.get, { id })
    if (!row) throw versionNotFound()
    return row
  }
}
