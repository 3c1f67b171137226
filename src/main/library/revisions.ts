import type { Revision } from '../../shared/contract/editing'
import type { SupersededState } from '../../shared/model/bundle'
import type { MaterialId } from '../../shared/model/ids'
import { MaterialDraft } from '../../shared/model/material'
import { LecternError } from '../../shared/outcome'
import type { Change } from './journal'
import { draftOf, materialRow, type MaterialRow } from './material-rows'
import { materialNotFound } from './not-found'
import type { Sql } from './sql'

type RevisionRow = { readonly id: string; readonly revision: number; readonly state: string; readonly edited_by: string; readonly at: number }

export const revisionStatements = {
  all: 'SELECT id, revision, state, edited_by, at FROM material_revisions WHERE material_id = :material ORDER BY revision',
  one: 'SELECT state FROM material_revisions WHERE material_id = :material AND revision = :revision',
  last: 'SELECT coalesce(max(revision), 0) FROM material_revisions WHERE material_id = :material',
} as const

const unknownRevision = () =>
  new LecternError('revision-not-found', { 'zh-CN': '这条素材没有这个历史版本，可能刚被撤销。请重新打开历史记录。', en: 'This material has no such revision; it may just have been undone. Open the history again.' })

const differing = (before: MaterialDraft, after: MaterialDraft): string[] =>
  Object.keys({ ...before, ...after }).filter((field) => JSON.stringify(before[field as keyof MaterialDraft]) !== JSON.stringify(after[field as keyof MaterialDraft]))

/** Every state of every material: those that were superseded are in `material_revisions`, the last one is the material itself. */
export class Revisions {
  constructor(
    readonly sql: Sql,
    readonly newId: () => string,
  ) {}

  /** Within a deed: keeps what stands now, because it is about to be changed. */
  keep(change: Change, row: MaterialRow): void {
    const id = this.newId()
    change('material_revisions', id, [{ no: null, id, material_id: row.id, revision: this.#kept(row.id) + 1, state: JSON.stringify(draftOf(row)), edited_by: row.edited_by ?? '', at: row.updated_at }])
  }

  /** Newest first. @throws LecternError `material-not-found` */
  list(material: MaterialId): Revision[] {
    const row = this.#current(material)
    const kept = this.sql.all<RevisionRow>(revisionStatements.all, { material }).map(({ revision, state, edited_by, at }) => ({ revision, at, by: edited_by, draft: JSON.parse(state) as MaterialDraft }))
    const states = [...kept, { revision: (kept.at(-1)?.revision ?? 0) + 1, at: row.updated_at, by: row.edited_by ?? '', draft: draftOf(row) }]
    return states
      .map(({ revision, at, by, draft }, index) => {
        const before = states[index - 1]
        return { revision, at, by, title: draft.title, current: index === states.length - 1, changed: before ? differing(before.draft, draft) : [] }
      })
      .toReversed()
  }

  /** @throws LecternError `material-not-found`, `revision-not-found` */
  get(material: MaterialId, revision: number): MaterialDraft {
    const row = this.#current(material)
    if (revision === this.#kept(material) + 1) return draftOf(row)
    const kept = this.sql.one<{ state: string }>(revisionStatements.one, { material, revision })
    if (!kept) throw unknownRevision()
    return JSON.parse(kept.state) as MaterialDraft
  }

  /** For a bundle: what a material was before, oldest first, without what stands now. */
  superseded(material: MaterialId): SupersededState[] {
    return this.sql.all<RevisionRow>(revisionStatements.all, { material }).map(({ revision, at, edited_by, state }) => ({ revision, at, by: edited_by, draft: MaterialDraft.parse(JSON.parse(state)) }))
  }

  /** Within a deed: the history that a material brings along from another library. @param id of the row of a state */
  bring(change: Change, material: string, states: readonly SupersededState[], id: (revision: number) => string): void {
    for (const [index, { at, by, draft }] of states.entries()) {
      const row = id(index + 1)
      change('material_revisions', row, [{ no: null, id: row, material_id: material, revision: index + 1, state: JSON.stringify(draft), edited_by: by, at }])
    }
  }

  /** Within a deed: forgets everything that a material was; for the emptying of the trash. */
  forget(change: Change, material: string): void {
    for (const { id } of this.sql.all<RevisionRow>(revisionStatements.all, { material })) change('material_revisions', id, [])
  }

  #kept(material: string): number {
    return this.sql.value<number>(revisionStatements.last, { material })
  }

  #current(id: MaterialId): MaterialRow {
    const row = this.sql.one<MaterialRow>(materialRow, { id })
    if (!row) throw materialNotFound()
    return row
  }
}
