import { score, type WeighedWord } from './bm25f'
import { facetCode } from './grams'
import type { Matches } from './matches'
import type { PostingList } from './posting-list'
import type { PlannedWord } from './query-plan'
import type { PlacedSegment, SearchState, TailText } from './search-state'

/** A word with the lists of its grams in every segment, shortest first; null where no text has them all. */
export type FoundWord = {
  readonly word: string
  readonly lists: readonly (readonly PostingList[] | null)[]
  /** About how many texts contain it: of its grams those of the rarest. */
  readonly having: number
}

export const findWord = (state: SearchState, { word, grams }: PlannedWord): FoundWord => {
  let having = 0
  const lists = state.segments.map((segment) => {
    const found: PostingList[] = []
    for (const gram of grams) {
      const list = state.store.list(segment, gram)
      if (!list) return null
      found.push(list)
    }
    found.sort((a, b) => a.count - b.count)
    having += found[0]?.count ?? 0
    return found
  })
  for (const text of state.tail.values()) if (holds(text, word)) having++
  return { word, lists, having }
}

const holds = ({ title, body }: TailText, word: string): boolean => title.includes(word) || body.includes(word)

const meets = ({ facets }: TailText, groups: readonly (readonly string[])[]): boolean => groups.every((group) => group.some((term) => facets.has(term)))

/** Of every slot 1 when its material has a term of every group, else 0; null when there is nothing to meet. */
const slotsMeeting = (state: SearchState, groups: readonly (readonly string[])[]): Uint8Array | null => {
  if (groups.length === 0) return null
  const met = new Uint8Array(state.end)
  for (const [round, group] of groups.entries()) {
    for (const term of group) {
      const facet = state.facet(term)
      if (facet === null) continue
      for (const segment of state.segments) {
        const list = state.store.list(segment, facetCode(facet))
        if (!list) continue
        const { bytes, to } = list
        let slot = segment.first - 1
        for (let at = list.from; at < to; ) {
          let byte = bytes[at++] as number
          let coded = byte & 127
          for (let shift = 7; byte > 127; shift += 7) {
            byte = bytes[at++] as number
            coded |= (byte & 127) << shift
          }
          slot += coded >>> 1
          if (coded & 1) at++
          if (met[slot] === round) met[slot] = round + 1
        }
      }
    }
  }
  for (let slot = 0; slot < met.length; slot++) met[slot] = met[slot] === groups.length ? 1 : 0
  return met
}

/** Candidates of one segment while its lists are laid over each other; arrays that are used again and again. */
class Candidates {
  slots = new Int32Array(1 << 14)
  weights = new Uint8Array(1 << 14)
  scores = new Float64Array(1 << 14)
  size = 0

  /** The texts of a list that are still there and allowed. */
  start(list: PostingList, { first, size }: PlacedSegment, nos: Int32Array, allowed: Uint8Array | null): void {
    if (size > this.slots.length) {
      this.slots = new Int32Array(size)
      this.weights = new Uint8Array(size)
      this.scores = new Float64Array(size)
    }
    const { slots, weights, scores } = this
    const { bytes, to } = list
    let slot = first - 1
    let found = 0
    for (let at = list.from; at < to; ) {
      let byte = bytes[at++] as number
      let coded = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        coded |= (byte & 127) << shift
      }
      slot += coded >>> 1
      const weight = coded & 1 ? (bytes[at++] as number) : 1
      if (nos[slot] === 0 || (allowed !== null && allowed[slot] === 0)) continue
      slots[found] = slot
      weights[found] = weight
      scores[found++] = 0
    }
    this.size = found
  }

  /** Keeps those that are in the list too. @param anew is this the first gram of a word? Its weight is then that of the gram, else the least of its grams. */
  keep(list: PostingList, { first }: PlacedSegment, anew: boolean): void {
    const { slots, weights, scores, size } = this
    const { bytes, to } = list
    let slot = first - 1
    let found = 0
    let next = 0
    for (let at = list.from; at < to; ) {
      let byte = bytes[at++] as number
      let coded = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        coded |= (byte & 127) << shift
      }
      slot += coded >>> 1
      const weight = coded & 1 ? (bytes[at++] as number) : 1
      while (next < size && (slots[next] as number) < slot) next++
      if (next === size) break
      if (slots[next] !== slot) continue
      const before = weights[next] as number
      slots[found] = slot
      scores[found] = scores[next] as number
      weights[found++] = anew || weight < before ? weight : before
      next++
    }
    this.size = found
  }

  /** Adds what a word is worth: BM25F of its weight. */
  weigh(rarity: number, saturations: Float32Array): void {
    const { slots, weights, scores, size } = this
    for (let index = 0; index < size; index++) {
      const weight = weights[index] as number
      scores[index] = (scores[index] as number) + (rarity * weight) / (weight + (saturations[slots[index] as number] as number))
    }
  }
}

const candidates = new Candidates()

const inSegment = (state: SearchState, segment: PlacedSegment, words: readonly { readonly lists: readonly PostingList[]; readonly rarity: number }[], allowed: Uint8Array | null): void => {
  let started = false
  for (const { lists, rarity } of words) {
    for (const [index, list] of lists.entries()) {
      if (started) candidates.keep(list, segment, index === 0)
      else candidates.start(list, segment, state.nos, allowed)
      started = true
      if (candidates.size === 0) return
    }
    candidates.weigh(rarity, state.saturations)
  }
}

/**
 * Collects every material that has all grams of all words and a facet of every group. Where the grams prove the words, the score is that of BM25F;
 * elsewhere it is an upper bound, because a word occurs no more often than the rarest of its grams.
 *
 * @param rarities of the words, in their order
 * @param matches emptied first
 */
export const intersect = (state: SearchState, words: readonly FoundWord[], rarities: readonly number[], groups: readonly (readonly string[])[], matches: Matches): void => {
  matches.clear()
  const allowed = slotsMeeting(state, groups)
  for (const [index, segment] of state.segments.entries()) {
    const here = words.map(({ lists }, word) => ({ lists: lists[index] ?? null, rarity: rarities[word] ?? 1 }))
    const present = here.flatMap(({ lists, rarity }) => (lists === null ? [] : [{ lists, rarity }]))
    if (present.length < words.length) continue
    present.sort((a, b) => (a.lists[0]?.count ?? 0) - (b.lists[0]?.count ?? 0))
    inSegment(state, segment, present, allowed)
    const { slots, scores, size } = candidates
    matches.reserve(size)
    const start = matches.size
    for (let i = 0; i < size; i++) {
      matches.nos[start + i] = state.nos[slots[i] as number] as number
      matches.scores[start + i] = scores[i] as number
    }
    matches.size += size
  }
  const weighed: WeighedWord[] = words.map(({ word }, index) => ({ word, rarity: rarities[index] ?? 1 }))
  for (const text of state.tail.values()) {
    if (!meets(text, groups)) continue
    const points = score(text.title, text.body, weighed, text.k)
    if (points > 0) matches.push(text.no, points)
  }
}

/** The materials that meet a filter, newest first. */
export const meeting = (state: SearchState, groups: readonly (readonly string[])[]): number[] => {
  const allowed = slotsMeeting(state, groups)
  const nos: number[] = []
  for (let slot = 0; slot < state.end; slot++) {
    const no = state.nos[slot] as number
    if (no !== 0 && (allowed === null || allowed[slot] === 1)) nos.push(no)
  }
  for (const text of state.tail.values()) if (meets(text, groups)) nos.push(text.no)
  return Array.from(Int32Array.from(nos).sort().toReversed())
}
