import { CaseEventId, type CaseEvent, type CaseEventDraft } from '../../shared/model/case-study'
import type { MaterialId } from '../../shared/model/ids'
import type { CaseStage } from '../../shared/model/material'
import { LecternError } from '../../shared/outcome'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import { draftOf, type MaterialRow } from './material-rows'
import type { MaterialStore } from './materials'
import type { Sql } from './sql'
import type { Row } from './tables'
import { withChanges } from './with-changes'

type EventRow = { readonly no: number; readonly id: CaseEventId; readonly material_id: MaterialId; readonly stage: CaseStage; readonly date: string; readonly note: string; readonly recorded_at: number }

/** Steps without a day stand where they were recorded among the others: before all that have one would be a guess as well. */
export const caseEventStatements = {
  ofMaterial: `SELECT * FROM case_events WHERE material_id = :material ORDER BY CASE date WHEN '' THEN date(recorded_at / 1000, 'unixepoch') ELSE date END, no`,
  get: 'SELECT * FROM case_events WHERE id = :id',
} as const

const eventOf = (row: EventRow): CaseEvent => ({ id: row.id, materialId: row.material_id, stage: row.stage, date: row.date, note: row.note, recordedAt: row.recorded_at })

const eventNotFound = () =>
  new LecternError('case-event-not-found', { 'zh-CN': '没有找到这笔进展，它可能已经被删除。按撤销可以找回。', en: 'This step is not there; it may have been deleted. Undo brings it back.' })

/** The chain of a case: reviewed → adopted → in practice → feedback, as dated steps with notes. The stage of the material follows the latest step. */
export class CaseEvents {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly materials: MaterialStore,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** Oldest first. */
  of(material: MaterialId): CaseEvent[] {
    return this.sql.all<EventRow>(caseEventStatements.ofMaterial, { material }).map(eventOf)
  }

  /** @throws LecternError `material-not-found` */
  add(material: MaterialId, event: CaseEventDraft): CaseEvent {
    const row = this.materials.row(material)
    const id = CaseEventId.parse(this.env.newId())
    this.#deed(deedLabels.addCaseEvent(row.title), row, id, [{ no: null, id, material_id: material, ...event, recorded_at: this.env.clock() }])
    return eventOf(this.#row(id))
  }

  /** @throws LecternError `case-event-not-found`, `material-not-found` */
  change(id: CaseEventId, changes: Partial<CaseEventDraft>): CaseEvent {
    const event = this.#row(id)
    const row = this.materials.row(event.material_id)
    this.#deed(deedLabels.editCaseEvent(row.title), row, id, [withChanges(event, changes)])
    return eventOf(this.#row(id))
  }

  /** @throws LecternError `case-event-not-found`, `material-not-found` */
  remove(id: CaseEventId): void {
    const row = this.materials.row(this.#row(id).material_id)
    this.#deed(deedLabels.removeCaseEvent(row.title), row, id, [])
  }

  /** Within a deed: removes every step of a material; for the emptying of the trash. */
  forget(change: Change, material: string): void {
    for (const { id } of this.sql.all<EventRow>(caseEventStatements.ofMaterial, { material })) change('case_events', id, [])
  }

  #deed(label: Parameters<Journal['deed']>[0], material: MaterialRow, id: CaseEventId, rows: readonly Row[]): void {
    this.journal.deed(label, (change) => {
      change('case_events', id, rows)
      const stage = this.of(material.id).at(-1)?.stage ?? null
      if (stage !== material.stage) this.materials.put(change, material, { ...draftOf(material), stage })
    })
    this.env.changed()
  }

  #row(id: CaseEventId): EventRow {
    const row = this.sql.one<EventRow>(caseEventStatements.get, { id })
    if (!row) throw eventNotFound()
    return row
  }
}
