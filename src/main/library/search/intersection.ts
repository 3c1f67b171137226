import { meets, type Condition } from './allowed-slots'
import { score, type WeighedWord } from './bm25f'
import type { Matches } from './matches'
import { HEAVIEST, type PostingList } from './posting-list'
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

/** Of every place of a segment a weight: `bytes[from + place]`. */
type Weights = { readonly bytes: Uint8Array; readonly from: number }

/**
 * Candidates of one segment while its lists are laid over each other, in arrays that are used again and again. The rarest list makes them; of every other
 * list they are looked up, for which a sparse one is first poured into a byte for every place. The loops read and compare weights by arithmetic, and drop a
 * candidate by putting the next one in its place (`-n >>> 31` is 1 for n > 0, 0 for 0), so that the processor has nothing to guess. (`| 0`: behind the last
 * list of a block nothing follows its last posting.)
 */
class Candidates {
  #slots = new Int32Array(1 << 14)
  #scores = new Float64Array(1 << 14)
  /** Of every candidate the weight of the word at hand so far. */
  #weights = new Uint8Array(1 << 14)
  readonly #poured = { bytes: new Uint8Array(1 << 14), from: 0 }
  #first = 0
  size = 0

  /** The texts of the first list that are still there and allowed. */
  start(list: PostingList, { first, size }: PlacedSegment, nos: Int32Array, allowed: Uint8Array | null): void {
    if (size > this.#slots.length) {
      this.#slots = new Int32Array(size)
      this.#scores = new Float64Array(size)
      this.#weights = new Uint8Array(size)
      this.#poured.bytes = new Uint8Array(size)
    }
    this.#first = first
    if (list.isDense) this.#startDense(list, nos)
    else this.#startSparse(list, nos)
    if (allowed) this.#keepAllowed(allowed)
    this.#scores.fill(0, 0, this.size)
  }

  #startDense({ bytes, from, to }: PostingList, nos: Int32Array): void {
    const slots = this.#slots
    const weights = this.#weights
    let found = 0
    for (let at = from, slot = this.#first; at < to; at++, slot++) {
      const weight = bytes[at] as number
      slots[found] = slot
      weights[found] = weight
      found += (-weight & -(nos[slot] as number)) >>> 31
    }
    this.size = found
  }

  #startSparse({ bytes, from, to }: PostingList, nos: Int32Array): void {
    const slots = this.#slots
    const weights = this.#weights
    let slot = this.#first - 1
    let found = 0
    for (let at = from; at < to; ) {
      let byte = bytes[at++] as number
      let coded = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        coded |= (byte & 127) << shift
      }
      slot += coded >>> 1
      const isWeighed = coded & 1
      slots[found] = slot
      weights[found] = 1 + isWeighed * (((bytes[at] as number) | 0) - 1)
      at += isWeighed
      found += -(nos[slot] as number) >>> 31
    }
    this.size = found
  }

  #keepAllowed(allowed: Uint8Array): void {
    const slots = this.#slots
    const weights = this.#weights
    const { size } = this
    let found = 0
    for (let index = 0; index < size; index++) {
      const slot = slots[index] as number
      slots[found] = slot
      weights[found] = weights[index] as number
      found += allowed[slot] as number
    }
    this.size = found
  }

  /** Whatever another word weighs, it is no more than this. */
  startWord(): void {
    this.#weights.fill(HEAVIEST, 0, this.size)
  }

  /** Drops the candidates without another gram of the word at hand, which occurs no more often than the rarest of its grams. */
  keep(list: PostingList): void {
    const { bytes, from } = list.isDense ? list : this.#pour(list)
    const slots = this.#slots
    const scores = this.#scores
    const weights = this.#weights
    const toPlace = from - this.#first
    const { size } = this
    let found = 0
    for (let index = 0; index < size; index++) {
      const slot = slots[index] as number
      const before = weights[index] as number
      const less = (bytes[slot + toPlace] as number) - before
      const weight = before + (less & (less >> 31)) // the smaller of the two
      slots[found] = slot
      scores[found] = scores[index] as number
      weights[found] = weight
      found += -weight >>> 31
    }
    this.size = found
  }

  /** Adds to the candidates what the word at hand is worth: BM25F of its weight. */
  weigh(rarity: number, saturations: Float32Array): void {
    const slots = this.#slots
    const scores = this.#scores
    const weights = this.#weights
    const { size } = this
    for (let index = 0; index < size; index++) {
      const weight = weights[index] as number
      scores[index] = (scores[index] as number) + (rarity * weight) / (weight + (saturations[slots[index] as number] as number))
    }
  }

  addTo(matches: Matches, nos: Int32Array): void {
    const { size } = this
    matches.reserve(size)
    const slots = this.#slots
    const { nos: into, size: start } = matches
    for (let index = 0; index < size; index++) into[start + index] = nos[slots[index] as number] as number
    matches.scores.set(this.#scores.subarray(0, size), start)
    matches.size += size
  }

  #pour({ bytes, from, to }: PostingList): Weights {
    const weights = this.#poured.bytes
    weights.fill(0)
    const last = this.size === 0 ? -1 : (this.#slots[this.size - 1] as number) - this.#first
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
      weights[place] = 1 + isWeighed * (((bytes[at] as number) | 0) - 1)
      at += isWeighed
    }
    return this.#poured
  }
}

const candidates = new Candidates()

const inSegment = (state: SearchState, segment: PlacedSegment, words: readonly { readonly lists: readonly PostingList[]; readonly rarity: number }[], allowed: Uint8Array | null): void => {
  for (const [place, { lists, rarity }] of words.entries()) {
    if (place > 0) candidates.startWord()
    for (const [index, list] of lists.entries()) {
      if (place === 0 && index === 0) candidates.start(list, segment, state.nos, allowed)
      else candidates.keep(list)
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
    candidates.addTo(matches, state.nos)
  }
  for (const text of state.tail.values()) {
    if (!meets(text, condition)) continue
    const points = score(text.title, text.body, weighed, text.k)
    if (points > 0) matches.push(text.no, points)
  }
}
