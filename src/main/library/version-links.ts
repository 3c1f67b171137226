import type { MaterialVersion } from '../../shared/contract/versions'
import type { MaterialId } from '../../shared/model/ids'
import { deedLabels } from './deed-labels'
import type { Change, Journal } from './journal'
import { materialRow, type MaterialRow } from './material-rows'
import { materialNotFound } from './not-found'
import type { Sql } from './sql'

export const versionStatements = {
  ofGroup: 'SELECT * FROM materials WHERE version_group = :group ORDER BY version_rank',
  of: `SELECT versions.id, versions.title, versions.status, coalesce(sources.title, '') AS source, versions.created_at AS createdAt, versions.updated_at AS updatedAt
    FROM materials JOIN materials AS versions ON versions.version_group = materials.version_group LEFT JOIN sources ON sources.id = versions.source_id
    WHERE materials.id = :id ORDER BY versions.version_rank`,
  last: 'SELECT coalesce(max(version_rank), 0) FROM materials WHERE version_group = :group',
} as const

/** Materials that are versions of one another: they share a group, and their rank in it tells which is newer. */
export class VersionLinks {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly env: { readonly newId: () => string; readonly changed: () => void },
  ) {}

  /** Newest first; empty where a material stands for itself. @throws LecternError `material-not-found` */
  of(id: MaterialId): MaterialVersion[] {
    this.#row(id)
    const versions = this.sql.all<Omit<MaterialVersion, 'rank'>>(versionStatements.of, { id })
    return versions.length < 2 ? [] : versions.map((version, index) => ({ ...version, rank: index + 1 })).toReversed()
  }

  /**
   * Links materials, and with them whatever each is linked to already.
   *
   * @param ids from the oldest to the newest
   * @throws LecternError `material-not-found`
   */
  link(ids: readonly MaterialId[]): MaterialVersion[] {
    const rows = [...new Set(ids)].map((id) => this.#row(id))
    const newest = rows.at(-1)
    if (!newest || rows.length < 2) return newest ? this.of(newest.id) : []
    const named = new Set<string>(rows.map(({ id }) => id))
    // Versions that were not named stay right before the one through which they come along.
    const inOrder = rows.flatMap((row) => [...this.#groupOf(row).filter(({ id }) => !named.has(id)), row])
    const distinct = [...new Map(inOrder.map((row) => [row.id, row])).values()]
    const group = rows.find((row) => row.version_group !== null)?.version_group ?? this.env.newId()
    this.journal.deed(deedLabels.linkVersions(newest.title, distinct.length), (change) => {
      for (const [index, row] of distinct.entries()) change('materials', row.id, [{ ...row, version_group: group, version_rank: index + 1 }])
    })
    this.env.changed()
    return this.of(newest.id)
  }

  /** The others stay linked. A material without versions is left as it is. @throws LecternError `material-not-found` */
  unlink(id: MaterialId): void {
    const row = this.#row(id)
    const group = this.#groupOf(row)
    if (group.length === 0) return
    this.journal.deed(deedLabels.unlinkVersion(row.title), (change) => {
      // A group of one is none.
      for (const one of group.length === 2 ? group : [row]) change('materials', one.id, [{ ...one, version_group: null, version_rank: null }])
    })
    this.env.changed()
  }

  /** Within a deed: makes a new material the newest version of an existing one. Nothing happens where that one is gone. */
  follow(change: Change, newer: MaterialId, older: MaterialId): void {
    const old = this.sql.one<MaterialRow>(materialRow, { id: older })
    if (!old) return
    const group = old.version_group ?? this.env.newId()
    if (old.version_group === null) change('materials', older, [{ ...old, version_group: group, version_rank: 1 }])
    const rank = this.sql.value<number>(versionStatements.last, { group }) + 1
    change('materials', newer, [{ ...this.#row(newer), version_group: group, version_rank: rank }])
  }

  #groupOf(row: MaterialRow): MaterialRow[] {
    return row.version_group === null ? [] : this.sql.all<MaterialRow>(versionStatements.ofGroup, { group: row.version_group })
  }

  #row(id: MaterialId): MaterialRow {
    const row = this.sql.one<MaterialRow>(materialRow, { id })
    if (!row) throw materialNotFound()
    return row
  }
}
