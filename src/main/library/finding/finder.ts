import { assertNever } from '../../../shared/assert-never'
import type { MaterialFilter, MaterialHit, MaterialOrder, SearchResult } from '../../../shared/contract/library'
import type { Freshness as State } from '../../../shared/model/freshness'
import type { CaseStage, MaterialStatus } from '../../../shared/model/material'
import { strings, type MaterialRow } from '../material-rows'
import type { MaterialSearch } from '../search/material-search'
import { filterGroups } from '../search/facets'
import { wordsOf } from '../search/fold'
import type { Sql } from '../sql'
import type { Freshness } from './freshness'
import type { Narrowing, Narrowings } from './narrowing'
import type { TitleOrder } from './title-order'

type Wish = { readonly text: string; readonly filter: MaterialFilter; readonly order?: MaterialOrder; readonly limit: number; readonly offset: number }
type Page = { readonly nos: readonly number[]; readonly total: number; readonly approximate: boolean }
type Counted<T> = { value: T; count: number }[]

/** Up to so many materials are looked at one by one; beyond that the index is asked first. */
const FEW = 2000

export const finderStatements = {
  rows: 'SELECT no, kind, status, source_id, tags, topics, audiences FROM materials WHERE no IN (SELECT value FROM json_each(:nos))',
  versionCounts: `SELECT materials.id, count(*) AS count FROM materials JOIN materials AS versions ON versions.version_group = materials.version_group
    WHERE materials.id IN (SELECT value FROM json_each(:ids)) GROUP BY materials.id`,
  /** Off the narrowest index, not off the table with its texts; without an order, for that would lead to the table. */
  everything: 'SELECT no FROM materials',
  /** CROSS JOIN: from the citations to the materials; the planner would rather walk all materials in order. */
  mostUsed: 'SELECT materials.no FROM talk_cites CROSS JOIN materials ON materials.id = talk_cites.material_id GROUP BY materials.no ORDER BY count(*) DESC, materials.no DESC',
} as const

export const facetStatements = {
  schools: `SELECT school AS value, count(*) AS count FROM materials WHERE school <> '' GROUP BY school ORDER BY count(*) DESC, school LIMIT 200`,
  statuses: 'SELECT status AS value, count(*) AS count FROM materials GROUP BY status ORDER BY status',
  stages: 'SELECT stage AS value, count(*) AS count FROM materials WHERE stage IS NOT NULL GROUP BY stage',
} as const

const overlap = (json: string, wanted: readonly string[]): boolean => wanted.length === 0 || strings(json).some((label) => wanted.includes(label))
const meetsFacets = (row: MaterialRow, filter: MaterialFilter): boolean =>
  (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
  (filter.status === null || filter.status === row.status) &&
  (filter.sourceId === null || filter.sourceId === row.source_id) &&
  overlap(row.tags, filter.tags) &&
  overlap(row.topics, filter.topics) &&
  overlap(row.audiences, filter.audiences)

/**
 * Search with everything a list can be narrowed and ordered by. The index answers words, kinds, labels, status and source; what depends on talks, on the
 * day or on versions is laid over its ranking here, and only when it makes a difference.
 */
export class Finder {
  #matches: { readonly key: string; readonly nos: readonly number[] } | null = null

  constructor(
    readonly sql: Sql,
    readonly index: MaterialSearch,
    readonly narrowings: Narrowings,
    readonly freshness: Freshness,
    readonly titles: TitleOrder,
  ) {}

  /** Exactly the materials that hold every word of the text and meet every facet of the filter in use (any value within a facet will do). */
  search(wish: Wish): SearchResult {
    const started = performance.now()
    const narrowing = this.narrowings.of(wish.filter)
    const inOrderOfIndex = wish.order === undefined || wish.order === 'relevance' || (wish.order === 'newest' && wordsOf(wish.text).length === 0)
    if (inOrderOfIndex && narrowing.only === null && narrowing.without.size === 0) {
      const found = this.index.search(wish)
      return { ...found, hits: this.decorated(found.hits) }
    }
    const { nos, total, approximate } = this.#page(wish, narrowing, inOrderOfIndex)
    const hits = this.decorated(this.index.hitsOf(nos, wish.text))
    return { hits, total, ...(approximate ? { approximate } : {}), ms: performance.now() - started }
  }

  /** What lists show of these materials, by number, in their order. */
  hits(nos: readonly number[]): MaterialHit[] {
    return this.decorated(this.index.hitsOf(nos, ''))
  }

  /** Hits with what lists show of versions and freshness. */
  decorated(hits: readonly MaterialHit[]): MaterialHit[] {
    const concerned = this.freshness.concerned()
    const counts = new Map(
      this.sql.all<{ id: string; count: number }>(finderStatements.versionCounts, { ids: JSON.stringify(hits.map(({ id }) => id)) }).map(({ id, count }) => [id, count]),
    )
    return hits.map((hit) => {
      const versions = counts.get(hit.id) ?? 1
      const state = concerned.get(hit.id)?.state
      return { ...hit, ...(versions > 1 ? { versions } : {}), ...(state ? { freshness: state } : {}) }
    })
  }

  facets(): { schools: Counted<string>; statuses: Counted<MaterialStatus>; stages: Counted<CaseStage>; freshness: Counted<State>; used: number; unused: number } {
    const all = this.sql.value<number>('SELECT count(*) FROM materials')
    const states = [...this.freshness.concerned().values()].map(({ state }) => state)
    const count = (state: State) => states.filter((one) => one === state).length
    const used = this.narrowings.used().length
    return {
      schools: this.sql.all(facetStatements.schools),
      statuses: this.sql.all(facetStatements.statuses),
      stages: this.sql.all(facetStatements.stages),
      freshness: [
        { value: 'fresh', count: all - count('stale') - count('expiring') },
        { value: 'expiring', count: count('expiring') },
        { value: 'stale', count: count('stale') },
      ],
      used,
      unused: all - used,
    }
  }

  #page(wish: Wish, { only, without }: Narrowing, inOrderOfIndex: boolean): Page {
    const { text, filter, offset, limit } = wish
    const allowed = (no: number) => !without.has(no) && (only === null || only.has(no))
    const hasWords = wordsOf(text).length > 0
    if (only !== null && (only.size <= FEW || !hasWords)) {
      const found = this.index.rankedAmong(this.#meeting([...only].filter(allowed), filter), text)
      const ordered = inOrderOfIndex ? found : this.#ordered(found, wish.order ?? 'relevance')
      return { nos: ordered.slice(offset, offset + limit), total: found.length, approximate: false }
    }
    if (!inOrderOfIndex) {
      const found = this.#ordered(this.#everyMatch(wish).filter(allowed), wish.order ?? 'relevance')
      return { nos: found.slice(offset, offset + limit), total: found.length, approximate: false }
    }
    if (!hasWords && filterGroups(filter).length === 0) {
      const nos = this.#everyMatch(wish).filter(allowed)
      return { nos: nos.slice(offset, offset + limit), total: nos.length, approximate: false }
    }
    if (only === null && without.size <= FEW) {
      // Of so many at most can be left out: the page is among these.
      const nos = this.index.ranked({ text, filter, offset: 0, limit: offset + limit + without.size }).filter(allowed)
      const { total, approximate } = this.index.total({ text, filter })
      const left = this.index.rankedAmong(this.#meeting([...without], filter), text).length
      return { nos: nos.slice(offset, offset + limit), total: Math.max(total - left, 0), approximate }
    }
    const total = this.#everyMatch(wish).filter(allowed).length
    return { nos: this.#grow(wish, allowed, Math.min(total, offset + limit)).slice(offset), total, approximate: false }
  }

  /** The first `wanted` allowed ones of the ranking, read in longer and longer stretches. */
  #grow({ text, filter }: Wish, allowed: (no: number) => boolean, wanted: number): number[] {
    for (let limit = wanted * 2; ; limit *= 4) {
      const ranked = this.index.ranked({ text, filter, offset: 0, limit })
      const nos = ranked.filter(allowed)
      if (nos.length >= wanted || ranked.length < limit) return nos.slice(0, wanted)
    }
  }

  /** Newest first; remembered while only the page changes. */
  #everyMatch({ text, filter }: Wish): readonly number[] {
    const key = JSON.stringify([this.narrowings.tables.generation, text, filter])
    if (this.#matches?.key === key) return this.#matches.nos
    const isEverything = wordsOf(text).length === 0 && filterGroups(filter).length === 0
    const nos = isEverything ? Uint32Array.from(this.sql.column<number>(finderStatements.everything)).sort().toReversed() : this.index.everyMatch({ text, filter })
    this.#matches = { key, nos: [...nos] }
    return this.#matches.nos
  }

  #meeting(nos: readonly number[], filter: MaterialFilter): readonly number[] {
    if (filterGroups(filter).length === 0) return nos
    return this.sql
      .all<MaterialRow>(finderStatements.rows, { nos: JSON.stringify(nos) })
      .filter((row) => meetsFacets(row, filter))
      .map(({ no }) => no)
  }

  #ordered(nos: readonly number[], order: MaterialOrder): number[] {
    switch (order) {
      case 'relevance':
        return [...nos]
      case 'newest':
        return nos.toSorted((a, b) => b - a)
      case 'title':
        return this.titles.sorted(nos)
      case 'most-used': {
        const places = new Map(this.sql.column<number>(finderStatements.mostUsed).map((no, place) => [no, place]))
        const used = nos.filter((no) => places.has(no)).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
        return [...used, ...nos.filter((no) => !places.has(no)).sort((a, b) => b - a)]
      }
      default:
        return assertNever(order)
    }
  }
}
