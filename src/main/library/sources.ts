import type { ReadDocument } from '../../shared/model/document'
import { MaterialId, SourceId, type AssetHash } from '../../shared/model/ids'
import type { Material, ProposedMaterial } from '../../shared/model/material'
import { LecternError } from '../../shared/outcome'
import type { OutlineEntry, Source, SourceFormat, SourceParagraph } from '../../shared/model/source'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import { materialOf, materialRow, newMaterialRow, versionColumns, type MaterialRow, type MaterialWithSource } from './material-rows'
import { sourceNotFound } from './not-found'
import type { Sql } from './sql'
import type { Row } from './tables'
import { throwAway } from './trash'
import type { VersionLinks } from './version-links'
import { unwatched, type Watch } from './watch'
import { withChanges } from './with-changes'

export type SourceRow = {
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
  readonly valid_until: string | null
  readonly superseded_by: SourceId | null
}

type ParagraphRow = Omit<SourceParagraph, 'page'> & { readonly page: number | null }

/** @param source the number of its row. */
export const paragraphRow = (source: number, { index, text, number, level, kind, page }: SourceParagraph): Row => ({ source_no: source, position: index, text, number, level, kind, page: page ?? null })

export const sourceOf = (row: SourceRow): Source => ({
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
  ...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
  ...(row.superseded_by === null ? {} : { supersededBy: row.superseded_by }),
})

/** In SQL, of a row of `sources`: has a newer one that is still there taken its place? */
export const isSuperseded = 'EXISTS (SELECT 1 FROM sources AS newer WHERE newer.id = sources.superseded_by)'

export const sourceStatements = {
  get: 'SELECT * FROM sources WHERE id = :id',
  byOriginal: 'SELECT * FROM sources WHERE original = :original ORDER BY no LIMIT 1',
  paragraphs: `SELECT position AS "index", text, number, level, kind, page FROM source_paragraphs
    WHERE source_no = :source AND position BETWEEN :from AND :to ORDER BY position`,
  materials: `SELECT materials.*, :title AS source_title, ${versionColumns} FROM materials WHERE source_id = :id ORDER BY first_paragraph, no DESC`,
} as const

const supersedesItself = () =>
  new LecternError('source-supersedes-itself', {
    'zh-CN': '这份文件已经直接或间接地被对方取代，不能反过来再取代它。没有改动。',
    en: 'One of these documents already takes the place of the other, so it cannot be the other way round as well. Nothing was changed.',
  })

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
    readonly versions: VersionLinks,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: (rooms: { materials: boolean }) => void; readonly author: () => string },
  ) {}

  /**
   * Stores a document in full text with the materials accepted from it: one transaction, one deed.
   * @returns also the ids of the materials, in the order in which they were given
   */
  add(added: NewSource, watch: Watch = unwatched): { source: Source; materials: Material[]; ids: MaterialId[] } {
    const { document, title, fileName, original, bytes } = added
    const now = this.env.clock()
    const id = SourceId.parse(this.env.newId())
    const ids: MaterialId[] = []
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
        document.paragraphs.map((paragraph) => paragraphRow(no, paragraph)),
      )
      // Back to front: lists show the newest first, and so a new document from its beginning.
      for (const [done, proposal] of added.materials.toReversed().entries()) {
        watch(done, added.materials.length)
        const materialId = MaterialId.parse(this.env.newId())
        ids.unshift(materialId)
        change('materials', materialId, [newMaterialRow(materialId, proposal, { ...proposal, sourceId: id }, now, this.env.author())])
        // The older version may have gone since the user chose it: then the new one stands for itself.
        if (proposal.versionOf !== undefined) this.versions.follow(change, materialId, proposal.versionOf)
        if (proposal.replaces !== undefined) this.#putAway(change, proposal.replaces)
      }
    })
    this.env.changed({ materials: added.materials.length > 0 })
    return { source: this.get(id), materials: this.materials(id), ids }
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
    return this.sql.all<ParagraphRow>(sourceStatements.paragraphs, { source: this.#row(id).no, from, to }).map(({ page, ...paragraph }) => (page === null ? paragraph : { ...paragraph, page }))
  }

  /** What was made from this source, in the order of its paragraphs. @throws LecternError `source-not-found` */
  materials(id: SourceId): Material[] {
    return this.sql.all<MaterialWithSource>(sourceStatements.materials, { id, title: this.#row(id).title }).map(materialOf)
  }

  materialCount(id: SourceId): number {
    return this.sql.value<number>('SELECT count(*) FROM materials WHERE source_id = :id', { id })
  }

  /** @throws LecternError `source-not-found` */
  update(id: SourceId, changes: Partial<Pick<Source, 'title' | 'issuer' | 'number' | 'date' | 'validUntil'>>): Source {
    const row = this.#row(id)
    const { title, issuer, number, date, validUntil } = withChanges(sourceOf(row), changes)
    this.journal.deed(deedLabels.editSource(title), (change) => change('sources', id, [{ ...row, title, issuer, number, date, valid_until: validUntil || null }]))
    this.env.changed({ materials: true })
    return this.get(id)
  }

  /**
   * A newer source takes the place of this one; null: it stands again.
   *
   * @throws LecternError `source-not-found`, `source-supersedes-itself` when the two would stand in a circle
   */
  supersede(id: SourceId, by: SourceId | null): Source {
    const row = this.#row(id)
    for (let next: SourceId | null = by; next !== null; next = this.find(next)?.supersededBy ?? null) if (next === id) throw supersedesItself()
    const label = by === null ? deedLabels.reinstateSource(row.title) : deedLabels.supersedeSource(row.title, this.#row(by).title)
    this.journal.deed(label, (change) => change('sources', id, [{ ...row, superseded_by: by }]))
    this.env.changed({ materials: true })
    return this.get(id)
  }

  /** Into the trash. Its materials stay, without provenance for as long as the source is away. @throws LecternError `source-not-found` */
  remove(id: SourceId): void {
    const row = this.#row(id)
    const paragraphs = this.sql.all<Row>('SELECT * FROM source_paragraphs WHERE source_no = :no ORDER BY position', { no: row.no })
    this.journal.deed(deedLabels.removeSource(row.title), (change) =>
      throwAway(change, {
        id,
        kind: 'source',
        title: row.title,
        at: this.env.clock(),
        contents: [
          { table: 'sources', scope: id, rows: [row] },
          { table: 'source_paragraphs', scope: row.no, rows: paragraphs },
        ],
      }),
    )
    this.env.changed({ materials: true })
  }

  /** Within a deed: a material makes room for the one that was taken in. Nothing happens where it is gone. */
  #putAway(change: Change, id: MaterialId): void {
    const row = this.sql.one<MaterialRow>(materialRow, { id })
    if (row) throwAway(change, { id, kind: 'material', title: row.title, at: this.env.clock(), contents: [{ table: 'materials', scope: id, rows: [row] }] })
  }

  #row(id: SourceId): SourceRow {
    const row = this.sql.one<SourceRow>(sourceStatements.get, { id })
    if (!row) throw sourceNotFound()
    return row
  }
}
