import type { ReadDocument } from '../../shared/model/document'
import { MaterialId, SourceId, type AssetHash } from '../../shared/model/ids'
import type { Material, ProposedMaterial } from '../../shared/model/material'
import type { OutlineEntry, Source, SourceFormat, SourceParagraph } from '../../shared/model/source'
import { deedLabels } from './deed-labels'
import type { Journal } from './journal'
import { materialOf, newMaterialRow, type MaterialWithSource } from './material-rows'
import { sourceNotFound } from './not-found'
import type { Sql } from './sql'
import type { Row } from './tables'
import { withChanges } from './with-changes'

type SourceRow = {
  readonly no: number
  readonly id: SourceId
  readonly title: string
  readonly file_name: string
  readonly format: SourceFormat
  readonly issuer: string
  readonly number: string
  readonly date: string
  readonly original: AssetHash
  readonly bytes: number
  readonly paragraphs: number
  readonly outline: string
  readonly imported_at: number
}

const sourceOf = (row: SourceRow): Source => ({
  id: row.id,
  title: row.title,
  fileName: row.file_name,
  format: row.format,
  issuer: row.issuer,
  number: row.number,
  date: row.date,
  original: row.original,
  bytes: row.bytes,
  paragraphs: row.paragraphs,
  importedAt: row.imported_at,
})

export const sourceStatements = {
  get: 'SELECT * FROM sources WHERE id = :id',
  byOriginal: 'SELECT * FROM sources WHERE original = :original ORDER BY no LIMIT 1',
  paragraphs: `SELECT position AS "index", text, number, level, kind FROM source_paragraphs
    WHERE source_no = :source AND position BETWEEN :from AND :to ORDER BY position`,
  materials: `SELECT materials.*, :title AS source_title FROM materials WHERE source_id = :id ORDER BY first_paragraph, no DESC`,
} as const

export type NewSource = {
  readonly document: ReadDocument
  /** As accepted by the user; the document's own title may differ. */
  readonly title: string
  readonly fileName: string
  /** The original file, stored already. */
  readonly original: AssetHash
  /** Size of the original file. */
  readonly bytes: number
  readonly materials: readonly ProposedMaterial[]
}

export class SourceStore {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: (rooms: { materials: boolean }) => void },
  ) {}

  /** Stores a document in full text with the materials accepted from it: one transaction, one deed. */
  add(added: NewSource): { source: Source; materials: Material[] } {
    const { document, title, fileName, original, bytes } = added
    const now = this.env.clock()
    const id = SourceId.parse(this.env.newId())
    const row: Row = {
      no: null,
      id,
      title,
      file_name: fileName,
      format: document.format,
      issuer: document.issuer,
      number: document.number,
      date: document.date,
      original,
      bytes,
      paragraphs: document.paragraphs.length,
      outline: JSON.stringify(document.outline),
      imported_at: now,
    }
    this.journal.deed(deedLabels.importSource(title, added.materials.length), (change) => {
      change('sources', id, [row])
      const { no } = this.#row(id)
      change(
        'source_paragraphs',
        no,
        document.paragraphs.map(({ index, ...paragraph }) => ({ source_no: no, position: index, ...paragraph })),
      )
      // Back to front: lists show the newest first, and so a new document from its beginning.
      for (const proposal of added.materials.toReversed()) {
        const materialId = MaterialId.parse(this.env.newId())
        change('materials', materialId, [newMaterialRow(materialId, proposal, { ...proposal, sourceId: id }, now)])
      }
    })
    this.env.changed({ materials: added.materials.length > 0 })
    return { source: this.get(id), materials: this.materials(id) }
  }

  /** The source whose original file has this hash: the same file is not imported twice. */
  byOriginal(original: AssetHash): Source | null {
    const row = this.sql.one<SourceRow>(sourceStatements.byOriginal, { original })
    return row ? sourceOf(row) : null
  }

  /** Newest first. */
  list(): Source[] {
    return this.sql.all<SourceRow>('SELECT * FROM sources ORDER BY no DESC').map(sourceOf)
  }

  /** @throws LecternError `source-not-found` */
  get(id: SourceId): Source {
    return sourceOf(this.#row(id))
  }

  /** As {@link get}, with null instead of an error: a material may outlive its source. */
  find(id: SourceId): Source | null {
    const row = this.sql.one<SourceRow>(sourceStatements.get, { id })
    return row ? sourceOf(row) : null
  }

  /** @throws LecternError `source-not-found` */
  outline(id: SourceId): OutlineEntry[] {
    return JSON.parse(this.#row(id).outline) as OutlineEntry[]
  }

  /** Paragraphs `from` to `to`, both included, counted from 1; without a range all of them. @throws LecternError `source-not-found` */
  paragraphs(id: SourceId, from = 1, to = Number.MAX_SAFE_INTEGER): SourceParagraph[] {
    return this.sql.all<SourceParagraph>(sourceStatements.paragraphs, { source: this.#row(id).no, from, to })
  }

  /** What was made from this source, in the order of its paragraphs. @throws LecternError `source-not-found` */
  materials(id: SourceId): Material[] {
    return this.sql.all<MaterialWithSource>(sourceStatements.materials, { id, title: this.#row(id).title }).map(materialOf)
  }

  materialCount(id: SourceId): number {
    return this.sql.value<number>('SELECT count(*) FROM materials WHERE source_id = :id', { id })
  }

  /** @throws LecternError `source-not-found` */
  update(id: SourceId, changes: Partial<Pick<Source, 'title' | 'issuer' | 'number' | 'date'>>): Source {
    const row = this.#row(id)
    const { title, issuer, number, date } = withChanges(sourceOf(row), changes)
    this.journal.deed(deedLabels.editSource(title), (change) => change('sources', id, [{ ...row, title, issuer, number, date }]))
    this.env.changed({ materials: true })
    return this.get(id)
  }

  /** Its materials stay, without provenance for as long as the source is away. @throws LecternError `source-not-found` */
  remove(id: SourceId): void {
    const { no, title } = this.#row(id)
    this.journal.deed(deedLabels.removeSource(title), (change) => {
      change('source_paragraphs', no, [])
      change('sources', id, [])
    })
    this.env.changed({ materials: true })
  }

  #row(id: SourceId): SourceRow {
    const row = this.sql.one<SourceRow>(sourceStatements.get, { id })
    if (!row) throw sourceNotFound()
    return row
  }
}
