import { draftOfBrand, isSameBrand, plainBrand, type Brand, type BrandDraft, type BrandId, type SchoolSummary } from '../../shared/model/brand'
import { School, SchoolId, type SchoolDraft } from '../../shared/model/school'
import { LecternError } from '../../shared/outcome'
import type { Brands } from './brands'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import type { Sql } from './sql'
import { throwAway } from './trash'
import { unwatched, type Watch } from './watch'
import { withChanges } from './with-changes'

type SchoolRow = {
  readonly no: number
  readonly id: SchoolId
  readonly name: string
  readonly short: string
  readonly district: string
  readonly level: string | null
  readonly contacts: string
  readonly notes: string
  readonly created_at: number
  readonly updated_at: number
}

export const schoolStatements = {
  get: 'SELECT * FROM schools WHERE id = :id',
  all: 'SELECT * FROM schools ORDER BY no',
  named: 'SELECT * FROM schools WHERE name = :name ORDER BY no',
  shortNamed: `SELECT * FROM schools WHERE short = :name AND short <> '' ORDER BY no`,
  summaries: `SELECT schools.id, name, short, district, level, series, primary_colour AS "primary", accent_colour AS accent, logo
    FROM schools JOIN brands ON brands.school_id = schools.id AND retired_at IS NULL`,
} as const

const schoolOf = (row: SchoolRow): School =>
  School.parse({ id: row.id, name: row.name, short: row.short, district: row.district, level: row.level, contacts: JSON.parse(row.contacts), notes: row.notes, createdAt: row.created_at, updatedAt: row.updated_at })

const rowOf = (school: School, no: number | null) => ({
  no,
  id: school.id,
  name: school.name,
  short: school.short,
  district: school.district,
  level: school.level,
  contacts: JSON.stringify(school.contacts),
  notes: school.notes,
  created_at: school.createdAt,
  updated_at: school.updatedAt,
})

const schoolNotFound = () =>
  new LecternError('school-not-found', { 'zh-CN': '没有找到这所学校，它可能已经被删除。删除的内容在回收站里，可以恢复。', en: 'This school is not in the library; it may have been deleted. What was deleted is in the trash and can be restored.' })

const brandNotFound = () => new LecternError('brand-not-found', { 'zh-CN': '没有找到这个品牌，学校现在的品牌没有改动。', en: 'This brand is not there; the brand that the school uses is unchanged.' })

/** A school as a file brings it: `id` where it is in the library already. */
export type SchoolToKeep = { readonly id: SchoolId | null; readonly school: SchoolDraft; readonly brand: BrandDraft }

/** Schools, each with exactly one brand in use; which ones it had is kept. */
export class SchoolStore {
  readonly #collator = new Intl.Collator('zh-CN', { numeric: true })

  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly brands: Brands,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** All of them by district and name; schools of no district last. */
  list(): SchoolSummary[] {
    const { compare } = this.#collator
    return this.sql.all<SchoolSummary>(schoolStatements.summaries).sort((a, b) => Number(a.district === '') - Number(b.district === '') || compare(a.district, b.district) || compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
  }

  /** All of them in full, in the order in which they came. */
  all(): School[] {
    return this.sql.all<SchoolRow>(schoolStatements.all).map(schoolOf)
  }

  find(id: string): School | null {
    const row = this.sql.one<SchoolRow>(schoolStatements.get, { id })
    return row ? schoolOf(row) : null
  }

  /** @throws LecternError `school-not-found` */
  get(id: SchoolId): School {
    return schoolOf(this.#row(id))
  }

  /** Schools of exactly this name; where there is none, of this short name. */
  named(name: string): School[] {
    const found = this.sql.all<SchoolRow>(schoolStatements.named, { name: name.trim() })
    return (found.length > 0 ? found : this.sql.all<SchoolRow>(schoolStatements.shortNamed, { name: name.trim() })).map(schoolOf)
  }

  /** The brand in use. @throws LecternError `school-not-found` */
  brandOf(id: SchoolId): Brand {
    const brand = this.brands.inUse(id)
    if (brand === null) throw schoolNotFound()
    return brand
  }

  add(draft: SchoolDraft, brand: BrandDraft = plainBrand): School {
    const id = SchoolId.parse(this.env.newId())
    this.journal.deed(deedLabels.addSchool(draft.name), (change) => this.#insert(change, id, draft, brand))
    this.env.changed()
    return this.get(id)
  }

  /** @throws LecternError `school-not-found` */
  change(id: SchoolId, changes: Partial<SchoolDraft>): School {
    const row = this.#row(id)
    const next = withChanges<School>(schoolOf(row), changes)
    this.journal.deed(deedLabels.editSchool(next.name), (change) => change('schools', id, [rowOf({ ...next, updatedAt: this.env.clock() }, row.no)]))
    this.env.changed()
    return this.get(id)
  }

  /** The brand that a school uses from now on; the one before it stays in its history. @throws LecternError `school-not-found` */
  useBrand(id: SchoolId, brand: BrandDraft): Brand {
    return this.#use(id, brand, deedLabels.editBrand)
  }

  /** Uses again what a school used once; itself a new entry of the history. @throws LecternError `school-not-found`, `brand-not-found` */
  restoreBrand(id: SchoolId, brand: BrandId): Brand {
    const former = this.brands.history(this.#row(id).id).find((one) => one.id === brand)
    if (!former) throw brandNotFound()
    return this.#use(id, draftOfBrand(former), deedLabels.restoreBrand)
  }

  /** Into the trash, with their brands; one deed. Unknown ids are passed over. @returns how many */
  remove(ids: readonly SchoolId[], watch: Watch = unwatched): number {
    const removed = this.sql.transaction(() => {
      const rows = [...new Set(ids)].flatMap((id) => this.sql.one<SchoolRow>(schoolStatements.get, { id }) ?? [])
      if (rows.length === 0) return 0
      this.journal.deed(deedLabels.removeSchools(rows.length, rows[0]?.name ?? ''), (change) => {
        for (const [done, row] of rows.entries()) {
          watch(done, rows.length)
          const contents = [
            { table: 'schools', scope: row.id, rows: [row] },
            { table: 'brands', scope: row.id, rows: this.brands.rows(row.id) },
          ] as const
          throwAway(change, { id: row.id, kind: 'school', title: row.name, at: this.env.clock(), contents })
        }
      })
      return rows.length
    })
    if (removed > 0) this.env.changed()
    return removed
  }

  /** Takes in what a file brings, one deed. @returns how many are new, and how many are different now */
  keep(schools: readonly SchoolToKeep[], watch: Watch = unwatched): { added: number; changed: number } {
    let added = 0
    let changed = 0
    if (schools.length === 0) return { added, changed }
    this.journal.deed(deedLabels.importSchools(schools.length), (change) => {
      for (const [done, { id, school, brand }] of schools.entries()) {
        watch(done, schools.length)
        const row = id === null ? undefined : this.sql.one<SchoolRow>(schoolStatements.get, { id })
        if (!row) {
          this.#insert(change, SchoolId.parse(this.env.newId()), school, brand)
          added++
          continue
        }
        const before = schoolOf(row)
        const next = rowOf({ ...before, ...school }, row.no)
        const isOther = Object.entries(rowOf(before, row.no)).some(([column, value]) => next[column as keyof typeof next] !== value)
        if (isOther) change('schools', row.id, [{ ...next, updated_at: this.env.clock() }])
        if (this.brands.use(change, row.id, brand) || isOther) changed++
      }
    })
    this.env.changed()
    return { added, changed }
  }

  /** Within a deed: a school from another library, under `id`; its brands oldest first. */
  bring(change: Change, id: SchoolId, school: SchoolDraft & Pick<School, 'createdAt' | 'updatedAt'>, brands: readonly Omit<Brand, 'schoolId'>[], idFor: (id: string) => string): void {
    change('schools', id, [rowOf(School.parse({ ...school, id }), null)])
    this.brands.bring(change, id, brands, idFor)
  }

  #insert(change: Change, id: SchoolId, draft: SchoolDraft, brand: BrandDraft): void {
    const now = this.env.clock()
    change('schools', id, [rowOf({ ...draft, id, createdAt: now, updatedAt: now }, null)])
    this.brands.use(change, id, brand)
  }

  #use(id: SchoolId, brand: BrandDraft, label: typeof deedLabels.editBrand): Brand {
    const { name } = this.#row(id)
    const current = this.brandOf(id)
    // A deed that does nothing would be one more press of undo.
    if (!isSameBrand(draftOfBrand(current), brand)) {
      this.journal.deed(label(name), (change) => this.brands.use(change, id, brand))
      this.env.changed()
    }
    return this.brandOf(id)
  }

  #row(id: SchoolId): SchoolRow {
    const row = this.sql.one<SchoolRow>(schoolStatements.get, { id })
    if (!row) throw schoolNotFound()
    return row
  }
}
