import { TITLE_WEIGHT } from './bm25f'
import { GramTable } from './gram-table'
import { eachGram, facetCode } from './grams'
import { PostingWriter, eachPosting, type PostingList } from './posting-list'
import type { PlacedSegment, SearchState, TailText } from './search-state'
import type { Segment } from './segments'

/** Texts on their way into a segment, in the order in which they are added. Written, it is empty and may take the texts of the next one. */
export class SegmentDraft {
  readonly #table = new GramTable()
  #nos: number[] = []
  #lengths: number[] = []

  constructor(readonly state: SearchState) {}

  get size(): number {
    return this.#nos.length
  }

  add({ no, title, body, facets }: TailText): void {
    const table = this.#table
    table.startText(this.#nos.length)
    eachGram(title, (gram) => table.add(gram, TITLE_WEIGHT))
    eachGram(body, (gram) => table.add(gram, 1))
    for (const term of facets) table.add(facetCode(this.state.facetOrNew(term)), 1)
    table.endText()
    this.#nos.push(no)
    this.#lengths.push(title.length + body.length)
  }

  write(level: number): Segment {
    const [nos, lengths] = [Int32Array.from(this.#nos), Uint32Array.from(this.#lengths)]
    const segment = this.state.store.write(level, nos, lengths, this.#table.lists())
    this.state.place(segment, nos, lengths)
    this.#table.clear()
    this.#nos = []
    this.#lengths = []
    return segment
  }
}

/** Lists of several segments as those of one, in the order of the grams. @param places of every segment from old place to new one, -1 for a text that is gone */
function* mergedLists(state: SearchState, segments: readonly PlacedSegment[], places: readonly Int32Array[]): Generator<readonly [code: number, list: PostingList]> {
  const readers = segments.map((segment) => state.store.lists(segment))
  const heads = readers.map((reader) => reader.next())
  const writer = new PostingWriter()
  for (;;) {
    let code = Infinity
    for (const head of heads) if (head.done !== true && head.value[0] < code) code = head.value[0]
    if (code === Infinity) return
    writer.start()
    for (const [index, head] of heads.entries()) {
      if (head.done === true || head.value[0] !== code) continue
      const place = places[index]
      eachPosting(head.value[1], (old, weight) => {
        const now = place?.[old] ?? -1
        if (now >= 0) writer.posting(now, weight)
      })
      const reader = readers[index]
      if (reader) heads[index] = reader.next()
    }
    if (writer.count > 0) yield [code, { bytes: writer.bytes, from: 0, to: writer.length, count: writer.count, isDense: false }]
  }
}

/** Puts one segment in the place of several, without the texts that are gone; within a transaction. */
export const mergeSegments = (state: SearchState, segments: readonly PlacedSegment[], level: number): void => {
  const nos: number[] = []
  const lengths: number[] = []
  const places = segments.map(({ first, size }) =>
    Int32Array.from({ length: size }, (_, place) => {
      const no = state.nos[first + place] ?? 0
      if (no === 0) return -1
      lengths.push(state.lengths[first + place] ?? 0)
      return nos.push(no) - 1
    }),
  )
  const merged = [Int32Array.from(nos), Uint32Array.from(lengths)] as const
  const segment = nos.length === 0 ? null : state.store.write(level, ...merged, mergedLists(state, segments, places))
  for (const old of segments) {
    state.store.remove(old)
    state.displace(old)
  }
  if (segment) state.place(segment, ...merged)
}
