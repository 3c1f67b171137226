import type { BulkChanges } from '../../shared/contract/editing'
import type { MaterialFilter, MaterialOrder, SearchResult } from '../../shared/contract/library'
import { MaterialId } from '../../shared/model/ids'
import type { Material, MaterialDraft, MaterialKind, Provenance } from '../../shared/model/material'
import { withBulkChanges } from '../../shared/bulk-changes/with-bulk-changes'
import { deedLabels } from './deed-labels'
import type { Finder } from './finding/finder'
import type { Change, Journal } from './journal'
import { draftColumns, draftOf, materialOf, materialRow, newMaterialRow, versionColumns, type MaterialRow, type MaterialWithSource } from './material-rows'
import { materialNotFound } from './not-found'
import type { Revisions } from './revisions'
import type { Sql } from './sql'
import type { Row } from './tables'
import { throwAway } from './trash'
import { unwatched, type Watch } from './watch'
import { withChanges } from './with-changes'

type Label = { label: string; count: number }

const SELECT_WITH_SOURCE = `SELECT materials.*, sources.title AS source_title, ${versionColumns}
    FROM materials LEFT JOIN sources ON sources.id = materials.source_id`

export const materialStatements = {
  get: `${SELECT_WITH_SOURCE} WHERE materials.id = :id`,
  list: `${SELECT_WITH_SOURCE} ORDER BY materials.no DESC`,
  listOfKind: `${SELECT_WITH_SOURCE} WHERE materials.kind = :kind ORDER BY materials.no DESC`,
} as const

const sameColumns = (before: Row, after: Row): boolean => Object.entries(after).every(([column, value]) => before[column] === value)

export class MaterialStore {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly finder: Finder,
    readonly revisions: Revisions,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void; readonly author: () => string },
  ) {}

  /** See {@link Finder.search}. */
  search(query: { text: string; filter: MaterialFilter; order?: MaterialOrder; limit: number; offset: number }): SearchResult {
    return this.finder.search(query)
  }

  /** @throws LecternError `material-not-found` */
  get(id: MaterialId): Material {
    const material = this.find(id)
    if (!material) throw materialNotFound()
    return material
  }

  find(id: MaterialId): Material | null {
    const row = this.sql.one<MaterialWithSource>(materialStatements.get, { id })
    return row ? materialOf(row) : null
  }

  /** Newest first; an imported document's materials in the order of the document. */
  list(kind?: MaterialKind): Material[] {
    const rows = kind === undefined ? this.sql.all<MaterialWithSource>(materialStatements.list) : this.sql.all<MaterialWithSource>(materialStatements.listOfKind, { kind })
    return rows.map(materialOf)
  }

  create(draft: MaterialDraft, provenance: Provenance | null = null): Material {
    const id = MaterialId.parse(this.env.newId())
    this.journal.deed(deedLabels.addMaterial(draft.title), (change) => change('materials', id, [newMaterialRow(id, draft, provenance, this.env.clock(), this.env.author())]))
    this.env.changed()
    return this.get(id)
  }

  /** What changes nothing is no deed. @throws LecternError `material-not-found` */
  update(id: MaterialId, changes: Partial<MaterialDraft>): Material {
    const row = this.row(id)
    const draft = withChanges(draftOf(row), changes)
    if (sameColumns(row, draftColumns(draft))) return this.get(id)
    this.journal.deed(deedLabels.editMaterial(draft.title), (change) => this.put(change, row, draft))
    this.env.changed()
    return this.get(id)
  }

  /** Those that the same change to many would make different, with what each is now and would be. Unknown ids are passed over. */
  *wouldChange(ids: readonly MaterialId[], changes: BulkChanges): Generator<{ readonly id: MaterialId; readonly before: MaterialDraft; readonly after: MaterialDraft }> {
    for (const row of this.#present(ids)) {
      const before = draftOf(row)
      const after = withBulkChanges(before, changes)
      if (!sameColumns(row, draftColumns(after))) yield { id: row.id, before, after }
    }
  }

  /** The same change to many, one deed. Unknown ids are passed over. @returns how many are different now */
  editMany(ids: readonly MaterialId[], changes: BulkChanges, watch: Watch = unwatched): number {
    // Read in the transaction that writes: another connection may write until it begins.
    const edited = this.sql.transaction(() => {
      const edits = this.#present(ids)
        .map((row) => ({ row, draft: withBulkChanges(draftOf(row), changes) }))
        .filter(({ row, draft }) => !sameColumns(row, draftColumns(draft)))
      if (edits.length === 0) return 0
      this.journal.deed(deedLabels.editMaterials(edits.length), (change) => {
        for (const [done, { row, draft }] of edits.entries()) {
          watch(done, edits.length)
          this.put(change, row, draft)
        }
      })
      return edits.length
    })
    if (edited > 0) this.env.changed()
    return edited
  }

  /** Makes an earlier revision the current one, as a new revision. @throws LecternError `material-not-found`, `revision-not-found` */
  restoreRevision(id: MaterialId, revision: number): Material {
    const draft = this.revisions.get(id, revision)
    const row = this.row(id)
    if (sameColumns(row, draftColumns(draft))) return this.get(id)
    this.journal.deed(deedLabels.restoreRevision(row.title, revision), (change) => this.put(change, row, draft))
    this.env.changed()
    return this.get(id)
  }

  /** Into the trash. Unknown ids are passed over. @returns how many were there and are no more */
  remove(ids: readonly MaterialId[], watch: Watch = unwatched): number {
    const removed = this.sql.transaction(() => {
      const rows = this.#present(ids)
      if (rows.length === 0) return 0
      this.journal.deed(deedLabels.removeMaterials(rows.length), (change) => {
        for (const [done, row] of rows.entries()) {
          watch(done, rows.length)
          throwAway(change, { id: row.id, kind: 'material', title: row.title, at: this.env.clock(), contents: [{ table: 'materials', scope: row.id, rows: [row] }] })
        }
      })
      return rows.length
    })
    if (removed > 0) this.env.changed()
    return removed
  }

  /** Every label and kind in use with its count, most used first. */
  labels(): { tags: Label[]; topics: Label[]; audiences: Label[]; kinds: { kind: MaterialKind; count: number }[] } {
    const of = (facet: 'tags' | 'topics' | 'audiences') =>
      this.sql.all<Label>('SELECT label, uses AS count FROM label_uses WHERE facet = :facet ORDER BY uses DESC, label', { facet })
    return {
      tags: of('tags'),
      topics: of('topics'),
      audiences: of('audiences'),
      kinds: this.sql.all<{ kind: MaterialKind; count: number }>('SELECT kind, count(*) AS count FROM materials GROUP BY kind ORDER BY count(*) DESC, kind'),
    }
  }

  /** @throws LecternError `material-not-found` */
  row(id: MaterialId): MaterialRow {
    const row = this.sql.one<MaterialRow>(materialRow, { id })
    if (!row) throw materialNotFound()
    return row
  }

  /** Within a deed: puts a draft in the place of what stands, and what stood into the history. */
  put(change: Change, row: MaterialRow, draft: MaterialDraft): void {
    this.revisions.keep(change, row)
    change('materials', row.id, [{ ...row, ...draftColumns(draft), updated_at: this.env.clock(), edited_by: this.env.author() || null }])
  }

  #present(ids: readonly MaterialId[]): MaterialRow[] {
    return [...new Set(ids)].flatMap((id) => this.sql.one<MaterialRow>(materialRow, { id }) ?? [])
  }
}
