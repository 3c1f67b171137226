import type { MaterialFilter, MaterialHit, SearchResult } from '../../../shared/contract/library'
import type { LastDays } from '../../../shared/model/freshness'
import { strings, versionCount, type MaterialWithSource } from '../material-rows'
import { isSuperseded } from '../sources'
import type { Sql } from '../sql'
import { AllowedSlots, marksMeeting, type Condition } from './allowed-slots'
import { rarity } from './bm25f'
import { wordsOf } from './fold'
import { highlight, snippetOf } from './highlight'
import { findWord, intersect, rank, type Sought } from './intersection'
import { Matches } from './matches'
import type { MaterialIndex } from './material-index'
import type { MaterialSet } from './material-set'
import { newestFirst, OrderedWalk, type MaterialOrdering } from './ordered-walk'
import { planQuery, type QueryPlan } from './query-plan'
import { Ranking } from './ranking'
import type { SearchState } from './search-state'
import { limitsOfAKeystroke, Totals, verifiedTotal, type Total, type TotalLimits } from './totals'
import { Verification } from './verification'

/** Hits that are put into the exact order of BM25F where the index knows upper bounds only; those after them follow in the order of their bounds. */
const EXACT_HITS = 50
/** Texts looked into for that at most, so many at a time: 3 µs each. */
const MOST_READ = 320
const AT_A_TIME = 64
/** More words than this are a pasted sentence: there every word weighs the same. */
const MOST_WEIGHED = 8

/** Hot statements; their query plans are asserted in tests. */
export const searchStatements = {
  newest: 'SELECT no FROM materials ORDER BY no DESC LIMIT :limit OFFSET :offset',
  count: 'SELECT count(*) FROM materials',
  hits: `SELECT materials.no, materials.id, kind, status, materials.title, body, tags, locator, sources.title AS source_title, ${versionCount},
    materials.valid_until, sources.valid_until AS source_valid_until, coalesce(${isSuperseded}, 0) AS superseded
    FROM materials LEFT JOIN sources ON sources.id = materials.source_id WHERE materials.no IN (SELECT value FROM json_each(:nos))`,
} as const

export type Question = {
  readonly text: string
  readonly filter: MaterialFilter
  /** Only these; null: all. Anything that the filter asks beyond what the index knows. */
  readonly among?: MaterialSet | null
  /** null: best first; without words, newest first. */
  readonly ordering?: MaterialOrdering | null
}
/** A hit with what its freshness goes by. */
export type DatedHit = { readonly hit: MaterialHit; readonly lastDays: LastDays }
type HitRow = Omit<MaterialWithSource, 'version_place'> & { readonly source_valid_until: string | null; readonly superseded: 0 | 1 }
type Page = { readonly limit: number; readonly offset: number }
/** A question as the index understands it. `key` is the same for the same one. */
type Asked = { readonly plan: QueryPlan; readonly state: SearchState; readonly condition: Condition; readonly key: string }

const countOf = (marks: Uint8Array): number => {
  let count = 0
  for (let no = 0; no < marks.length; no++) count += marks[no] as number
  return count
}

const hitOf = (row: HitRow, words: readonly string[]): MaterialHit => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  title: highlight(row.title, words),
  snippet: snippetOf(row.body, words),
  tags: strings(row.tags),
  source: row.source_title ?? '',
  locator: row.source_title === null ? '' : row.locator,
  ...(row.version_count > 1 ? { versions: row.version_count } : {}),
})

/** The read side of search. */
export class MaterialSearch {
  readonly #matches = new Matches()
  readonly #ranking = new Ranking()
  readonly #allowed = new AllowedSlots()
  readonly #totals = new Totals()
  /** The last list in an order of its own: its next page goes on where this one ended. */
  #walk: { readonly key: string; readonly walk: OrderedWalk; readonly total: Total } | null = null

  constructor(
    readonly sql: Sql,
    readonly index: MaterialIndex,
    readonly limits: TotalLimits = limitsOfAKeystroke,
  ) {}

  /** Reads the index when it is new to memory. It may have to be filled first, which writes; afterwards a search only reads. */
  bringUpToDate(): void {
    void this.index.state
  }

  /**
   * Exactly the materials in whose title or body every word of the text stands (see `fold`), best first; without words, the newest first.
   * Within a facet of the filter any value will do, but every facet in use has to be met.
   * @param shown what a list says of each, from the hit and its days; the hit alone otherwise
   */
  search(question: Question & Page, shown?: (hit: DatedHit) => MaterialHit): SearchResult {
    const started = performance.now()
    const { nos, total, approximate } = this.#page(question)
    return { hits: this.hitsOf(nos, question.text, shown), total, ...(approximate ? { approximate } : {}), ms: performance.now() - started }
  }

  /** The materials that {@link search} finds, as numbers alone. */
  numbers(question: Question & Page): readonly number[] {
    return this.#page(question).nos
  }

  /** What a list shows of these materials, in the order of `nos`, with the words of the text marked. */
  hitsOf(nos: readonly number[], text: string, shown: (hit: DatedHit) => MaterialHit = ({ hit }) => hit): MaterialHit[] {
    const words = wordsOf(text)
    const rows = new Map(this.sql.all<HitRow>(searchStatements.hits, { nos: JSON.stringify(nos) }).map((row) => [row.no, row]))
    return nos.flatMap((no) => {
      const row = rows.get(no)
      if (!row) return []
      return shown({ hit: hitOf(row, words), lastDays: { own: row.valid_until, source: row.source_valid_until, superseded: row.superseded === 1 } })
    })
  }

  #page({ text, filter, among = null, ordering = null, limit, offset }: Question & Page): Total & { nos: readonly number[] } {
    const plan = planQuery(text, filter)
    const isEverything = plan.words.length === 0 && plan.groups.length === 0 && among === null
    // Asks nothing of the index, so that the first list does not wait for it.
    if (isEverything && (ordering ?? newestFirst) === newestFirst) return { nos: this.sql.column(searchStatements.newest, { limit, offset }), total: this.sql.value(searchStatements.count), approximate: false }
    const { state } = this.index
    const asked = { plan, state, condition: { groups: plan.groups, among }, key: JSON.stringify([this.index.generation, plan.words.map(({ word }) => word), plan.groups, among?.id]) }
    if (ordering === null && plan.words.length > 0) return this.#ranked(asked, offset, limit)
    return this.#ordered(asked, ordering ?? newestFirst, offset, limit)
  }

  #ranked(asked: Asked, offset: number, limit: number): Total & { nos: readonly number[] } {
    const wanted = offset + limit
    if (asked.plan.unproven.length === 0) {
      rank(asked.state, this.#sought(asked), wanted, this.#ranking)
      return { nos: this.#ranking.nos().slice(offset), total: this.#ranking.total, approximate: false }
    }
    const verification = this.#match(asked)
    const { hits, isAll } = this.#verified(wanted, verification)
    const total = this.#totals.of(this.index.generation, asked.key, () => (isAll ? { total: hits.length, approximate: false } : verifiedTotal(this.#matches, verification, this.limits)))
    return { nos: hits.slice(offset, wanted), ...total }
  }

  #ordered(asked: Asked, ordering: MaterialOrdering, offset: number, limit: number): Total & { nos: readonly number[] } {
    if (this.#walk?.key !== asked.key || this.#walk.walk.ordering !== ordering) this.#walk = { key: asked.key, ...this.#walkFor(asked, ordering) }
    const { walk, total } = this.#walk
    return { nos: walk.page(offset, limit), ...total }
  }

  #walkFor(asked: Asked, ordering: MaterialOrdering): { walk: OrderedWalk; total: Total } {
    const { plan, state, condition } = asked
    if (plan.words.length === 0) {
      const marks = marksMeeting(state, condition, this.#allowed.of(state, this.index.generation, condition))
      return { walk: new OrderedWalk(marks, ordering, (nos) => nos), total: { total: countOf(marks), approximate: false } }
    }
    const verification = this.#match(asked)
    const isProved = plan.unproven.length === 0
    const total = isProved ? { total: this.#matches.size, approximate: false } : this.#totals.of(this.index.generation, asked.key, () => verifiedTotal(this.#matches, verification, this.limits))
    return { walk: new OrderedWalk(this.#matches.marks(), ordering, isProved ? (nos) => nos : (nos) => verification.holding(nos)), total }
  }

  /** Puts all that the index finds into `matches`, until the next question. */
  #match(asked: Asked): Verification {
    const sought = this.#sought(asked)
    intersect(asked.state, sought, this.#matches)
    return new Verification(this.sql, asked.state, asked.plan, sought.weighed)
  }

  #sought({ plan, state, condition }: Asked): Sought {
    const words = plan.words.map((word) => findWord(state, word))
    const weigh = plan.words.length > 1 && plan.words.length <= MOST_WEIGHED
    const weighed = words.map(({ word, having }) => ({ word, rarity: weigh ? rarity(state.texts, having) : 1 }))
    return { words, weighed, condition, allowed: this.#allowed.of(state, this.index.generation, condition) }
  }

  /**
   * The first `wanted` hits where the index knows upper bounds only. From the highest bound down, texts are read until no bound that is left
   * reaches the fiftieth score found; what was read so far is in exact order. How far that goes does not depend on `wanted`, so pages fit together.
   */
  #verified(wanted: number, verification: Verification): { hits: readonly number[]; /** Are these all that there are? */ isAll: boolean } {
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
    return { hits: found, isAll: read >= size }
  }
}
