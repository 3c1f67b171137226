import { strings, type MaterialRow } from '../material-rows'
import { SpentBytes } from '../../spent-bytes'
import type { Sql } from '../sql'
import type { Row } from '../tables'
import { partOf, unwatched, type Watch } from '../watch'
import { isOrdinaryText } from './fold'
import { SearchState, tailTextOf } from './search-state'
import { mergeSegments, SegmentDraft } from './segment-merge'

const indexedColumns = ['no', 'title', 'body', 'kind', 'status', 'source_id', 'tags', 'topics', 'audiences'] as const
const labelColumns = ['tags', 'topics', 'audiences'] as const

/** UTF-16, of the text and of its folded copy. */
const BYTES_A_CHARACTER = 4
/** Rows read at a time: few enough to be gone before V8 takes them for something that stays. */
const PORTION = 64
/**
 * Bytes of texts that were read which may lie about. Beside them lies some eight times as much that was made of them, and the pages that V8 once took for it
 * it keeps: 6 MB here made the process 50 MB larger in one run of two.
 */
const MOST_READ = 1.5 * 1024 * 1024

const ALL_MATERIALS = 'SELECT * FROM materials ORDER BY no'

/** How large things get: texts and characters in the tail, segments of a level before they are merged, levels. */
export type IndexShape = { readonly tailTexts: number; readonly tailCharacters: number; readonly fan: number; readonly levels: number }

/**
 * A tail of 256 texts is looked through in 0.2 ms and becomes a segment in about 60 ms. Segments of 256, 2,048 and 16,384 texts: merging the
 * largest takes half a second, once in sixteen thousand materials; a library of 200,000 has about two dozen of them.
 */
const ordinaryShape: IndexShape = { tailTexts: 256, tailCharacters: 400_000, fan: 8, levels: 3 }

/**
 * The write side of search, kept in step with `materials`: posting lists (search.md, design H), `unusual_texts` and `label_uses`.
 *
 * A changed text goes to the tail, a table of numbers; a full tail becomes a segment; segments of a level become one of the next. What is
 * gone gets a tombstone until its segment is merged. All of it happens in the transaction of the change and is gone with it.
 */
export class MaterialIndex {
  /** Moves on with every change: what was remembered of an earlier state no longer holds. */
  generation = 0
  readonly #state: SearchState
  /** Of the walks over all materials, whose texts are let go of a portion at a time. */
  readonly #spent = new SpentBytes('major', undefined, MOST_READ)

  constructor(
    readonly sql: Sql,
    readonly shape: IndexShape = ordinaryShape,
  ) {
    this.#state = new SearchState(sql)
  }

  /** The index as it stands now. Reads it when it is new to memory, and fills it from `materials` when a migration left it empty. */
  get state(): SearchState {
    this.fill()
    return this.#state
  }

  /** What the first look at the index does, for those who want to tell how far it is. @param watch counts materials that were not in it */
  fill(watch: Watch = unwatched): void {
    if (this.#state.isCurrent) return
    this.generation++
    this.#state.loadSegments()
    if (this.sql.value<number>('SELECT count(*) FROM search_tail') > this.shape.tailTexts) this.#absorbTail(watch)
    this.#state.loadTail()
  }

  /** Follows a change of `materials` inside its transaction. */
  readonly follow = (before: readonly Row[], after: readonly Row[]): void => {
    const was = before as readonly MaterialRow[]
    const is = after as readonly MaterialRow[]
    this.generation++
    this.#countLabels(was, -1)
    this.#countLabels(is, 1)
    const [old, next] = [was[0], is[0]]
    if (was.length === 1 && is.length === 1 && old && next && indexedColumns.every((column) => old[column] === next[column])) return
    // The state of before the change: a tail that has to be read first must not meet a row that is gone already.
    const { state } = this
    for (const { no } of was) {
      const text = state.tail.get(no)
      if (text) state.takeFromTail(text)
      else state.bury(no)
      this.sql.run('DELETE FROM search_tail WHERE no = :no', { no })
      if (state.unusual.delete(no)) this.sql.run('DELETE FROM unusual_texts WHERE no = :no', { no })
    }
    for (const row of is) {
      this.sql.run('INSERT INTO search_tail (no) VALUES (:no) ON CONFLICT DO NOTHING', { no: row.no })
      state.putInTail(tailTextOf(row))
      this.#noteUnusual(row)
    }
    if (state.tail.size > this.shape.tailTexts || state.tailLength > this.shape.tailCharacters) this.#settle()
    state.moveOn()
  }

  /** Makes the index anew from the tables. Its steps count every material twice: once as it is read, once as it goes in. */
  rebuild(watch: Watch = unwatched): void {
    this.sql.transaction(() => {
      for (const table of ['search_blocks', 'search_segments', 'search_tombstones', 'search_facets', 'search_tail', 'unusual_texts', 'label_uses']) this.sql.run(`DELETE FROM ${table}`)
      this.sql.run('INSERT INTO search_tail (no) SELECT no FROM materials')
      this.#state.loadSegments()
      const all = this.sql.value<number>('SELECT count(*) FROM search_tail')
      let seen = 0
      for (const rows of this.#portions(ALL_MATERIALS.replace(' ORDER', ' WHERE no > :after ORDER'))) {
        watch(seen, all * 2)
        seen += rows.length
        this.#countLabels(rows, 1)
        for (const row of rows) this.#noteUnusual(row)
      }
      if (all > this.shape.tailTexts) this.#absorbTail(partOf(watch, all, all * 2))
      this.#state.loadTail()
      this.#state.moveOn()
      this.generation++
    })
  }

  /** @returns how many materials the index and the table disagree on; 0 when they are in step */
  strays(): number {
    const fresh = new SearchState(this.sql)
    fresh.loadSegments()
    const left = new Uint8Array(this.sql.value<number>('SELECT coalesce(max(no), 0) FROM materials') + 1)
    let strays = 0
    for (const { no } of this.sql.each<{ no: number }>('SELECT no FROM materials')) {
      left[no] = 1
      strays++
    }
    const cross = (no: number) => {
      strays += left[no] === 1 ? -1 : 1
      left[no] = 0
    }
    for (let slot = 0; slot < fresh.end; slot++) if (fresh.nos[slot] !== 0) cross(fresh.nos[slot] as number)
    for (const { no } of this.sql.each<{ no: number }>('SELECT no FROM search_tail')) cross(no)
    return strays
  }

  /** Labels whose counts differ from what the materials say. */
  miscounted(): number {
    const actual = new Map<string, number>()
    for (const row of this.sql.each<MaterialRow>(ALL_MATERIALS)) {
      for (const column of labelColumns) for (const label of strings(row[column])) actual.set(`${column} ${label}`, (actual.get(`${column} ${label}`) ?? 0) + 1)
    }
    let wrong = 0
    for (const { facet, label, uses } of this.sql.all<{ facet: string; label: string; uses: number }>('SELECT facet, label, uses FROM label_uses')) {
      if (actual.get(`${facet} ${label}`) !== uses) wrong++
      actual.delete(`${facet} ${label}`)
    }
    return wrong + actual.size
  }

  /** Every segment against its checksum; throws when one is not what was written. */
  checkStructure(): void {
    const { store } = this.#state
    for (const segment of store.all()) if (!store.isSound(segment)) throw new Error(`Segment ${segment.id} of the search index is damaged`)
  }

  /** The tail becomes a segment; levels that are full, and segments of which half is gone, are merged. */
  #settle(): void {
    const state = this.#state
    const draft = new SegmentDraft(state)
    for (const text of state.tail.values()) draft.add(text)
    draft.write(0)
    this.sql.run('DELETE FROM search_tail')
    for (const text of state.tail.values()) state.takeFromTail(text)

    for (const segment of state.segments) {
      let gone = 0
      for (let slot = segment.first; slot < segment.first + segment.size; slot++) if (state.nos[slot] === 0) gone++
      if (gone * 2 > segment.size) mergeSegments(state, [segment], segment.level)
    }
    this.#mergeFullLevels()
  }

  #mergeFullLevels(): void {
    const { fan, levels } = this.shape
    for (let level = 0; level + 1 < levels; level++) {
      const full = this.#state.segments.filter((segment) => segment.level === level)
      if (full.length >= fan) mergeSegments(this.#state, full, level + 1)
    }
  }

  /** Segments straight from the tail, which is far larger than memory should hold: of the smallest size, merged as they come, because a draft of the next takes 40 MB. */
  #absorbTail(watch: Watch = unwatched): void {
    this.sql.transaction(() => {
      const all = this.sql.value<number>('SELECT count(*) FROM search_tail')
      let seen = 0
      const draft = new SegmentDraft(this.#state)
      for (const rows of this.#portions('SELECT materials.* FROM search_tail CROSS JOIN materials ON materials.no = search_tail.no WHERE search_tail.no > :after ORDER BY search_tail.no')) {
        watch(seen, all)
        seen += rows.length
        for (const row of rows) draft.add(tailTextOf(row))
        if (draft.size < this.shape.tailTexts) continue
        draft.write(0)
        this.#mergeFullLevels()
      }
      if (draft.size > 0) draft.write(0)
      this.sql.run('DELETE FROM search_tail')
      this.#state.moveOn()
    })
  }

  /** Rows after rows, because SQLite forbids writing while a statement of the same connection is still reading. */
  *#portions(select: string): Generator<MaterialRow[]> {
    for (let after = 0; ; ) {
      const rows = this.sql.all<MaterialRow>(`${select} LIMIT ${PORTION}`, { after })
      if (rows.length === 0) return
      yield rows
      for (const { title, body } of rows) this.#spent.add((title.length + body.length) * BYTES_A_CHARACTER)
      after = rows.at(-1)?.no ?? after
    }
  }

  #noteUnusual({ no, title, body }: MaterialRow): void {
    if (isOrdinaryText(title) && isOrdinaryText(body)) return
    this.#state.unusual.add(no)
    this.sql.run('INSERT INTO unusual_texts (no) VALUES (:no) ON CONFLICT DO NOTHING', { no })
  }

  #countLabels(rows: readonly MaterialRow[], by: 1 | -1): void {
    for (const row of rows) {
      for (const facet of labelColumns) {
        for (const label of strings(row[facet])) {
          this.sql.run('INSERT INTO label_uses (facet, label, uses) VALUES (:facet, :label, :by) ON CONFLICT DO UPDATE SET uses = uses + :by', { facet, label, by })
          if (by < 0) this.sql.run('DELETE FROM label_uses WHERE facet = :facet AND label = :label AND uses <= 0', { facet, label })
        }
      }
    }
  }
}
