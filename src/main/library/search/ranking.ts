import { BestHits } from './best-hits'
import type { PostingList } from './posting-list'
import { collectAllowed, layOut } from './posting-loops'

/** A word that one list proves. */
export type ProvenWord = { readonly list: PostingList; readonly rarity: number }
/** A word whose weight in a slot is `bytes[slot + toPlace]`. */
type LaidWord = { readonly bytes: Uint8Array; readonly toPlace: number; readonly rarity: number }
/** Of every slot the number of its material and its saturation. */
type Slots = { readonly nos: Int32Array; readonly saturations: Float32Array }
/** The slots of a segment. */
type Stretch = { readonly first: number; readonly size: number }

const worth = (rarity: number, weight: number, saturation: number): number => (rarity * weight) / (weight + saturation)

/** Keeps a rounding error from costing a hit its place. */
const A_LITTLE_LESS = 1 - 1e-9

/**
 * How many hits there are and which of them are best, where one gram proves each word; in arrays that are used again and again.
 *
 * Few of the hits are scored. As w / (w + k) is concave in w, a score Σ rᵢwᵢ / (wᵢ + k) is at most that of the mean weight, R·m / (m + k) with R = Σ rᵢ and
 * m = Σ rᵢwᵢ / R (Jensen's inequality). So it reaches a floor t only where Σ rᵢwᵢ ≥ k · tR / (R − t): a product and a comparison for each hit. Of a single
 * word that says exactly who is above the floor.
 */
export class Ranking {
  readonly #best = new BestHits()
  #slots = new Int32Array(1 << 14)
  /** Of every slot found the weight of the first word. */
  #weights = new Uint8Array(1 << 14)
  readonly #poured: Uint8Array[] = []
  /** Of all words. */
  #rarity = 0
  /** A hit with less than this times its saturation is not among the best. */
  #least = -Infinity
  total = 0

  /** @param count how many of the best are wanted @param rarity of all words together */
  start(count: number, rarity: number): void {
    this.#best.start(count)
    this.#rarity = rarity
    this.#least = this.#best.floor
    this.total = 0
  }

  push(no: number, score: number): void {
    this.total++
    this.#offer(no, score)
  }

  /** The numbers of the best, best first. */
  nos(): number[] {
    return this.#best.tags()
  }

  /** Takes the hits of a segment. @param words in the order in which their scores are added up, the one with the shortest list first */
  take({ nos, saturations }: Slots, segment: Stretch, words: readonly ProvenWord[], allowed: Uint8Array): void {
    const [first, ...others] = words
    const last = others.pop()
    if (!first) return
    if (!last && first.list.isDense) {
      this.#takeDense(nos, saturations, segment, first, allowed)
      return
    }
    this.#reserve(segment.size, words.length)
    const found = collectAllowed(first.list, segment.first, allowed, this.#slots, this.#weights)
    if (last) this.#takeTogether(nos, saturations, segment, first, others, last, found)
    else this.#takeFound(nos, saturations, first, found)
  }

  /** One word in a dense list: at a glance, without a look at which slots it is. */
  #takeDense(nos: Int32Array, saturations: Float32Array, { first }: Stretch, { list: { bytes, from, to }, rarity }: ProvenWord, allowed: Uint8Array): void {
    let least = this.#least / rarity
    let found = 0
    for (let at = from, slot = first; at < to; at++, slot++) {
      const weight = (bytes[at] as number) & -(allowed[slot] as number)
      found += -weight >>> 31
      const saturation = saturations[slot] as number
      if (weight < least * saturation || weight === 0) continue
      this.#offer(nos[slot] as number, worth(rarity, weight, saturation))
      least = this.#least / rarity
    }
    this.total += found
  }

  #takeFound(nos: Int32Array, saturations: Float32Array, { rarity }: ProvenWord, found: number): void {
    const slots = this.#slots
    const weights = this.#weights
    this.total += found
    for (let index = 0; index < found; index++) {
      const slot = slots[index] as number
      const weight = weights[index] as number
      const saturation = saturations[slot] as number
      if (rarity * weight >= this.#least * saturation) this.#offer(nos[slot] as number, worth(rarity, weight, saturation))
    }
  }

  /** Of the slots found for the first word those in which the others stand; the last one is only looked up. */
  #takeTogether(nos: Int32Array, saturations: Float32Array, { first }: Stretch, word: ProvenWord, others: readonly ProvenWord[], last: ProvenWord, among: number): void {
    const slots = this.#slots
    const weights = this.#weights
    let found = among
    const laid: LaidWord[] = []
    const lay = ({ list, rarity }: ProvenWord): LaidWord => {
      const { bytes, from } = layOut(list, found === 0 ? -1 : (slots[found - 1] as number) - first, this.#poured[laid.length] as Uint8Array)
      const one = { bytes, toPlace: from - first, rarity }
      laid.push(one)
      return one
    }
    for (const other of others) found = this.#keep(lay(other), found)
    const between = laid.slice()
    const { bytes, toPlace, rarity } = lay(last)
    let total = 0
    for (let index = 0; index < found; index++) {
      const slot = slots[index] as number
      const weight = bytes[slot + toPlace] as number
      total += -weight >>> 31
      let impact = word.rarity * (weights[index] as number) + rarity * weight
      for (const one of between) impact += one.rarity * (one.bytes[slot + one.toPlace] as number)
      const saturation = saturations[slot] as number
      if (impact < this.#least * saturation || weight === 0) continue
      let points = worth(word.rarity, weights[index] as number, saturation)
      for (const one of laid) points += worth(one.rarity, one.bytes[slot + one.toPlace] as number, saturation)
      this.#offer(nos[slot] as number, points)
    }
    this.total += total
  }

  /** Drops the slots found in which a word does not stand. */
  #keep({ bytes, toPlace }: LaidWord, size: number): number {
    const slots = this.#slots
    const weights = this.#weights
    let found = 0
    for (let index = 0; index < size; index++) {
      const slot = slots[index] as number
      slots[found] = slot
      weights[found] = weights[index] as number
      found += -(bytes[slot + toPlace] as number) >>> 31
    }
    return found
  }

  #offer(no: number, score: number): void {
    this.#best.offer(no, score)
    const { floor } = this.#best
    const isReachable = floor > -Infinity && floor < this.#rarity
    this.#least = isReachable ? (A_LITTLE_LESS * floor * this.#rarity) / (this.#rarity - floor) : -Infinity
  }

  #reserve(size: number, lists: number): void {
    if (size > this.#slots.length) {
      this.#slots = new Int32Array(size)
      this.#weights = new Uint8Array(size)
      this.#poured.length = 0
    }
    while (this.#poured.length < lists) this.#poured.push(new Uint8Array(this.#slots.length))
  }
}
