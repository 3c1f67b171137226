import type { TalkId } from '../../shared/model/ids'
import { RehearsedBlock, type Rehearsal, type RehearsalId } from '../../shared/model/rehearsal'
import { LecternError } from '../../shared/outcome'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import type { Sql } from './sql'
import type { Tables } from './tables'

type RehearsalRow = {
  readonly no: number
  readonly id: RehearsalId
  readonly talk_id: TalkId
  readonly lecturer: string
  readonly audience: string
  readonly minutes: number | null
  readonly started_at: number
  readonly ended_at: number
  readonly finished: number
  readonly blocks: string
}

export const rehearsalStatements = {
  ofTalk: 'SELECT * FROM rehearsals WHERE talk_id = :talk ORDER BY started_at DESC, no DESC',
  ofLecturer: 'SELECT * FROM rehearsals WHERE lecturer = :lecturer ORDER BY started_at DESC, no DESC LIMIT :limit',
  get: 'SELECT * FROM rehearsals WHERE id = :id',
  idsOfTalk: 'SELECT id FROM rehearsals WHERE talk_id = :talk',
} as const

const rehearsalOf = (row: RehearsalRow): Rehearsal => ({
  id: row.id,
  talkId: row.talk_id,
  lecturer: row.lecturer,
  audience: row.audience,
  minutes: row.minutes,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  finished: row.finished === 1,
  blocks: RehearsedBlock.array().parse(JSON.parse(row.blocks)),
})

const rehearsalNotFound = () =>
  new LecternError('rehearsal-not-found', { 'zh-CN': '没有找到这次排练，它可能已经被删除。按撤销可以找回。', en: 'This rehearsal is not there; it may have been deleted. Undo brings it back.' })

/** What was spoken, rehearsal by rehearsal. */
export class Rehearsals {
  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly journal: Journal,
    readonly changed: () => void,
  ) {}

  /** Newest first. */
  ofTalk(talk: TalkId): Rehearsal[] {
    return this.sql.all<RehearsalRow>(rehearsalStatements.ofTalk, { talk }).map(rehearsalOf)
  }

  /** Newest first, at most `limit`. @param lecturer the exact name; empty for those in which nobody was named */
  ofLecturer(lecturer: string, limit: number): Rehearsal[] {
    return this.sql.all<RehearsalRow>(rehearsalStatements.ofLecturer, { lecturer, limit }).map(rehearsalOf)
  }

  /**
   * Writes a rehearsal as far as it has come, over what was written of it before. Not a deed: it is written every few seconds while somebody
   * speaks, so that a killed process costs no more than these.
   */
  keep(rehearsal: Rehearsal): void {
    this.sql.transaction(() => {
      const [before] = this.tables.read('rehearsals', rehearsal.id)
      this.tables.replace('rehearsals', rehearsal.id, [
        {
          no: before?.['no'] ?? null,
          id: rehearsal.id,
          talk_id: rehearsal.talkId,
          lecturer: rehearsal.lecturer.trim(),
          audience: rehearsal.audience,
          minutes: rehearsal.minutes,
          started_at: rehearsal.startedAt,
          ended_at: rehearsal.endedAt,
          finished: rehearsal.finished ? 1 : 0,
          blocks: JSON.stringify(rehearsal.blocks),
        },
      ])
    })
    this.changed()
  }

  /** @param title of its talk, for the name of the deed. @throws LecternError `rehearsal-not-found` */
  remove(id: RehearsalId, title: string): void {
    if (!this.sql.one(rehearsalStatements.get, { id })) throw rehearsalNotFound()
    this.journal.deed(deedLabels.removeRehearsal(title), (change) => change('rehearsals', id, []))
    this.changed()
  }

  /** The talk that a rehearsal belongs to; null when there is no such rehearsal. */
  talkOf(id: RehearsalId): TalkId | null {
    return this.sql.one<RehearsalRow>(rehearsalStatements.get, { id })?.talk_id ?? null
  }

  /** Within a deed: for the emptying of the trash. */
  forget(change: Change, talk: string): void {
    for (const id of this.sql.column<string>(rehearsalStatements.idsOfTalk, { talk })) change('rehearsals', id, [])
  }
}
