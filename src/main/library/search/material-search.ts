import type { MaterialFilter, MaterialHit, SearchResult } from '../../../shared/contract/library'
import { strings, type MaterialRow } from '../material-rows'
import type { Sql } from '../sql'
import { rarity } from './bm25f'
import { wordsOf } from './fold'
import { highlight, snippetOf } from './highlight'
import { findWord, intersect, meeting } from './intersection'
import { Matches } from './matches'
import type { MaterialIndex } from './material-index'
import { planQuery, type QueryPlan } from './query-plan'
import { Verification } from './verification'

/** Hits that are put into the exact order of BM25F where the index knows upper bounds only; those after them follow in the order of their bounds. */
const EXACT_HITS = 50
/** Texts read for that at most, so many at a time: 7 µs each. */
const MOST_READ = 320
const AT_A_TIME = 64
/** Texts that are looked into for an exact total (3 µs each); where there are more, so many of them make an estimate. */
export type TotalLimits = { readonly exact: number; readonly sample: number }
const limitsOfAKeystroke: TotalLimits = { exact: 800, sample: 160 }
/** Totals remembered while nothing changes: typing back and forth and turning pages asks for the same ones. */
const MOST_TOTALS = 200
/** More words than this are a pasted sentence: there every word weighs the same. */
const MOST_WEIGHED = 8

/** Hot statements; their query plans are asserted in tests. */
export const searchStatements = {
  newest: 'SELECT no FROM materials ORDER BY no DESC LIMIT :limit OFFSET :offset',
  hits: `SELECT materials.no, materials.id, kind, status, materials.title, body, tags, locator, sources.title AS source_title
    FROM materials LEFT JOIN sources ON sources.id = materials.source_id WHERE materials.no IN (SELECT value FROM json_each(:nos))`,
} as const

const NO_FILTER: MaterialFilter = { kinds: [], tags: [], topics: [], audiences: [], status: null, sourceId: null }

/** One of each kind: proved by a gram, by several, only by the text, in Latin. */
const WARMING = ['教', '教育', '教育 学校', '课堂教学', 'ai']

type Total = { readonly total: number; readonly approximate: boolean }
type Wish = { readonly text: string; readonly filter: MaterialFilter }
/** A query with all that the index knows of it in `matches`, until the next query. */
type Answer = { readonly plan: QueryPlan; readonly verification: Verification }

/** An estimate from so few texts has no more than two digits to tell. */
const roughly = (estimate: number): number => Number(estimate.toPrecision(2))

/** The read side of search. */
export class MaterialSearch {
  readonly #matches = new Matches()
  readonly #totals = new Map<string, Total>()
  #generation = 0

  constructor(
    readonly sql: Sql,
    readonly index: MaterialIndex,
    readonly limits: TotalLimits = limitsOfAKeystroke,
  ) {}

  /**
   * Exactly the materials in whose title or body every word of the text stands (see `fold`), best first; without words, the newest first.
   * Within a facet of the filter any value will do, but every facet in use has to be met.
   */
  search(query: Wish & { readonly limit: number; readonly offset: number }): SearchResult {
    const started = performance.now()
    const answer = this.#answer(query)
    const nos = this.#page(query, answer)
    const hits = this.hitsOf(nos, query.text)
    const { total, approximate } = this.#total(query, answer)
    return { hits, total, ...(approximate ? { approximate } : {}), ms: performance.now() - started }
  }

  /** Reads the index and runs the code of search a few times, so that the first key is answered as fast as the next one. Changes nothing. */
  warmUp(): void {
    for (let round = 0; round < 2; round++) for (const text of WARMING) this.search({ text, filter: NO_FILTER, limit: 50, offset: 0 })
  }

  /** A page of the ranking without its texts: the numbers of the materials, best first; for callers that leave some of them out. */
  ranked(query: Wish & { readonly limit: number; readonly offset: number }): readonly number[] {
    return this.#page(query, this.#answer(query))
  }

  /** How many materials a query finds. */
  total(query: Wish): Total {
    return this.#total(query, this.#answer(query))
  }

  /** Every material that a query finds, newest first; for orders other than that of relevance. Takes as long as there are many. */
  everyMatch(query: Wish): number[] {
    const answer = this.#answer(query)
    if (!answer) return this.#newest(query.filter, 0, Infinity)
    const { nos, size } = this.#matches
    return answer.verification.holding(Array.from(nos.slice(0, size).sort().toReversed()))
  }

  /** Those of `nos` in which every word of the text stands, best first, without words the newest first; reads their texts, so let them be a few thousand at most. */
  rankedAmong(nos: readonly number[], text: string): number[] {
    const answer = this.#answer({ text, filter: NO_FILTER })
    if (!answer) return nos.toSorted((a, b) => b - a)
    const scores = answer.verification.scores(nos)
    return nos
      .map((no, index) => ({ no, score: scores[index] ?? 0 }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || b.no - a.no)
      .map((hit) => hit.no)
  }

  /** What a list shows of these materials, in the order of `nos`, with the words of the text marked. */
  hitsOf(nos: readonly number[], text: string): MaterialHit[] {
    type HitRow = MaterialRow & { readonly source_title: string | null }
    const words = wordsOf(text)
    const rows = new Map(this.sql.all<HitRow>(searchStatements.hits, { nos: JSON.stringify(nos) }).map((row) => [row.no, row]))
    return nos.flatMap((no) => {
      const row = rows.get(no)
      if (!row) return []
      return {
        id: row.id,
        kind: row.kind,
        status: row.status,
        title: highlight(row.title, words),
        snippet: snippetOf(row.body, words),
        tags: strings(row.tags),
        source: row.source_title ?? '',
        locator: row.source_title === null ? '' : row.locator,
      }
    })
  }

  /** Fills `matches`; null for a query without words. */
  #answer({ text, filter }: Wish): Answer | null {
    const plan = planQuery(text, filter)
    if (plan.words.length === 0) return null
    const { state } = this.index
    const found = plan.words.map((word) => findWord(state, word))
    const weigh = plan.words.length > 1 && plan.words.length <= MOST_WEIGHED
    const rarities = found.map(({ having }) => (weigh ? rarity(state.texts, having) : 1))
    intersect(state, found, rarities, plan.groups, this.#matches)
    return { plan, verification: new Verification(this.sql, state, plan, plan.words.map(({ word }, index) => ({ word, rarity: rarities[index] ?? 1 }))) }
  }

  #page({ filter, limit, offset }: Wish & { readonly limit: number; readonly offset: number }, answer: Answer | null): number[] {
    if (!answer) return this.#newest(filter, offset, limit)
    const wanted = offset + limit
    const exact = answer.plan.unproven.length === 0
    const nos = exact ? this.#bestNos(wanted) : this.#verified(wanted, answer.verification)
    return nos.slice(offset, wanted)
  }

  #bestNos(count: number): number[] {
    return this.#matches.best(count).map((index) => this.#matches.nos[index] as number)
  }

  /**
   * The first `wanted` hits where the index knows upper bounds only. From the highest bound down, texts are read until no bound that is left
   * reaches the fiftieth score found; what was read so far is in exact order. How far that goes does not depend on `wanted`, so pages fit together.
   */
  #verified(wanted: number, verification: Verification): number[] {
    const { nos, scores, size } = this.#matches
    let order = this.#matches.best(MOST_READ)
    const hits: { no: number; score: number }[] = []
    let read = 0
    while (read < Math.min(MOST_READ, size)) {
      const batch = order.slice(read, read + AT_A_TIME).map((index) => nos[index] as number)
      for (const [index, score] of verification.scores(batch).entries()) if (score > 0) hits.push({ no: batch[index] ?? 0, score })
      read += batch.length
      hits.sort((a, b) => b.score - a.score || b.no - a.no)
      const bar = hits[EXACT_HITS - 1]?.score
      if (bar !== undefined && bar >= (scores[order[read] ?? 0] as number)) break
    }
    const found = hits.map(({ no }) => no)
    if (found.length < wanted && read < size) {
      order = this.#matches.best(size)
      for (; found.length < wanted && read < size; read += 512) found.push(...verification.holding(order.slice(read, read + 512).map((index) => nos[index] as number)))
    }
    return found
  }

  #newest(filter: MaterialFilter, offset: number, limit: number): number[] {
    const { groups } = planQuery('', filter)
    if (groups.length > 0) return meeting(this.index.state, groups).slice(offset, offset + limit)
    return this.sql.column<number>(searchStatements.newest, { limit: Math.min(limit, Number.MAX_SAFE_INTEGER), offset })
  }

  #total({ filter, text }: Wish, answer: Answer | null): Total {
    if (answer && answer.plan.unproven.length === 0) return { total: this.#matches.size, approximate: false }
    if (this.#generation !== this.index.generation || this.#totals.size > MOST_TOTALS) {
      this.#generation = this.index.generation
      this.#totals.clear()
    }
    const { groups } = planQuery('', filter)
    const key = JSON.stringify([wordsOf(text), groups])
    const total = this.#totals.get(key) ?? (answer ? this.#verifiedTotal(answer.verification) : { total: this.#countOf(groups), approximate: false })
    this.#totals.set(key, total)
    return total
  }

  #countOf(groups: QueryPlan['groups']): number {
    return groups.length > 0 ? meeting(this.index.state, groups).length : this.sql.value<number>('SELECT count(*) FROM materials')
  }

  #verifiedTotal(verification: Verification): Total {
    const { nos, size } = this.#matches
    const exact = size <= this.limits.exact
    const sampled = exact ? size : this.limits.sample
    // Evenly over all of them: neither the best nor the newest alone say how many of the rest will do.
    const sample = Array.from({ length: sampled }, (_, index) => nos[Math.floor((index * size) / sampled)] as number)
    const held = verification.holding(sample).length
    return exact ? { total: held, approximate: false } : { total: roughly((held * size) / sampled), approximate: true }
  }
}
