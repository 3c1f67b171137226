import type { CollectionRecord } from '../../shared/model/bundle'
import { CollectionId, type CollectionDraft, type CollectionSummary, type ReadingProgress } from '../../shared/model/collection'
import type { Localized } from '../../shared/language'
import type { MaterialId } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import { materialRow, type MaterialRow } from './material-rows'
import { materialNotFound } from './not-found'
import type { Sql } from './sql'
import type { Row } from './tables'
import { withChanges } from './with-changes'

type CollectionRow = { readonly no: number; readonly id: CollectionId; readonly title: string; readonly note: string; readonly due: string; readonly created_at: number; readonly updated_at: number }

const IN_LIBRARY = 'JOIN materials ON materials.id = collection_entries.material_id'

export const collectionStatements = {
  list: `SELECT * FROM collections ORDER BY due = '', due, no DESC`,
  get: 'SELECT * FROM collections WHERE id = :id',
  /** Those in the trash keep their place but are not read. */
  entries: `SELECT collection_entries.material_id AS material, materials.no FROM collection_entries ${IN_LIBRARY} WHERE collection_id = :id ORDER BY position`,
  allEntries: 'SELECT material_id FROM collection_entries WHERE collection_id = :id ORDER BY position',
  progress: `SELECT reader, count(*) AS read FROM reading_marks JOIN collection_entries USING (collection_id, material_id) ${IN_LIBRARY}
    WHERE reading_marks.collection_id = :id GROUP BY reader ORDER BY count(*) DESC, reader`,
  marks: 'SELECT * FROM reading_marks WHERE collection_id = :id ORDER BY reader, material_id',
  holding: `SELECT collections.id, collections.title FROM collection_entries JOIN collections ON collections.id = collection_entries.collection_id
    WHERE collection_entries.material_id = :material ORDER BY collections.no DESC`,
} as const

const collectionNotFound = () =>
  new LecternError('collection-not-found', { 'zh-CN': '没有找到这个素材集，它可能已经被删除。按撤销可以找回。', en: 'This collection is not there; it may have been deleted. Undo brings it back.' })

const otherMaterials = () =>
  new LecternError('collection-changed-elsewhere', {
    'zh-CN': '这个素材集在别处增减过素材，顺序没有改动。请重新打开后再调整。',
    en: 'Materials were added to or taken out of this collection elsewhere; its order was not changed. Open it again and arrange it then.',
  })

const noReader = () =>
  new LecternError('no-reader', { 'zh-CN': '还不知道是谁读的。请在设置里填写宣讲人姓名，或选择一位读者。', en: 'It is not known who has read this. Give the speaker’s name in the settings, or choose a reader.' })

/** Reading lists: materials in an order, a day by which to read them, and marks per reader. */
export class Collections {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly env: { readonly clock: () => number; readonly newId: () => string; readonly changed: () => void; readonly author: () => string },
  ) {}

  /** Due first, then those without a day, newest first. */
  list(): CollectionSummary[] {
    return this.sql.all<CollectionRow>(collectionStatements.list).map((row) => this.#summary(row))
  }

  /** @throws LecternError `collection-not-found` */
  get(id: CollectionId): CollectionSummary {
    return this.#summary(this.#row(id))
  }

  /** As a bundle tells of it, with the materials that are in the trash; null when it is not there. */
  find(id: CollectionId): Omit<CollectionRecord, 'type'> | null {
    const row = this.sql.one<CollectionRow>(collectionStatements.get, { id })
    if (!row) return null
    const marks = this.sql.all<{ reader: string; material_id: MaterialId; read_at: number }>(collectionStatements.marks, { id })
    const read = marks.map(({ reader, material_id, read_at }) => ({ reader, material: material_id, at: read_at }))
    return { id, title: row.title, note: row.note, due: row.due, createdAt: row.created_at, updatedAt: row.updated_at, materials: this.#all(id), read }
  }

  /** In reading order, without those in the trash; `no` is the material's number in search. */
  entries(id: CollectionId): { material: MaterialId; no: number; readBy: string[] }[] {
    const marks = this.sql.all<{ reader: string; material_id: string }>(collectionStatements.marks, { id })
    const readers = Map.groupBy(marks, (mark) => mark.material_id)
    return this.sql
      .all<{ material: MaterialId; no: number }>(collectionStatements.entries, { id: this.#row(id).id })
      .map(({ material, no }) => ({ material, no, readBy: (readers.get(material) ?? []).map(({ reader }) => reader) }))
  }

  /** The collections that hold a material. */
  holding(material: MaterialId): { id: CollectionId; title: string }[] {
    return this.sql.all(collectionStatements.holding, { material })
  }

  /** @throws LecternError `material-not-found` */
  create(draft: CollectionDraft, materials: readonly MaterialId[] = []): CollectionSummary {
    const id = CollectionId.parse(this.env.newId())
    const now = this.env.clock()
    const entries = [...new Set(materials)]
    for (const material of entries) this.#material(material)
    return this.#deed(deedLabels.addCollection(draft.title), id, (change) => {
      change('collections', id, [{ no: null, id, title: draft.title, note: draft.note, due: draft.due, created_at: now, updated_at: now }])
      this.#put(change, id, entries)
    })
  }

  /** @throws LecternError `collection-not-found` */
  update(id: CollectionId, changes: Partial<CollectionDraft>): CollectionSummary {
    const row = this.#row(id)
    const { title, note, due } = withChanges<CollectionDraft>({ title: row.title, note: row.note, due: row.due }, changes)
    return this.#deed(deedLabels.editCollection(title), id, (change) => change('collections', id, [{ ...row, title, note, due, updated_at: this.env.clock() }]))
  }

  /** @throws LecternError `collection-not-found` */
  remove(id: CollectionId): void {
    const { title } = this.#row(id)
    this.journal.deed(deedLabels.removeCollection(title), (change) => {
      change('reading_marks', id, [])
      change('collection_entries', id, [])
      change('collections', id, [])
    })
    this.env.changed()
  }

  /** Adds at the end what is not in it yet. @throws LecternError `collection-not-found`, `material-not-found` */
  add(id: CollectionId, materials: readonly MaterialId[]): CollectionSummary {
    const row = this.#row(id)
    const before = this.#all(id)
    const fresh = [...new Set(materials)].filter((material) => !before.includes(material))
    for (const material of fresh) this.#material(material)
    if (fresh.length === 0) return this.#summary(row)
    return this.#deed(deedLabels.addToCollection(row.title, fresh.length), id, (change) => this.#put(change, id, [...before, ...fresh], row))
  }

  /** Marks of those taken out go with them. @throws LecternError `collection-not-found` */
  takeOut(id: CollectionId, materials: readonly MaterialId[]): CollectionSummary {
    const row = this.#row(id)
    const before = this.#all(id)
    const after = before.filter((material) => !materials.includes(material))
    if (after.length === before.length) return this.#summary(row)
    return this.#deed(deedLabels.takeFromCollection(row.title, before.length - after.length), id, (change) => {
      const marks = this.sql.all<Row>(collectionStatements.marks, { id })
      const kept = marks.filter((mark) => after.some((material) => material === mark['material_id']))
      if (kept.length < marks.length) change('reading_marks', id, kept)
      this.#put(change, id, after, row)
    })
  }

  /** @throws LecternError `collection-not-found`, `collection-changed-elsewhere` unless exactly its materials are named */
  arrange(id: CollectionId, materials: readonly MaterialId[]): CollectionSummary {
    const row = this.#row(id)
    const shown = this.sql.column<MaterialId>(collectionStatements.entries, { id })
    const named = new Set<MaterialId>(materials)
    if (named.size !== shown.length || shown.some((material) => !named.has(material))) throw otherMaterials()
    // Those in the trash keep the place that they have.
    const next = [...named].values()
    const order = this.#all(id).map((material) => (named.has(material) ? (next.next().value ?? material) : material))
    return this.#deed(deedLabels.arrangeCollection(row.title), id, (change) => this.#put(change, id, order, row))
  }

  /**
   * @param reader empty: the speaker of the settings
   * @throws LecternError `collection-not-found`, `material-not-found`, `no-reader`
   */
  mark(id: CollectionId, material: MaterialId, reader: string, read: boolean): CollectionSummary {
    const row = this.#row(id)
    const name = reader.trim() || this.env.author().trim()
    if (name === '') throw noReader()
    const { title } = this.#material(material)
    if (!this.#all(id).includes(material)) throw materialNotFound()
    const marks = this.sql.all<Row>(collectionStatements.marks, { id })
    const others = marks.filter((mark) => mark['reader'] !== name || mark['material_id'] !== material)
    const isRead = others.length < marks.length
    if (read === isRead) return this.#summary(row)
    return this.#deed(read ? deedLabels.markRead(title) : deedLabels.markUnread(title), id, (change) =>
      change('reading_marks', id, read ? [...others, { collection_id: id, reader: name, material_id: material, read_at: this.env.clock() }] : others),
    )
  }

  #deed(label: Localized, id: CollectionId, work: (change: Change) => void): CollectionSummary {
    this.journal.deed(label, work)
    this.env.changed()
    return this.get(id)
  }

  #put(change: Change, id: CollectionId, materials: readonly string[], row?: CollectionRow): void {
    change('collection_entries', id, materials.map((material, index) => ({ collection_id: id, position: index + 1, material_id: material })))
    if (row) change('collections', id, [{ ...row, updated_at: this.env.clock() }])
  }

  #summary(row: CollectionRow): CollectionSummary {
    const { id, title, note, due } = row
    const materials = this.sql.all(collectionStatements.entries, { id }).length
    return { id, title, note, due, materials, progress: this.sql.all<ReadingProgress>(collectionStatements.progress, { id }), createdAt: row.created_at, updatedAt: row.updated_at }
  }

  #all(id: CollectionId): MaterialId[] {
    return this.sql.column<MaterialId>(collectionStatements.allEntries, { id })
  }

  #row(id: CollectionId): CollectionRow {
    const row = this.sql.one<CollectionRow>(collectionStatements.get, { id })
    if (!row) throw collectionNotFound()
    return row
  }

  #material(id: MaterialId): MaterialRow {
    const row = this.sql.one<MaterialRow>(materialRow, { id })
    if (!row) throw materialNotFound()
    return row
  }
}
