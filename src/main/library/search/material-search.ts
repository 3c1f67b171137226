import type { MaterialFilter, MaterialHit, SearchResult } from '../../../shared/contract/library'
import { strings, type MaterialRow } from '../material-rows'
import type { Sql } from '../sql'
import { Candidates } from './candidates'
import { wordsOf } from './fold'
import { highlight, snippetOf } from './highlight'
import { rarity, score } from './impact'
import type { MaterialIndex } from './material-index'
import { planQuery, type QueryPlan } from './query-plan'

/** How many of the heaviest hits are read and put into the exact order of BM25F; those after them follow in the order of their tiers. */
const POOL = 150
/** Totals remembered while nothing changes: typing back and forth and turning pages asks for the same ones. */
const MOST_TOTALS = 200
/** Words whose document frequencies are remembered; counting one takes up to a few milliseconds. */
const MOST_FREQUENCIES = 1000
/** More words than this are a pasted sentence: there every word weighs the same. */
const MOST_WEIGHED = 8

/** Hot statements; their query plans are asserted in tests. */
export const searchStatements = {
  newest: 'SELECT no FROM materials ORDER BY no DESC LIMIT :limit OFFSET :offset',
  hits: `SELECT materials.*, sources.title AS source_title FROM materials LEFT JOIN sources ON sources.id = materials.source_id
    WHERE materials.no IN (SELECT value FROM json_each(:nos))`,
} as const

const NO_FILTER: MaterialFilter = { kinds: [], tags: [], topics: [], audiences: [], status: null, sourceId: null }

type Total = { readonly total: number; readonly approximate: boolean }
type Ranked = { readonly nos: readonly number[]; /** Known when the last hit was reached. */ readonly total: number | null }

/** The read side of search. */
export class MaterialSearch {
  readonly #candidates: Candidates
  readonly #totals = new Map<string, Total>()
  readonly #frequencies = new Map<string, number>()
  /** How many materials there were when the frequencies were counted. */
  #frequenciesOf = 0
  #generation = 0

  constructor(
    readonly sql: Sql,
    readonly index: MaterialIndex,
  ) {
    this.#candidates = new Candidates(sql)
  }

  /**
   * Exactly the materials in whose title or body every word of the text stands (see `fold`), best first; without words, the newest first.
   * Within a facet of the filter any value will do, but every facet in use has to be met.
   */
  search(query: { text: string; filter: MaterialFilter; limit: number; offset: number }): SearchResult {
    const started = performance.now()
    this.#forgetWhatChanged()
    const plan = planQuery(query.text, query.filter)
    const ranked = this.#rank(plan, query.offset, query.limit)
    const hits = this.#hits(ranked.nos, plan.words)
    const { total, approximate } = ranked.total === null ? this.#total(plan) : { total: ranked.total, approximate: false }
    return { hits, total, ...(approximate ? { approximate } : {}), ms: performance.now() - started }
  }

  /** A page of the ranking without its texts: the numbers of the materials, best first; for callers that leave some of them out. */
  ranked(query: { text: string; filter: MaterialFilter; limit: number; offset: number }): readonly number[] {
    return this.#rank(planQuery(query.text, query.filter), query.offset, query.limit).nos
  }

  /** How many materials a query finds. */
  total(query: { text: string; filter: MaterialFilter }): Total {
    this.#forgetWhatChanged()
    return this.#total(planQuery(query.text, query.filter))
  }

  /** Every material that a query finds, newest first; for orders other than that of relevance. Takes as long as there are many. */
  everyMatch({ text, filter }: { text: string; filter: MaterialFilter }): number[] {
    const plan = planQuery(text, filter)
    if (plan.match === null) return this.sql.column<number>('SELECT no FROM materials ORDER BY no DESC')
    const { match, words, ordinary, unusual } = plan
    if (ordinary.length + unusual.length === 0) return this.#candidates.newest(match, Number.MAX_SAFE_INTEGER)
    const holds = ({ title, body }: { title: string; body: string }) => words.every((word) => title.includes(word) || body.includes(word))
    const found: number[] = []
    for (const batch of this.#candidates.batches(match, plan)) for (const text of this.#candidates.texts(batch)) if (holds(text)) found.push(text.no)
    return found
  }

  /** Those of `nos` in which every word of the text stands, best first, without words the newest first; reads their texts, so let them be a few thousand at most. */
  rankedAmong(nos: readonly number[], text: string): number[] {
    const plan = planQuery(text, NO_FILTER)
    if (plan.words.length === 0) return nos.toSorted((a, b) => b - a)
    const weighed = this.#weigh(plan)
    return this.#candidates
      .texts(nos)
      .map(({ no, title, body }) => ({ no, score: score(title, body, weighed) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || b.no - a.no)
      .map((hit) => hit.no)
  }

  /** What a list shows of these materials, in the order of `nos`, with the words of the text marked. */
  hitsOf(nos: readonly number[], text: string): MaterialHit[] {
    return this.#hits(nos, wordsOf(text))
  }

  #forgetWhatChanged(): void {
    if (this.#generation === this.index.generation) return
    this.#generation = this.index.generation
    this.#totals.clear()
  }

  #rank(plan: QueryPlan, offset: number, limit: number): Ranked {
    if (plan.match === null) return { nos: this.sql.column<number>(searchStatements.newest, { limit, offset }), total: null }
    if (plan.words.length === 0) return { nos: this.#candidates.newest(plan.match, limit, offset), total: null }

    const wanted = Math.max(POOL, offset + limit)
    const weighed = this.#weigh(plan)
    const unproven = plan.ordinary.length + plan.unusual.length > 0
    const pool: { no: number; score: number }[] = []
    const rest: number[] = []
    const seen = new Set<number>()
    for (const match of plan.cascade) {
      for (const batch of this.#candidates.batches(match, plan)) {
        const fresh = batch.filter((no) => !seen.has(no))
        for (const no of fresh) seen.add(no)
        // What the grams prove need not be read once the pool is full.
        const toRead = unproven ? fresh : fresh.slice(0, POOL - pool.length)
        for (const { no, title, body } of this.#candidates.texts(toRead)) {
          const points = score(title, body, weighed)
          if (points === 0) continue
          if (pool.length < POOL) pool.push({ no, score: points })
          else rest.push(no)
        }
        rest.push(...fresh.slice(toRead.length))
        if (pool.length + rest.length >= wanted) break
      }
      if (pool.length + rest.length >= wanted) break
    }
    pool.sort((a, b) => b.score - a.score || b.no - a.no)
    const nos = [...pool.map((hit) => hit.no), ...rest]
    return { nos: nos.slice(offset, offset + limit), total: nos.length < wanted ? nos.length : null }
  }

  #weigh(plan: QueryPlan): { word: string; rarity: number }[] {
    if (plan.words.length === 1 || plan.words.length > MOST_WEIGHED) return plan.words.map((word) => ({ word, rarity: 1 }))
    const texts = this.sql.value<number>('SELECT count(*) FROM materials')
    // Frequencies only weigh words against each other: good enough until the library has grown or shrunk by a tenth.
    if (Math.abs(texts - this.#frequenciesOf) > this.#frequenciesOf / 10 || this.#frequencies.size > MOST_FREQUENCIES) {
      this.#frequencies.clear()
      this.#frequenciesOf = texts
    }
    return plan.words.map((word) => {
      let having = this.#frequencies.get(word)
      if (having === undefined) {
        having = this.#candidates.count(plan.matchOf(word))
        this.#frequencies.set(word, having)
      }
      return { word, rarity: rarity(texts, having) }
    })
  }

  #total(plan: QueryPlan): Total {
    if (plan.match === null) return { total: this.sql.value<number>('SELECT count(*) FROM materials'), approximate: false }
    const key = JSON.stringify([plan.match, plan.ordinary, plan.unusual])
    let total = this.#totals.get(key)
    if (total === undefined) {
      total = this.#candidates.total(plan.match, plan)
      if (this.#totals.size >= MOST_TOTALS) this.#totals.clear()
      this.#totals.set(key, total)
    }
    return total
  }

  #hits(nos: readonly number[], words: readonly string[]): MaterialHit[] {
    type HitRow = MaterialRow & { readonly source_title: string | null }
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
}
