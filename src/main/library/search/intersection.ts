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
  /**
   * About how many texts contain it: of its grams those of the rarest. Texts that are gone count until their segment is merged (as in Lucene, "docFreq"): of a
   * word in nearly every text a few hundred of them change the rarity, and with it the order of hits whose scores are nearly the same.
   */
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

/**
 * Candidates of one segment while its lists are laid over each other, in arrays that are used again and again. After the first, a list is poured
 * into a byte for every place of the segment, without a look at the candidates, and weights are read and compared by arithmetic: that way the
 * processor has nothing to guess, and a common gram takes a third less. (`| 0`: behind the last list of a block nothing follows its last posting.)
 */
class Candidates {
  slots = new Int32Array(1 << 14)
  scores = new Float64Array(1 << 14)
  size = 0
  /** Of every place the weight of the word at hand so far, 0 where it is missing. */
  #weights = new Uint8Array(1 << 14)
  #spare = new Uint8Array(1 << 14)
  #first = 0

  /** The texts of the first list that are still there and allowed. */
  start(list: PostingList, { first, size }: PlacedSegment, nos: Int32Array, allowed: Uint8Array | null): void {
    if (size > this.slots.length) {
      this.slots = new Int32Array(size)
      this.scores = new Float64Array(size)
      this.#weights = new Uint8Array(size)
      this.#spare = new Uint8Array(size)
    }
    this.#first = first
    const { slots, scores } = this
    const { bytes, to } = list
    const weights = this.#weights
    weights.fill(0)
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
      const isWeighed = coded & 1
      const weight = 1 + isWeighed * (((bytes[at] as number) | 0) - 1)
      at += isWeighed
      if (nos[slot] === 0 || (allowed !== null && allowed[slot] === 0)) continue
      weights[slot - first] = weight
      slots[found] = slot
      scores[found++] = 0
    }
    this.size = found
  }

  /** Another gram of the word at hand, which occurs no more often than the rarest of them. */
  keep({ bytes, from, to }: PostingList): void {
    const before = this.#weights
    const weights = this.#spare
    weights.fill(0)
    const last = this.#lastPlace()
    let place = -1
    for (let at = from; at < to && place < last; ) {
      let byte = bytes[at++] as number
      let coded = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        coded |= (byte & 127) << shift
      }
      place += coded >>> 1
      const isWeighed = coded & 1
      const weight = 1 + isWeighed * (((bytes[at] as number) | 0) - 1)
      at += isWeighed
      const least = before[place] as number
      const less = weight - least
      weights[place] = least + (less & (less >> 31)) // the smaller of the two
    }
    this.#spare = before
    this.#weights = weights
  }

  /** Drops the candidates without the word at hand, and adds to the others what it is worth: BM25F of its weight. */
  weigh(rarity: number, saturations: Float32Array): void {
    const { slots, scores, size } = this
    const weights = this.#weights
    const first = this.#first
    let found = 0
    for (let index = 0; index < size; index++) {
      const slot = slots[index] as number
      const weight = weights[slot - first] as number
      slots[found] = slot
      scores[found] = (scores[index] as number) + (rarity * weight) / (weight + (saturations[slot] as number))
      found += -weight >>> 31 // 1 unless the weight is 0: then the next one takes its place
    }
    this.size = found
  }

  /** The first gram of another word. */
  pour({ bytes, from, to }: PostingList): void {
    const weights = this.#weights
    weights.fill(0)
    let place = -1
    for (let at = from; at < to; ) {
      let byte = bytes[at++] as number
      let coded = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        coded |= (byte & 127) << shift
      }
      place += coded >>> 1
      const isWeighed = coded & 1
      weights[place] = 1 + isWeighed * (((bytes[at] as number) | 0) - 1)
      at += isWeighed
    }
  }

  #lastPlace(): number {
    return this.size === 0 ? -1 : (this.slots[this.size - 1] as number) - this.#first
  }
}

const candidates = new Candidates()

const inSegment = (state: SearchState, segment: PlacedSegment, words: readonly { readonly lists: readonly PostingList[]; readonly rarity: number }[], allowed: Uint8Array | null): void => {
  for (const [place, { lists, rarity }] of words.entries()) {
    for (const [index, list] of lists.entries()) {
      if (index > 0) candidates.keep(list)
      else if (place > 0) candidates.pour(list)
      else candidates.start(list, segment, state.nos, allowed)
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
