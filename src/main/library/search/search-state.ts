import type { MaterialRow } from '../material-rows'
import type { Sql } from '../sql'
import { saturation } from './bm25f'
import { rowFacets } from './facets'
import { fold } from './fold'
import { numbersOf, SegmentStore, type Segment } from './segments'

/** A text that stands in no segment yet. */
export type TailText = { readonly no: number; readonly title: string; readonly body: string; readonly k: number; readonly facets: ReadonlySet<string> }

/** What an index entry takes of a material, folded. */
export const tailTextOf = (row: MaterialRow): TailText => {
  const title = fold(row.title)
  const body = fold(row.body)
  return { no: row.no, title, body, k: saturation(title.length + body.length), facets: new Set(rowFacets(row)) }
}

/** A segment with its stretch of slots: its places counted on from `first`. Slots live in memory only and are dealt out anew with every loading. */
export type PlacedSegment = Segment & { readonly first: number }

/** Hot statements; their query plans are asserted in tests. */
export const stateStatements = {
  version: 'SELECT version FROM search_version',
  tail: 'SELECT materials.* FROM search_tail CROSS JOIN materials ON materials.no = search_tail.no',
} as const

/**
 * What search keeps in memory of its index: of every slot the material, its length and saturation, 13 bytes a material; the texts of the tail;
 * the numbers of unusual texts. All of it is read from the tables, and read anew whenever a transaction was rolled back behind its back.
 */
export class SearchState {
  readonly store: SegmentStore
  segments: PlacedSegment[] = []
  /** Of every slot the material's number; 0 where the text is gone or was replaced. */
  nos = new Int32Array(0)
  /** Of every slot 1 where there is a text, 0 where it is gone or was replaced. */
  alive = new Uint8Array(0)
  lengths = new Uint32Array(0)
  saturations = new Float32Array(0)
  /** The slot after the last one. */
  end = 0
  readonly tail = new Map<number, TailText>()
  /** Characters in the texts of the tail. */
  tailLength = 0
  unusual = new Set<number>()
  /** Of every material's number its slot + 1; 0 for none. */
  #slots = new Int32Array(0)
  readonly #facets = new Map<string, number>()
  #version = -1

  constructor(readonly sql: Sql) {
    this.store = new SegmentStore(sql)
  }

  /** Does memory say what the tables say? */
  get isCurrent(): boolean {
    return this.sql.value<number>(stateStatements.version) === this.#version
  }

  /** Within a transaction that changes the index: what memory holds then is no longer what stands after a rollback. */
  moveOn(): void {
    this.sql.run('UPDATE search_version SET version = version + 1')
    this.#version = this.sql.value<number>(stateStatements.version)
  }

  /** Texts in the index, those included that are gone but not yet merged away. */
  get texts(): number {
    return this.segments.reduce((sum, { size }) => sum + size, this.tail.size)
  }

  loadSegments(): void {
    this.segments = []
    this.end = 0
    this.tail.clear()
    this.tailLength = 0
    this.#facets.clear()
    this.#slots.fill(0)
    this.nos.fill(0)
    this.alive.fill(0)
    const rows = this.store.all()
    // All the room at once: arrays that grow leave what they were to the collector, which is in no hurry.
    this.#reserve(rows.reduce((sum, { size }) => sum + size, 0))
    this.#reserveNumbers(this.sql.value<number>('SELECT coalesce(max(no), 0) FROM materials'))
    for (const row of rows) this.place({ id: row.id, size: row.size, level: row.level }, ...numbersOf(row))
    const firsts = new Map(this.segments.map(({ id, first }) => [id, first]))
    for (const { segment, place } of this.sql.all<{ segment: number; place: number }>('SELECT segment, place FROM search_tombstones')) this.#empty((firsts.get(segment) ?? 0) + place)
    // A material that was changed stands in several segments, in any order: only now is it clear in which of them it lives.
    for (let slot = 0; slot < this.end; slot++) if (this.nos[slot] !== 0) this.#number(this.nos[slot] as number, slot)
    this.unusual = new Set(this.sql.column<number>('SELECT no FROM unusual_texts'))
  }

  loadTail(): void {
    for (const row of this.sql.all<MaterialRow>(stateStatements.tail)) this.putInTail(tailTextOf(row))
    this.#version = this.sql.value<number>(stateStatements.version)
  }

  /** -1 for a material that stands in no segment. */
  slotOf(no: number): number {
    return (this.#slots[no] ?? 0) - 1
  }

  /** Of a material that is in the index. */
  saturationOf(no: number): number {
    return this.tail.get(no)?.k ?? this.saturations[this.slotOf(no)] ?? saturation(0)
  }

  /** A segment that was written or read gets its slots. */
  place(segment: Segment, nos: Int32Array, lengths: Uint32Array): void {
    const first = this.end
    this.#reserve(first + nos.length)
    this.nos.set(nos, first)
    this.alive.fill(1, first, first + nos.length)
    this.lengths.set(lengths, first)
    for (let place = 0; place < nos.length; place++) {
      this.saturations[first + place] = saturation(lengths[place] as number)
      this.#number(nos[place] as number, first + place)
    }
    this.end += nos.length
    this.segments.push({ ...segment, first })
  }

  /** Takes a segment and its slots out of memory. */
  displace(segment: PlacedSegment): void {
    for (let slot = segment.first; slot < segment.first + segment.size; slot++) this.#empty(slot)
    this.segments = this.segments.filter(({ id }) => id !== segment.id)
  }

  /** A text in a segment that is gone; within a transaction. */
  bury(no: number): void {
    const slot = this.slotOf(no)
    const segment = this.segments.find(({ first, size }) => first <= slot && slot < first + size)
    if (!segment) return
    this.sql.run('INSERT INTO search_tombstones (segment, place) VALUES (:segment, :place)', { segment: segment.id, place: slot - segment.first })
    this.#empty(slot)
  }

  putInTail(text: TailText): void {
    this.tail.set(text.no, text)
    this.tailLength += text.title.length + text.body.length
  }

  takeFromTail(text: TailText): void {
    this.tail.delete(text.no)
    this.tailLength -= text.title.length + text.body.length
  }

  /** The number of a facet's term; null when no material in a segment ever had it. */
  facet(term: string): number | null {
    const known = this.#facets.get(term)
    if (known !== undefined) return known
    const id = this.sql.one<{ id: number }>('SELECT id FROM search_facets WHERE term = :term', { term })?.id
    if (id === undefined) return null
    this.#facets.set(term, id)
    return id
  }

  /** The number of a facet's term, a new one if need be; within a transaction. */
  facetOrNew(term: string): number {
    return this.facet(term) ?? this.sql.run('INSERT INTO search_facets (term) VALUES (:term)', { term }).lastRow
  }

  #empty(slot: number): void {
    const no = this.nos[slot] ?? 0
    if (this.#slots[no] === slot + 1) this.#slots[no] = 0
    this.nos[slot] = 0
    this.alive[slot] = 0
  }

  #number(no: number, slot: number): void {
    this.#reserveNumbers(no)
    this.#slots[no] = slot + 1
  }

  #reserveNumbers(highest: number): void {
    if (highest < this.#slots.length) return
    const larger = new Int32Array(Math.max(1024, highest + 1, Math.floor(this.#slots.length * 1.5)))
    larger.set(this.#slots)
    this.#slots = larger
  }

  #reserve(slots: number): void {
    if (slots <= this.nos.length) return
    const capacity = Math.max(1024, slots, Math.floor(this.nos.length * 1.5))
    const { nos, alive, lengths, saturations } = this
    this.nos = new Int32Array(capacity)
    this.nos.set(nos)
    this.alive = new Uint8Array(capacity)
    this.alive.set(alive)
    this.lengths = new Uint32Array(capacity)
    this.lengths.set(lengths)
    this.saturations = new Float32Array(capacity)
    this.saturations.set(saturations)
  }
}
