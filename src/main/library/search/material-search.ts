import type { MaterialFilter, MaterialHit, SearchResult } from '../../../shared/contract/library'
import { strings, type MaterialRow } from '../material-rows'
import type { Sql } from '../sql'
import { fold } from './fold'
import { highlight, snippetOf } from './highlight'
import { rarity, score } from './impact'
import type { MaterialIndex } from './material-index'
import { planQuery, type QueryPlan } from './query-plan'

/** How many of the heaviest hits are read and put into the exact order of BM25F; those after them follow in the order of their tiers. */
const POOL = 150
/** Index entries read at a time. */
const BATCH = 200
/** Totals remembered while nothing changes: typing back and forth and turning pages asks for the same ones. */
const MOST_TOTALS = 200

/** Hot statements; their query plans are asserted in tests. */
export const searchStatements = {
  matching: 'SELECT rowid FROM material_index WHERE material_index MATCH :match AND rowid < :before ORDER BY rowid DESC LIMIT :limit',
  newest: 'SELECT no FROM materials WHERE no < :before ORDER BY no DESC LIMIT :limit OFFSET :offset',
  count: 'SELECT count(*) FROM material_index WHERE material_index MATCH :match',
  texts: 'SELECT no, title, body FROM materials WHERE no IN (SELECT value FROM json_each(:nos))',
  hits: `SELECT materials.*, sources.title AS source_title FROM materials LEFT JOIN sources ON sources.id = materials.source_id
    WHERE materials.no IN (SELECT value FROM json_each(:nos))`,
} as const

type Ranked = { readonly nos: readonly number[]; /** Known when the last hit was reached. */ readonly total: number | null }
type Text = { readonly no: number; readonly title: string; readonly body: string }

/** The read side of search. */
export class MaterialSearch {
  readonly #totals = new Map<string, number>()
  readonly #frequencies = new Map<string, number>()
  #generation = 0

  constructor(
    readonly sql: Sql,
    readonly index: MaterialIndex,
  ) {}

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
    const total = ranked.total ?? this.#total(plan)
    return { hits, total, ms: performance.now() - started }
  }

  #forgetWhatChanged(): void {
    if (this.#generation === this.index.generation) return
    this.#generation = this.index.generation
    this.#totals.clear()
    // Document frequencies move slowly and only weigh words against each other; now and then is enough.
    if (this.#frequencies.size > 1000) this.#frequencies.clear()
  }

  #rank(plan: QueryPlan, offset: number, limit: number): Ranked {
    if (plan.match === null) return { nos: this.sql.column<number>(searchStatements.newest, { before: Number.MAX_SAFE_INTEGER, limit, offset }), total: null }
    if (plan.words.length === 0) return { nos: this.#newestMatching(plan.match, offset, limit), total: null }

    const wanted = Math.max(POOL, offset + limit)
    const weighed = this.#weigh(plan)
    const pool: { no: number; score: number }[] = []
    const rest: number[] = []
    const seen = new Set<number>()
    for (const match of plan.cascade) {
      for (let before = Number.MAX_SAFE_INTEGER; pool.length + rest.length < wanted; ) {
        const batch = this.sql.column<number>(searchStatements.matching, { match, before, limit: BATCH })
        if (batch.length === 0) break
        before = batch.at(-1) ?? 0
        const fresh = batch.filter((no) => !seen.has(no))
        for (const no of fresh) seen.add(no)
        if (plan.unproven.length === 0 && pool.length === POOL) {
          rest.push(...fresh)
          continue
        }
        for (const text of this.#texts(fresh)) {
          const points = score(fold(text.title), fold(text.body), weighed)
          if (points === 0) continue
          if (pool.length < POOL) pool.push({ no: text.no, score: points })
          else rest.push(text.no)
        }
      }
    }
    pool.sort((a, b) => b.score - a.score || b.no - a.no)
    const nos = [...pool.map((hit) => hit.no), ...rest]
    return { nos: nos.slice(offset, offset + limit), total: nos.length < wanted ? nos.length : null }
  }

  #newestMatching(match: string, offset: number, limit: number): number[] {
    return this.sql.column<number>(searchStatements.matching, { match, before: Number.MAX_SAFE_INTEGER, limit: offset + limit }).slice(offset)
  }

  /** Texts in the order of `nos`. */
  #texts(nos: readonly number[]): Text[] {
    const texts = new Map(this.sql.all<Text>(searchStatements.texts, { nos: JSON.stringify(nos) }).map((text) => [text.no, text]))
    return nos.flatMap((no) => texts.get(no) ?? [])
  }

  #weigh(plan: QueryPlan): { word: string; rarity: number }[] {
    if (plan.words.length === 1) return plan.words.map((word) => ({ word, rarity: 1 }))
    const texts = this.sql.value<number>('SELECT count(*) FROM materials')
    return plan.words.map((word) => {
      let having = this.#frequencies.get(word)
      if (having === undefined) {
        having = this.sql.value<number>(searchStatements.count, { match: plan.matchOf(word) })
        this.#frequencies.set(word, having)
      }
      return { word, rarity: rarity(texts, having) }
    })
  }

  #total(plan: QueryPlan): number {
    const { match } = plan
    if (match === null) return this.sql.value<number>('SELECT count(*) FROM materials')
    const key = JSON.stringify([match, plan.unproven])
    let total = this.#totals.get(key)
    if (total === undefined) {
      total = plan.unproven.length === 0 ? this.sql.value<number>(searchStatements.count, { match }) : this.#verify(match, plan.unproven)
      if (this.#totals.size >= MOST_TOTALS) this.#totals.clear()
      this.#totals.set(key, total)
    }
    return total
  }

  #verify(match: string, words: readonly string[]): number {
    let total = 0
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const batch = this.sql.column<number>(searchStatements.matching, { match, before, limit: BATCH })
      if (batch.length === 0) return total
      before = batch.at(-1) ?? 0
      for (const text of this.sql.all<Text>(searchStatements.texts, { nos: JSON.stringify(batch) })) {
        const title = fold(text.title)
        const body = fold(text.body)
        if (words.every((word) => title.includes(word) || body.includes(word))) total++
      }
    }
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
