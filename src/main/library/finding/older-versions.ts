import type { Sql } from '../sql'
import type { Follower, Row } from '../tables'

export const olderVersionStatements = {
  all: `SELECT no FROM materials WHERE version_group IS NOT NULL AND EXISTS
    (SELECT 1 FROM materials AS newer WHERE newer.version_group = materials.version_group AND newer.version_rank > materials.version_rank)`,
} as const

const isVersion = (row: Row): boolean => (row['version_group'] ?? null) !== null

/** The materials that have a newer version, which lists leave out: every search asks for them, and few changes make others of them. */
export class OlderVersions {
  #known: { readonly nos: readonly number[]; /** Commits of other connections that are in it: what they change is not told here. */ readonly elsewhere: number } | null = null

  constructor(readonly sql: Sql) {}

  /** Hears of every change of `materials`. */
  readonly follow: Follower = (before, after) => {
    if (before.some(isVersion) || after.some(isVersion)) this.#known = null
  }

  nos(): readonly number[] {
    const elsewhere = this.sql.commitsElsewhere
    if (this.#known?.elsewhere === elsewhere) return this.#known.nos
    const nos = this.sql.column<number>(olderVersionStatements.all)
    // What is read while something is being changed may be taken back.
    this.#known = this.sql.isWriting ? null : { nos, elsewhere }
    return nos
  }
}
