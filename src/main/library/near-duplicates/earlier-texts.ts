import { MOST_COMPARED, MOST_SHARING } from './near-duplicates'
import { leastShared } from './sketch'

/**
 * The sketches of texts that come one after another and are stored nowhere yet: which of those before is worth a comparison? What one text costs does not grow
 * with how many there are, because a feature that {@link MOST_SHARING} texts have is a stock phrase and takes no more.
 */
export class EarlierTexts {
  /** Entries looked at so far: what the search has cost. */
  looked = 0
  /** A single text stands for itself: most features have no other, and there are hundreds of thousands. */
  readonly #textsWith = new Map<number, number | number[]>()
  #count = 0

  /** @returns the number of the text, from 0 */
  add(features: readonly number[]): number {
    for (const feature of features) {
      const texts = this.#textsWith.get(feature)
      if (texts === undefined) this.#textsWith.set(feature, this.#count)
      else if (typeof texts === 'number') this.#textsWith.set(feature, [texts, this.#count])
      else if (texts.length < MOST_SHARING) texts.push(this.#count)
    }
    return this.#count++
  }

  /** Numbers of the texts that share enough features, most in common first and the earliest of those. */
  sharing(features: readonly number[]): number[] {
    const counts = new Map<number, number>()
    for (const feature of features) {
      const texts = this.#textsWith.get(feature) ?? []
      for (const text of typeof texts === 'number' ? [texts] : texts) {
        counts.set(text, (counts.get(text) ?? 0) + 1)
        this.looked++
      }
    }
    return [...counts]
      .filter(([, count]) => count >= leastShared(features))
      .sort(([a, countA], [b, countB]) => countB - countA || a - b)
      .slice(0, MOST_COMPARED)
      .map(([text]) => text)
  }
}
