import { meets, type Condition } from './allowed-slots'
import { score, type WeighedWord } from './bm25f'
import type { Matches } from './matches'
import { HEAVIEST, type PostingList } from './posting-list'
import { collectAllowed, layOut } from './posting-loops'
import type { PlannedWord } from './query-plan'
import type { Ranking } from './ranking'
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
  #poured = new Uint8Array(1 << 14)
  #first = 0
  size = 0

  /** The texts of the first list that are allowed. */
  start(list: PostingList, { first, size }: PlacedSegment, allowed: Uint8Array): void {
    if (size > this.#slots.length) {
      this.#slots = new Int32Array(size)
      this.#scores = new Float64Array(size)
      this.#weights = new Uint8Array(size)
      this.#poured = new Uint8Array(size)
    }
    this.#first = first
    this.size = collectAllowed(list, first, allowed, this.#slots, this.#weights)
    this.#scores.fill(0, 0, this.size)
  }

  /** Whatever another word weighs, it is no more than this. */
  startWord(): void {
    this.#weights.fill(HEAVIEST, 0, this.size)
  }

  /** Drops the candidates without another gram of the word at hand, which occurs no more often than the rarest of its grams. */
  keep(list: PostingList): void {
    const last = this.size === 0 ? -1 : (this.#slots[this.size - 1] as number) - this.#first
    const { bytes, from } = layOut(list, last, this.#poured)
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
}

const candidates = new Candidates()

const inSegment = (state: SearchState, segment: PlacedSegment, words: readonly { readonly lists: readonly PostingList[]; readonly rarity: number }[], allowed: Uint8Array): void => {
  for (const [place, { lists, rarity }] of words.entries()) {
    if (place > 0) candidates.startWord()
    for (const [index, list] of lists.entries()) {
      if (place === 0 && index === 0) candidates.start(list, segment, allowed)
      else candidates.keep(list)
      if (candidates.size === 0) return
    }
    candidates.weigh(rarity, state.saturations)
  }
}

/** The words of a segment with their lists, the one with the shortest first; null where one of them does not stand there. */
const wordsIn = (index: number, words: readonly FoundWord[], weighed: readonly WeighedWord[]): { lists: readonly PostingList[]; rarity: number }[] | null => {
  const present = words.flatMap(({ lists }, word) => {
    const here = lists[index]
    return here ? [{ lists: here, rarity: weighed[word]?.rarity ?? 1 }] : []
  })
  if (present.length < words.length) return null
  return present.sort((a, b) => (a.lists[0]?.count ?? 0) - (b.lists[0]?.count ?? 0))
}

/** What is found and looked for. `allowed` says of every slot whether it meets the condition, see `AllowedSlots`; `weighed` are the words with their rarities. */
export type Sought = { readonly words: readonly FoundWord[]; readonly weighed: readonly WeighedWord[]; readonly condition: Condition; readonly allowed: Uint8Array }

const pushTail = (state: SearchState, { weighed, condition }: Sought, into: { push: (no: number, score: number) => void }): void => {
  for (const text of state.tail.values()) {
    if (!meets(text, condition)) continue
    const points = score(text.title, text.body, weighed, text.k)
    if (points > 0) into.push(text.no, points)
  }
}

/**
 * Collects every material that has all grams of all words and meets the condition. Where the grams prove the words, the score is that of BM25F;
 * elsewhere it is an upper bound, because a word occurs no more often than the rarest of its grams.
 *
 * @param matches emptied first
 */
export const intersect = (state: SearchState, sought: Sought, matches: Matches): void => {
  matches.clear()
  for (const [index, segment] of state.segments.entries()) {
    const here = wordsIn(index, sought.words, sought.weighed)
    if (!here) continue
    inSegment(state, segment, here, sought.allowed)
    candidates.addTo(matches, state.nos)
  }
  pushTail(state, sought, matches)
}

/** Counts every material that holds all words and meets the condition, and keeps the best `count` of them; only where a single gram proves each word. */
export const rank = (state: SearchState, sought: Sought, count: number, ranking: Ranking): void => {
  ranking.start(count, sought.weighed.reduce((sum, { rarity }) => sum + rarity, 0))
  for (const [index, segment] of state.segments.entries()) {
    const here = wordsIn(index, sought.words, sought.weighed)
    if (here) ranking.take(state, segment, here.flatMap(({ lists, rarity }) => lists.map((list) => ({ list, rarity }))), sought.allowed)
  }
  pushTail(state, sought, ranking)
}
