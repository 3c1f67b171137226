import type { MaterialId, SourceId } from '../../shared/model/ids'
import type { CaseStage, Material, MaterialDraft, MaterialKind, MaterialStatus, Provenance } from '../../shared/model/material'
import type { Row } from './tables'

/** A row of `materials`. */
export type MaterialRow = {
  readonly no: number
  readonly id: MaterialId
  readonly kind: MaterialKind
  readonly title: string
  readonly body: string
  readonly tags: string
  readonly topics: string
  readonly audiences: string
  readonly status: MaterialStatus
  readonly stage: CaseStage | null
  readonly school: string
  readonly source_id: SourceId | null
  readonly path: string
  readonly locator: string
  readonly first_paragraph: number | null
  readonly last_paragraph: number | null
  readonly created_at: number
  readonly updated_at: number
}

/** A row of `materials` beside the title of its source, null when the source is gone or there never was one. */
export type MaterialWithSource = MaterialRow & { readonly source_title: string | null }

export const strings = (json: string): string[] => JSON.parse(json) as string[]

export const materialOf = (row: MaterialWithSource): Material => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  tags: strings(row.tags),
  topics: strings(row.topics),
  audiences: strings(row.audiences),
  status: row.status,
  stage: row.stage,
  school: row.school,
  // A material whose source was removed has no provenance to show, but keeps it for the moment in which undo brings the source back.
  provenance:
    row.source_id !== null && row.source_title !== null && row.first_paragraph !== null && row.last_paragraph !== null
      ? { sourceId: row.source_id, path: strings(row.path), locator: row.locator, from: row.first_paragraph, to: row.last_paragraph }
      : null,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const distinct = (labels: readonly string[]): string => JSON.stringify([...new Set(labels)])

/** A new row, without number; equal labels are kept once. */
export const newMaterialRow = (id: MaterialId, draft: MaterialDraft, provenance: Provenance | null, now: number): Row => ({
  no: null,
  id,
  ...draftColumns(draft),
  source_id: provenance?.sourceId ?? null,
  path: JSON.stringify(provenance?.path ?? []),
  locator: provenance?.locator ?? '',
  first_paragraph: provenance?.from ?? null,
  last_paragraph: provenance?.to ?? null,
  created_at: now,
  updated_at: now,
})

/** The columns that a user can write. */
export const draftColumns = (draft: MaterialDraft): Row => ({
  kind: draft.kind,
  title: draft.title,
  body: draft.body,
  tags: distinct(draft.tags),
  topics: distinct(draft.topics),
  audiences: distinct(draft.audiences),
  status: draft.status,
  stage: draft.stage,
  school: draft.school,
})
