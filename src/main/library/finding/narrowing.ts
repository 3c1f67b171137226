import type { MaterialFilter } from '../../../shared/contract/library'
import { MaterialSet } from '../search/material-set'
import type { Sql } from '../sql'
import type { Tables } from '../tables'
import type { Freshness } from './freshness'
import type { OlderVersions } from './older-versions'

export const narrowingStatements = {
  ofSchools: 'SELECT no FROM materials WHERE school IN (SELECT value FROM json_each(:values)) AND school <> \'\'',
  ofStages: 'SELECT no FROM materials WHERE stage IN (SELECT value FROM json_each(:values)) AND stage IS NOT NULL',
  /** A version counts as used when any of its versions is. */
  used: `SELECT materials.no FROM (SELECT DISTINCT material_id FROM talk_cites) AS cited JOIN materials ON materials.id = cited.material_id
    UNION
    SELECT versions.no FROM (SELECT DISTINCT material_id FROM talk_cites) AS cited JOIN materials ON materials.id = cited.material_id
    JOIN materials AS versions ON versions.version_group = materials.version_group`,
  highest: 'SELECT coalesce(max(no), 0) FROM materials',
} as const

/** Sets remembered while nothing changes: every one is as many bytes as there are numbers. */
const MOST_SETS = 8

/** Turns the part of a filter that depends on schools, talks, the day or versions, of which the index knows nothing, into a set of materials. */
export class Narrowings {
  readonly #sets = new Map<string, MaterialSet>()
  #usedNos: readonly number[] | null = null
  #generation = -1
  #today = ''

  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly freshness: Freshness,
    readonly older: OlderVersions,
  ) {}

  /** null when every material will do. */
  of(filter: MaterialFilter): MaterialSet | null {
    this.#forgetWhatChanged(filter)
    const key = JSON.stringify([filter.schools ?? [], filter.stages ?? [], filter.used ?? null, filter.freshness ?? null, filter.versions ?? null])
    const known = this.#sets.get(key)
    if (known) return known
    const { only, without } = this.#parts(filter)
    if (only.length === 0 && without.every((nos) => nos.length === 0)) return null
    const set = this.#setOf(only, without)
    if (this.#sets.size >= MOST_SETS) this.#sets.clear()
    this.#sets.set(key, set)
    return set
  }

  used(): readonly number[] {
    this.#forgetWhatChanged(null)
    this.#usedNos ??= this.sql.column<number>(narrowingStatements.used)
    return this.#usedNos
  }

  /** A hit is in all of `only` and in none of `without`. */
  #parts(filter: MaterialFilter): { only: (readonly number[])[]; without: (readonly number[])[] } {
    const only: (readonly number[])[] = []
    const without: (readonly number[])[] = []
    if (filter.schools && filter.schools.length > 0) only.push(this.sql.column<number>(narrowingStatements.ofSchools, { values: JSON.stringify(filter.schools) }))
    if (filter.stages && filter.stages.length > 0) only.push(this.sql.column<number>(narrowingStatements.ofStages, { values: JSON.stringify(filter.stages) }))
    if (filter.used === true) only.push(this.used())
    if (filter.used === false) without.push(this.used())
    if (filter.freshness === 'stale' || filter.freshness === 'expiring') only.push(this.freshness.states()[filter.freshness])
    if (filter.freshness === 'fresh') without.push(this.freshness.states().stale, this.freshness.states().expiring)
    if (filter.versions !== 'all') without.push(this.older.nos())
    return { only, without }
  }

  #setOf(only: readonly (readonly number[])[], without: readonly (readonly number[])[]): MaterialSet {
    const marks = new Uint8Array(this.sql.value<number>(narrowingStatements.highest) + 1)
    if (only.length === 0) marks.fill(1)
    else {
      for (const [round, nos] of only.entries()) for (const no of nos) if (marks[no] === round) marks[no] = round + 1
      const all = only.length
      for (let no = 0; no < marks.length; no++) marks[no] = marks[no] === all ? 1 : 0
    }
    for (const nos of without) for (const no of nos) marks[no] = 0
    return new MaterialSet(marks, only.length === 0 ? without.flat() : null)
  }

  #forgetWhatChanged(filter: MaterialFilter | null): void {
    // Only a filter by freshness asks what day it is.
    const today = filter?.freshness ? this.freshness.states().today : this.#today
    if (this.#generation === this.tables.generation && this.#today === today) return
    this.#generation = this.tables.generation
    this.#today = today
    this.#sets.clear()
    this.#usedNos = null
  }
}
