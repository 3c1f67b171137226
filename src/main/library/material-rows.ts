import type { MaterialId, SourceId } from '../../shared/model/ids'
import type { CaseStage, Consent, Material, MaterialDraft, MaterialKind, MaterialStatus, Provenance } from '../../shared/model/material'
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
  readonly valid_until: string | null
  readonly consent: Consent['state'] | null
  readonly consent_note: string | null
  /** Materials of one group are versions of each other; the highest rank is the newest. */
  readonly version_group: string | null
  readonly version_rank: number | null
  readonly edited_by: string | null
}

export const materialRow = 'SELECT * FROM materials WHERE id = :id'

/** How many versions a material has, itself included; 0 where it stands for itself. */
export const versionCount = '(SELECT count(*) FROM materials AS versions WHERE versions.version_group = materials.version_group) AS version_count'

/** What {@link materialOf} needs of a row beside its columns and the title of its source: how many versions there are and which of them it is. */
export const versionColumns = `
  ${versionCount},
  (SELECT count(*) FROM materials AS versions WHERE versions.version_group = materials.version_group AND versions.version_rank <= materials.version_rank) AS version_place`

/** A row of `materials` beside the title of its source, null when the source is gone or there never was one. */
export type MaterialWithSource = MaterialRow & { readonly source_title: string | null; readonly version_count: number; readonly version_place: number }

export const strings = (json: string): string[] => JSON.parse(json) as string[]

/** What a user wrote of a material; fields that hold nothing are absent where the model lets them be. */
export const draftOf = (row: MaterialRow): MaterialDraft => ({
  kind: row.kind,
  title: row.title,
  body: row.body,
  tags: strings(row.tags),
  topics: strings(row.topics),
  audiences: strings(row.audiences),
  status: row.status,
  stage: row.stage,
  school: row.school,
  ...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
  ...(row.consent === null ? {} : { consent: { state: row.consent, note: row.consent_note ?? '' } }),
})

export const materialOf = (row: MaterialWithSource): Material => ({
  id: row.id,
  ...draftOf(row),
  // A material whose source was removed has no provenance to show, but keeps it for the moment in which undo brings the source back.
  provenance:
    row.source_id !== null && row.source_title !== null && row.first_paragraph !== null && row.last_paragraph !== null
      ? { sourceId: row.source_id, path: strings(row.path), locator: row.locator, from: row.first_paragraph, to: row.last_paragraph }
      : null,
  ...(row.version_group !== null && row.version_count > 1 ? { version: { group: row.version_group, rank: row.version_place, count: row.version_count } } : {}),
  ...(row.edited_by === null ? {} : { editedBy: row.edited_by }),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const distinct = (labels: readonly string[]): string => JSON.stringify([...new Set(labels)])

/**
 * A new row, without number; equal labels are kept once.
 * @param by name of whoever makes it; empty when unknown
 */
export const newMaterialRow = (id: MaterialId, draft: MaterialDraft, provenance: Provenance | null, now: number, by: string): Row => ({
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
  version_group: null,
  version_rank: null,
  edited_by: by || null,
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
  valid_until: draft.validUntil || null,
  consent: draft.consent && (draft.consent.state !== 'none' || draft.consent.note !== '') ? draft.consent.state : null,
  consent_note: draft.consent?.note || null,
})
