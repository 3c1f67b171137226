import { LecturerId, type Lecturer } from '../../shared/model/rehearsal'
import { LecternError } from '../../shared/outcome'
import { deedLabels } from './deed-labels'
import type { Journal } from './journal'
import type { Sql } from './sql'

type LecturerRow = { readonly no: number; readonly id: LecturerId; readonly name: string; readonly pace: number; readonly created_at: number; readonly updated_at: number }

const lecturerNotFound = () =>
  new LecternError('lecturer-not-found', { 'zh-CN': '没有找到这位主讲人，可能已经被删除。按撤销可以找回。', en: 'This lecturer is not there and may have been deleted. Undo brings them back.' })

/** Those whose pace is known, beside the library's own. */
export class Lecturers {
  readonly #collator = new Intl.Collator('zh-CN', { numeric: true })

  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** By name. */
  list(): Lecturer[] {
    return this.sql
      .all<LecturerRow>('SELECT * FROM lecturers')
      .map(({ id, name, pace }) => ({ id, name, pace }))
      .sort((a, b) => this.#collator.compare(a.name, b.name))
  }

  /** Gives a lecturer a pace; one who is not known yet is added. @param name not empty once trimmed */
  setPace(name: string, pace: number): Lecturer {
    const trimmed = name.trim()
    const now = this.env.clock()
    const before = this.sql.one<LecturerRow>('SELECT * FROM lecturers WHERE name = :name', { name: trimmed })
    const id = before?.id ?? LecturerId.parse(this.env.newId())
    if (before?.pace !== pace) {
      this.journal.deed(deedLabels.setPace(trimmed, pace), (change) =>
        change('lecturers', id, [{ no: before?.no ?? null, id, name: trimmed, pace, created_at: before?.created_at ?? now, updated_at: now }]),
      )
      this.env.changed()
    }
    return { id, name: trimmed, pace }
  }

  /** From then on the library's pace counts for them. @throws LecternError `lecturer-not-found` */
  remove(id: LecturerId): void {
    const row = this.sql.one<LecturerRow>('SELECT * FROM lecturers WHERE id = :id', { id })
    if (!row) throw lecturerNotFound()
    this.journal.deed(deedLabels.removeLecturer(row.name), (change) => change('lecturers', id, []))
    this.env.changed()
  }
}
