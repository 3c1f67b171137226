import { meets, type Condition } from './allowed-slots'
import { score, type WeighedWord } from './bm25f'
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
 * Collects every material that has all grams of all words and meets the condition. Where the grams prove the words, the score is that of BM25F;
 * elsewhere it is an upper bound, because a word occurs no more often than the rarest of its grams.
 *
 * @param weighed the words with their rarities, in the order of `words`
 * @param allowed of every slot whether it meets the condition, see `AllowedSlots`
 * @param matches emptied first
 */
export const intersect = (state: SearchState, words: readonly FoundWord[], weighed: readonly WeighedWord[], condition: Condition, allowed: Uint8Array | null, matches: Matches): void => {
  matches.clear()
  for (const [index, segment] of state.segments.entries()) {
    const here = words.map(({ lists }, word) => ({ lists: lists[index] ?? null, rarity: weighed[word]?.rarity ?? 1 }))
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
  for (const text of state.tail.values()) {
    if (!meets(text, condition)) continue
    const points = score(text.title, text.body, weighed, text.k)
    if (points > 0) matches.push(text.no, points)
  }
}
