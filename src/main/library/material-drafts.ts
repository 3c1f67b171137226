import { DraftOf, UnfinishedMaterial, type KeptDraft } from '../../shared/model/material-draft'
import type { Change } from './journal'
import type { Sql } from './sql'
import type { Tables } from './tables'

type DraftRow = { readonly material_id: string; readonly draft: string; readonly based_on: number | null; readonly saved_at: number }

export const draftStatements = {
  list: 'SELECT material_id, draft, based_on, saved_at FROM material_drafts ORDER BY saved_at DESC, no DESC',
  get: 'SELECT material_id, draft, based_on, saved_at FROM material_drafts WHERE material_id = :of',
} as const

const keptOf = ({ material_id, draft, based_on, saved_at }: DraftRow): KeptDraft => ({ of: DraftOf.parse(material_id), draft: UnfinishedMaterial.parse(JSON.parse(draft)), basedOn: based_on, savedAt: saved_at })

/** What was written and not saved yet, one draft a material: see {@link draftTables}. */
export class MaterialDrafts {
  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly env: { readonly clock: () => number; readonly newId: () => string },
  ) {}

  /** Last written first. */
  list(): KeptDraft[] {
    return this.sql.all<DraftRow>(draftStatements.list).map(keptOf)
  }

  get(of: DraftOf): KeptDraft | null {
    const row = this.sql.one<DraftRow>(draftStatements.get, { of })
    return row === undefined ? null : keptOf(row)
  }

  keep({ of, draft, basedOn }: Omit<KeptDraft, 'savedAt'>): void {
    this.sql.transaction(() => {
      const before = this.tables.read('material_drafts', of)
      this.tables.replace('material_drafts', of, [{ no: before[0]?.['no'] ?? null, id: before[0]?.['id'] ?? this.env.newId(), material_id: of, draft: JSON.stringify(draft), based_on: basedOn, saved_at: this.env.clock() }], before)
    })
  }

  drop(of: DraftOf): void {
    this.sql.transaction(() => this.tables.replace('material_drafts', of, []))
  }

  /** Takes the draft of a material along that is deleted for good, within that deed: undo brings both back. */
  forget(change: Change, material: string): void {
    if (this.sql.one(draftStatements.get, { of: material })) change('material_drafts', material, [])
  }
}
