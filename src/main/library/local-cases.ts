import type { CasePinRecord } from '../../shared/model/bundle'
import type { MaterialId, TalkId } from '../../shared/model/ids'
import type { PinCounts } from '../../shared/contract/leaving'
import type { LocalCase } from '../../shared/model/local-case'
import type { School, SchoolId } from '../../shared/model/school'
import { deedLabels } from './deed-labels'
import type { Freshness } from './finding/freshness'
import type { Change, Journal } from './journal'
import { strings } from './material-rows'
import type { Sql } from './sql'

type CaseRow = { readonly id: MaterialId; readonly kind: LocalCase['kind']; readonly title: string; readonly topics: string; readonly audiences: string; readonly updatedAt: number }
type PinRow = { readonly no: number; readonly id: string; readonly school_id: SchoolId; readonly talk_id: TalkId; readonly slot: string; readonly material_id: MaterialId | null; readonly at: number }

export const localCaseStatements = {
  /** Of linked versions only the newest. */
  ofSchool: `SELECT id, kind, title, topics, audiences, updated_at AS updatedAt FROM materials
    WHERE school IN (SELECT value FROM json_each(:names)) AND school <> '' AND status = 'approved' AND kind IN ('case', 'story')
      AND (version_group IS NULL OR NOT EXISTS (SELECT 1 FROM materials AS newer WHERE newer.version_group = materials.version_group AND newer.version_rank > materials.version_rank))`,
  called: `SELECT id FROM schools WHERE name = :name UNION SELECT id FROM schools WHERE short = :name AND short <> ''`,
  pins: 'SELECT slot, material_id FROM local_case_pins WHERE talk_id = :talk AND school_id = :school',
  pin: 'SELECT * FROM local_case_pins WHERE talk_id = :talk AND school_id = :school AND slot = :slot',
  /** Choices whose talk, school and case are there and not in the trash. */
  chosen: `SELECT id, talk_id AS talk, school_id AS school, slot, material_id AS material, at FROM local_case_pins
    WHERE talk_id IN (SELECT id FROM talks) AND school_id IN (SELECT id FROM schools) AND (material_id IS NULL OR material_id IN (SELECT id FROM materials))
    ORDER BY talk_id, school_id, slot`,
  hasId: 'SELECT EXISTS (SELECT 1 FROM local_case_pins WHERE id = :id)',
  idsOfTalk: 'SELECT id FROM local_case_pins WHERE talk_id = :talk',
  idsOfSchool: 'SELECT id FROM local_case_pins WHERE school_id = :school',
} as const

/** The cases that schools have of their own, and which of them somebody chose for a talk. */
export class LocalCases {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly freshness: Freshness,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /**
   * The approved cases and stories of a school. A material names its school by name or short name; a name that two schools go by says nothing of either, because
   * what is one school's own must never be told in another.
   */
  of({ id, name, short }: Pick<School, 'id' | 'name' | 'short'>): LocalCase[] {
    const names = [...new Set([name, short])].filter((called) => called !== '' && this.sql.column<SchoolId>(localCaseStatements.called, { name: called }).every((other) => other === id))
    if (names.length === 0) return []
    const rows = this.sql.all<CaseRow>(localCaseStatements.ofSchool, { names: JSON.stringify(names) })
    const concerned = this.freshness.among(rows.map((row) => row.id))
    return rows.map(({ topics, audiences, ...row }) => ({ ...row, topics: strings(topics), audiences: strings(audiences), freshness: concerned.get(row.id)?.state ?? 'fresh' }))
  }

  /** By the slot's key; null where somebody chose that none be told. */
  pins(talk: TalkId, school: SchoolId): ReadonlyMap<string, MaterialId | null> {
    return new Map(this.sql.all<{ slot: string; material_id: MaterialId | null }>(localCaseStatements.pins, { talk, school }).map(({ slot, material_id }) => [slot, material_id]))
  }

  /** @param material null: none is told here; undefined: the fittest, as before anybody chose */
  pin(talk: TalkId, school: Pick<School, 'id' | 'name'>, slot: string, material: MaterialId | null | undefined): void {
    const before = this.sql.one<PinRow>(localCaseStatements.pin, { talk, school: school.id, slot })
    if ((before === undefined && material === undefined) || (before !== undefined && before.material_id === material)) return
    const id = before?.id ?? this.env.newId()
    this.journal.deed(deedLabels.pinCase(school.name), (change) =>
      change('local_case_pins', id, material === undefined ? [] : [{ no: before?.no ?? null, id, school_id: school.id, talk_id: talk, slot, material_id: material, at: this.env.clock() }]),
    )
    this.env.changed()
  }

  /** Every choice of which everything that it speaks of is there, by talk, school and slot. */
  chosen(): CasePinRecord[] {
    return this.sql.all<Omit<CasePinRecord, 'type'>>(localCaseStatements.chosen).map((pin) => ({ type: 'case-pin', ...pin }))
  }

  /** How a choice from another library stands to ours for the same place. */
  standingOf({ talk, school, slot, material }: Omit<CasePinRecord, 'type'>): keyof PinCounts {
    const ours = this.sql.one<PinRow>(localCaseStatements.pin, { talk, school, slot })
    if (ours === undefined) return 'new'
    return ours.material_id === material ? 'identical' : 'differing'
  }

  /** Within a deed: a choice from another library, for a place where nobody has chosen yet. @param idFor an id of its own where another choice has it */
  bring(change: Change, { id, talk, school, slot, material, at }: Omit<CasePinRecord, 'type'>, idFor: () => string): void {
    const own = this.sql.value<number>(localCaseStatements.hasId, { id }) === 1 ? idFor() : id
    change('local_case_pins', own, [{ no: null, id: own, school_id: school, talk_id: talk, slot, material_id: material, at }])
  }

  /** Within a deed: for the emptying of the trash. */
  forgetTalk(change: Change, talk: string): void {
    for (const id of this.sql.column<string>(localCaseStatements.idsOfTalk, { talk })) change('local_case_pins', id, [])
  }

  /** The same of a school. */
  forgetSchool(change: Change, school: string): void {
    for (const id of this.sql.column<string>(localCaseStatements.idsOfSchool, { school })) change('local_case_pins', id, [])
  }
}
