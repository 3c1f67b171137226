import { assertNever } from '../../../shared/assert-never'
import { MaterialFilter, type MaterialHit, type MaterialOrder, type SearchResult } from '../../../shared/contract/library'
import type { Freshness as State } from '../../../shared/model/freshness'
import type { CaseStage, MaterialStatus } from '../../../shared/model/material'
import type { DatedHit, MaterialSearch } from '../search/material-search'
import { newestFirst, type MaterialOrdering } from '../search/ordered-walk'
import type { Sql } from '../sql'
import type { Freshness } from './freshness'
import type { Narrowings } from './narrowing'
import type { TitleOrder } from './title-order'

type Wish = { readonly text: string; readonly filter: MaterialFilter; readonly order?: MaterialOrder; readonly limit: number; readonly offset: number }
type Counted<T> = { value: T; count: number }[]

export const finderStatements = {
  /** CROSS JOIN: from the citations to the materials; the planner would rather walk all materials in order. */
  mostUsed: 'SELECT materials.no FROM talk_cites CROSS JOIN materials ON materials.id = talk_cites.material_id GROUP BY materials.no ORDER BY count(*) DESC, materials.no DESC',
} as const

export const facetStatements = {
  schools: `SELECT school AS value, count(*) AS count FROM materials WHERE school <> '' GROUP BY school ORDER BY count(*) DESC, school LIMIT 200`,
  statuses: 'SELECT status AS value, count(*) AS count FROM materials GROUP BY status ORDER BY status',
  stages: 'SELECT stage AS value, count(*) AS count FROM materials WHERE stage IS NOT NULL GROUP BY stage',
} as const

/** One of each kind: proved by a gram, by several, only by the text, in Latin. */
const WARMING = ['教', '教育', '教育 学校', '课堂教学', 'ai']

/**
 * Search with everything a list can be narrowed and ordered by. The index answers words, kinds, labels, status and source; what depends on talks, on the
 * day or on versions is handed to it as a set of materials.
 */
export class Finder {
  #mostUsed: { readonly generation: number; readonly ordering: MaterialOrdering } | null = null

  constructor(
    readonly sql: Sql,
    readonly index: MaterialSearch,
    readonly narrowings: Narrowings,
    readonly freshness: Freshness,
    readonly titles: TitleOrder,
  ) {}

  /** Exactly the materials that hold every word of the text and meet every facet of the filter in use (any value within a facet will do). */
  search({ text, filter, order = 'relevance', limit, offset }: Wish): SearchResult {
    const started = performance.now()
    this.index.bringUpToDate()
    return this.sql.snapshot(() => {
      const found = this.index.search({ text, filter, among: this.narrowings.of(filter), ordering: this.#orderingOf(order), limit, offset }, this.#shown())
      return { ...found, ms: performance.now() - started }
    })
  }

  /** What a search in this order needs before it can answer at once, a few milliseconds at a time. */
  *preparing(order: MaterialOrder): Generator<void> {
    if (order === 'title') yield* this.titles.preparing()
  }

  /** Reads the index and runs the code of search a few times, one search a step. Changes nothing. */
  *warmingUp(): Generator<void> {
    for (let round = 0; round < 2; round++) {
      for (const text of WARMING) {
        this.search({ text, filter: MaterialFilter.parse({}), limit: 50, offset: 0 })
        yield
      }
    }
  }

  /** What lists show of these materials, by number, in their order. */
  hits(nos: readonly number[]): MaterialHit[] {
    return this.index.hitsOf(nos, '', this.#shown())
  }

  facets(): { schools: Counted<string>; statuses: Counted<MaterialStatus>; stages: Counted<CaseStage>; freshness: Counted<State>; used: number; unused: number } {
    const all = this.sql.value<number>('SELECT count(*) FROM materials')
    const { stale, expiring } = this.freshness.states()
    const used = this.narrowings.used().length
    return {
      schools: this.sql.all(facetStatements.schools),
      statuses: this.sql.all(facetStatements.statuses),
      stages: this.sql.all(facetStatements.stages),
      freshness: [
        { value: 'fresh', count: all - stale.length - expiring.length },
        { value: 'expiring', count: expiring.length },
        { value: 'stale', count: stale.length },
      ],
      used,
      unused: all - used,
    }
  }

  /** Hits that are not fresh say so. */
  #shown(): (hit: DatedHit) => MaterialHit {
    const freshnessOf = this.freshness.judge()
    return ({ hit, lastDays }) => {
      const freshness = freshnessOf(lastDays)
      return freshness === 'fresh' ? hit : { ...hit, freshness }
    }
  }

  #orderingOf(order: MaterialOrder): MaterialOrdering | null {
    switch (order) {
      case 'relevance':
        return null
      case 'newest':
        return newestFirst
      case 'title':
        return this.titles.ordering()
      case 'most-used': {
        const { generation } = this.narrowings.tables
        if (this.#mostUsed?.generation !== generation) this.#mostUsed = { generation, ordering: { first: this.sql.column<number>(finderStatements.mostUsed) } }
        return this.#mostUsed.ordering
      }
      default:
        return assertNever(order)
    }
  }
}
