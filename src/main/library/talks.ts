import { LecternError } from '../../shared/outcome'
import { TalkId, type MaterialId } from '../../shared/model/ids'
import type { HistoryChange } from '../../shared/model/talk-history'
import type { TalkRecord, TalkSummary } from '../../shared/model/talk'
import { deedLabels } from './deed-labels'
import type { Journal } from './journal'
import { talkNotFound } from './not-found'
import type { Sql } from './sql'
import type { StepMarks } from './step-marks'
import type { TalkUndo } from './talk-undo'
import type { Follower, Row, Tables } from './tables'
import { throwAway } from './trash'

/** What the caller has read from a talk's Markdown, so that lists need not parse it. */
export type TalkDerived = {
  readonly title: string
  readonly audience: string
  readonly format: string
  /** Minutes allowed. */
  readonly minutes: number | null
  /** How many blocks it has. */
  readonly blocks: number
  /** Materials that its blocks cite. */
  readonly cites: readonly MaterialId[]
}

type TalkRow = {
  readonly no: number
  readonly id: TalkId
  readonly markdown: string
  readonly title: string
  readonly audience: string
  readonly format: string
  readonly minutes: number | null
  readonly blocks: number
  readonly cites: string
  readonly revision: number
  readonly created_at: number
  readonly updated_at: number
}

const recordOf = (row: TalkRow): TalkRecord => ({
  id: row.id,
  markdown: row.markdown,
  title: row.title,
  audience: row.audience,
  format: row.format,
  minutes: row.minutes,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export const talkStatements = {
  get: 'SELECT * FROM talks WHERE id = :id',
  byTitle: 'SELECT * FROM talks WHERE title = :title ORDER BY updated_at DESC LIMIT 1',
  usedIn: 'SELECT talks.id, talks.title, talks.updated_at AS updatedAt FROM talk_cites JOIN talks ON talks.no = talk_cites.talk_no WHERE material_id = :material ORDER BY talks.updated_at DESC',
} as const

const changedElsewhere = () =>
  new LecternError('talk-changed-elsewhere', {
    'zh-CN': '这篇宣讲稿在另一个窗口里改过了。两边的文字都还在：请先复制这里的修改，重新打开，再放进去。',
    en: 'This talk was changed in another window. Both texts still exist: copy your changes from here, open the talk again, and put them in.',
  })

const derivedColumns = (derived: TalkDerived): Row => ({
  title: derived.title,
  audience: derived.audience,
  format: derived.format,
  minutes: derived.minutes,
  blocks: derived.blocks,
  cites: JSON.stringify([...new Set(derived.cites)]),
})

/** A row for a talk that was written elsewhere, without number. */
export const talkRow = (talk: TalkRecord, derived: TalkDerived): Row => ({ no: null, id: talk.id, markdown: talk.markdown, ...derivedColumns(derived), revision: talk.revision, created_at: talk.createdAt, updated_at: talk.updatedAt })

/** Keeps `talk_cites` in step with `talks`. */
export const followCites =
  (sql: Sql): Follower =>
  (before, after) => {
    for (const { no } of before) sql.run('DELETE FROM talk_cites WHERE talk_no = :no', { no: no ?? null })
    for (const { no, cites } of after) {
      sql.run('INSERT INTO talk_cites (material_id, talk_no) SELECT value, :no FROM json_each(:cites)', { no: no ?? null, cites: cites ?? '[]' })
    }
  }

export class TalkStore {
  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly journal: Journal,
    /** What stands beside a text and moves on with it. */
    readonly beside: { readonly undo: TalkUndo; readonly marks: StepMarks },
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** Last changed first. */
  list(): TalkSummary[] {
    return this.sql.all<TalkSummary>(
      `SELECT id, title, audience, format, minutes, revision, created_at AS createdAt, updated_at AS updatedAt, blocks
       FROM talks ORDER BY updated_at DESC, no DESC`,
    )
  }

  /** @throws LecternError `talk-not-found` */
  get(id: TalkId): TalkRecord {
    return recordOf(this.#row(id))
  }

  /** By id or by exact title, the last changed one when several share it. */
  find(idOrTitle: string): TalkRecord | null {
    const row = this.sql.one<TalkRow>(talkStatements.get, { id: idOrTitle }) ?? this.sql.one<TalkRow>(talkStatements.byTitle, { title: idOrTitle })
    return row ? recordOf(row) : null
  }

  /** No deed of its own, but part of one that is under way. */
  add(derived: TalkDerived, markdown: string): TalkRecord {
    const id = TalkId.parse(this.env.newId())
    const now = this.env.clock()
    this.journal.aside((change) => change('talks', id, [{ no: null, id, markdown, ...derivedColumns(derived), revision: 1, created_at: now, updated_at: now }]))
    this.env.changed()
    return this.get(id)
  }

  /**
   * Not a deed of the library's undo: the text has its own, kept in step with it here.
   *
   * @param revision the one that `markdown` was made from
   * @param history how the window's stack of undo changed; without it the whole difference is one step
   * @throws LecternError `talk-changed-elsewhere` when that is no longer the stored one, `talk-not-found`
   */
  save(id: TalkId, markdown: string, derived: TalkDerived, revision: number, history: HistoryChange | null = null): TalkRecord {
    this.sql.transaction(() => {
      const row = this.#row(id)
      if (row.revision !== revision) throw changedElsewhere()
      this.tables.replace('talks', id, [{ ...row, markdown, ...derivedColumns(derived), revision: revision + 1, updated_at: this.env.clock() }], [row])
      const next = { markdown, revision: revision + 1 }
      this.beside.undo.follow(id, row, next, history)
      this.beside.marks.follow(id, row, next)
    })
    this.env.changed()
    return this.get(id)
  }

  /** Into the trash. @throws LecternError `talk-not-found` */
  remove(id: TalkId): void {
    const row = this.#row(id)
    this.journal.deed(deedLabels.removeTalk(row.title), (change) => throwAway(change, { id, kind: 'talk', title: row.title, at: this.env.clock(), contents: [{ table: 'talks', scope: id, rows: [row] }] }))
    this.env.changed()
  }

  /** The talks that cite a material, last changed first. */
  usedIn(material: MaterialId): { id: TalkId; title: string; updatedAt: number }[] {
    return this.sql.all(talkStatements.usedIn, { material })
  }

  #row(id: TalkId): TalkRow {
    const row = this.sql.one<TalkRow>(talkStatements.get, { id })
    if (!row) throw talkNotFound()
    return row
  }
}
