import { assertNever } from '../../../shared/assert-never'
import { MaterialFilter, type MaterialHit, type MaterialOrder, type SearchResult } from '../../../shared/contract/library'
import type { Freshness as State } from '../../../shared/model/freshness'
import type { CaseStage, MaterialStatus } from '../../../shared/model/material'
import type { MaterialSearch } from '../search/material-search'
import { newestFirst, type MaterialOrdering } from '../search/ordered-walk'
import type { Sql } from '../sql'
import type { Freshness } from './freshness'
import type { Narrowings } from './narrowing'
import type { TitleOrder } from './title-order'

type Wish = { readonly text: string; readonly filter: MaterialFilter; readonly order?: MaterialOrder; readonly limit: number; readonly offset: number }
type Counted<T> = { value: T; count: number }[]

export const finderStatements = {
  versionCounts: `SELECT materials.id, count(*) AS count FROM materials JOIN materials AS versions ON versions.version_group = materials.version_group
    WHERE materials.id IN (SELECT value FROM json_each(:ids)) GROUP BY materials.id`,
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
      const found = this.index.search({ text, filter, among: this.narrowings.of(filter), ordering: this.#orderingOf(order), limit, offset })
      return { ...found, hits: this.decorated(found.hits), ms: performance.now() - started }
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
    return this.decorated(this.index.hitsOf(nos, ''))
  }

  /** Hits with what lists show of versions and freshness. */
  decorated(hits: readonly MaterialHit[]): MaterialHit[] {
    const ids = hits.map(({ id }) => id)
    const concerned = this.freshness.among(ids)
    const counts = new Map(this.sql.all<{ id: string; count: number }>(finderStatements.versionCounts, { ids: JSON.stringify(ids) }).map(({ id, count }) => [id, count]))
    return hits.map((hit) => {
      const versions = counts.get(hit.id) ?? 1
      const state = concerned.get(hit.id)?.state
      return { ...hit, ...(versions > 1 ? { versions } : {}), ...(state ? { freshness: state } : {}) }
    })
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
