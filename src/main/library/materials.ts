import type { MaterialFilter, SearchResult } from '../../shared/contract/library'
import { MaterialId } from '../../shared/model/ids'
import type { Material, MaterialDraft, MaterialKind, Provenance } from '../../shared/model/material'
import { deedLabels } from './deed-labels'
import type { Journal } from './journal'
import { draftColumns, materialOf, newMaterialRow, type MaterialRow, type MaterialWithSource } from './material-rows'
import { materialNotFound } from './not-found'
import type { MaterialSearch } from './search/material-search'
import type { Sql } from './sql'
import type { Row } from './tables'
import { withChanges } from './with-changes'

type Label = { label: string; count: number }

export const materialStatements = {
  get: `SELECT materials.*, sources.title AS source_title
    FROM materials LEFT JOIN sources ON sources.id = materials.source_id WHERE materials.id = :id`,
  list: `SELECT materials.*, sources.title AS source_title
    FROM materials LEFT JOIN sources ON sources.id = materials.source_id ORDER BY materials.no DESC`,
  listOfKind: `SELECT materials.*, sources.title AS source_title
    FROM materials LEFT JOIN sources ON sources.id = materials.source_id WHERE materials.kind = :kind ORDER BY materials.no DESC`,
} as const

export class MaterialStore {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly index: MaterialSearch,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** See {@link MaterialSearch.search}. */
  search(query: { text: string; filter: MaterialFilter; limit: number; offset: number }): SearchResult {
    return this.index.search(query)
  }

  /** @throws LecternError `material-not-found` */
  get(id: MaterialId): Material {
    return materialOf(this.#row(id))
  }

  /** Newest first; an imported document's materials in the order of the document. */
  list(kind?: MaterialKind): Material[] {
    const rows = kind === undefined ? this.sql.all<MaterialWithSource>(materialStatements.list) : this.sql.all<MaterialWithSource>(materialStatements.listOfKind, { kind })
    return rows.map(materialOf)
  }

  create(draft: MaterialDraft, provenance: Provenance | null = null): Material {
    const id = MaterialId.parse(this.env.newId())
    this.journal.deed(deedLabels.addMaterial(draft.title), (change) => change('materials', id, [newMaterialRow(id, draft, provenance, this.env.clock())]))
    this.env.changed()
    return this.get(id)
  }

  /** @throws LecternError `material-not-found` */
  update(id: MaterialId, changes: Partial<MaterialDraft>): Material {
    const { source_title, ...row } = this.#row(id)
    const draft = withChanges<MaterialDraft>(materialOf({ ...row, source_title }), changes)
    const after: Row = { ...row, ...draftColumns(draft), updated_at: this.env.clock() }
    this.journal.deed(deedLabels.editMaterial(draft.title), (change) => change('materials', id, [after]))
    this.env.changed()
    return this.get(id)
  }

  /** Unknown ids are passed over. @returns how many were there and are no more */
  remove(ids: readonly MaterialId[]): number {
    const present = [...new Set(ids)].filter((id) => this.sql.one<MaterialRow>('SELECT no FROM materials WHERE id = :id', { id }) !== undefined)
    if (present.length === 0) return 0
    this.journal.deed(deedLabels.removeMaterials(present.length), (change) => {
      for (const id of present) change('materials', id, [])
    })
    this.env.changed()
    return present.length
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

  #row(id: MaterialId): MaterialWithSource {
    const row = this.sql.one<MaterialWithSource>(materialStatements.get, { id })
    if (!row) throw materialNotFound()
    return row
  }
}
