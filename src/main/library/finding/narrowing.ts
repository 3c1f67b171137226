import type { MaterialFilter } from '../../../shared/contract/library'
import type { Sql } from '../sql'
import type { Tables } from '../tables'
import type { Freshness } from './freshness'

/** What the index knows nothing of, as sets of material numbers: only these (null: all), without those. */
export type Narrowing = { readonly only: ReadonlySet<number> | null; readonly without: ReadonlySet<number> }

export const narrowingStatements = {
  ofSchools: 'SELECT no FROM materials WHERE school IN (SELECT value FROM json_each(:values)) AND school <> \'\'',
  ofStages: 'SELECT no FROM materials WHERE stage IN (SELECT value FROM json_each(:values)) AND stage IS NOT NULL',
  older: `SELECT no FROM materials WHERE version_group IS NOT NULL AND version_rank <
    (SELECT max(version_rank) FROM materials AS newest WHERE newest.version_group = materials.version_group)`,
  /** A version counts as used when any of its versions is. */
  used: `SELECT materials.no FROM (SELECT DISTINCT material_id FROM talk_cites) AS cited JOIN materials ON materials.id = cited.material_id
    UNION
    SELECT versions.no FROM (SELECT DISTINCT material_id FROM talk_cites) AS cited JOIN materials ON materials.id = cited.material_id
    JOIN materials AS versions ON versions.version_group = materials.version_group`,
} as const

const union = (first: ReadonlySet<number>, second: Iterable<number>): Set<number> => new Set([...first, ...second])

/** Turns the part of a filter that depends on talks, on the day or on versions into sets; each is read once until something changes. */
export class Narrowings {
  #known = new Map<string, readonly number[]>()
  #generation = -1

  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly freshness: Freshness,
  ) {}

  of(filter: MaterialFilter): Narrowing {
    let only: Set<number> | null = null
    let without: ReadonlySet<number> = new Set<number>()
    const keep = (nos: readonly number[]) => {
      const before = only
      only = new Set(before === null ? nos : nos.filter((no) => before.has(no)))
    }
    if (filter.schools && filter.schools.length > 0) keep(this.sql.column<number>(narrowingStatements.ofSchools, { values: JSON.stringify(filter.schools) }))
    if (filter.stages && filter.stages.length > 0) keep(this.sql.column<number>(narrowingStatements.ofStages, { values: JSON.stringify(filter.stages) }))
    if (filter.used === true) keep(this.used())
    if (filter.used === false) without = union(without, this.used())
    if (filter.freshness === 'stale' || filter.freshness === 'expiring') keep(this.#ofState(filter.freshness))
    if (filter.freshness === 'fresh') without = union(without, [...this.#ofState('stale'), ...this.#ofState('expiring')])
    if (filter.versions !== 'all') without = union(without, this.#remembered('older', narrowingStatements.older))
    return { only, without }
  }

  used(): readonly number[] {
    return this.#remembered('used', narrowingStatements.used)
  }

  #ofState(state: 'stale' | 'expiring'): number[] {
    return [...this.freshness.concerned().values()].filter((known) => known.state === state).map(({ no }) => no)
  }

  #remembered(name: string, statement: string): readonly number[] {
    if (this.#generation !== this.tables.generation) {
      this.#generation = this.tables.generation
      this.#known = new Map()
    }
    const known = this.#known.get(name) ?? this.sql.column<number>(statement)
    this.#known.set(name, known)
    return known
  }
}
