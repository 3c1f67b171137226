/** Codes of characters begin here, above the lengths of numbers and their digits. */
const FIRST = 0x1000
/** 61,440 characters are more than Chinese titles have ever held; what comes after shares the last place. */
const LAST = 0xffff
const ZERO = 48

const isDigit = (code: number): boolean => code >= ZERO && code < ZERO + 10

/** Folding leaves these as they are, but for the case of letters. */
// oxlint-disable-next-line no-control-regex -- ASCII is meant as a whole
const UNCHANGED = /^[\u0000-\u007f\u2012-\u2016\u2018-\u201f\u3001-\u3011\u3400-\u9fff]*$/

/** Without the differences that only count where all else is the same. */
const folded = (title: string): string => (UNCHANGED.test(title) ? title : title.normalize('NFKD').replaceAll(/\p{M}+/gu, '')).toLowerCase()

/**
 * Titles as rows of numbers that compare as the titles do in a Chinese dictionary (pinyin; Latin by its letters), digits by their value. A collator takes
 * seconds over 200,000 titles, so it only orders the few thousand characters that there are, and is asked again where keys are equal (case, accents).
 */
export class TitleKeys {
  readonly #collator = new Intl.Collator('zh-CN', { numeric: true })
  /** Code of a character by its code point, dealt out as they come, and all characters in the collator's order. */
  readonly #codes = new Map<number, number>()
  #characters: number[] = []
  readonly #fresh = new Set<number>()
  /** Place of a character in that order, by its code. */
  #places = new Uint16Array(FIRST)

  constructor() {
    this.#codeOf(ZERO)
  }

  /**
   * Appends the key of a title, not yet in its final form: see {@link settle}.
   * @returns whether only the very same title has this key
   */
  append(title: string, keys: KeyBuffer): boolean {
    const text = folded(title)
    let isUnique = text === title
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at) ?? 0
      if (!isDigit(code)) {
        keys.push(this.#codeOf(code))
        if (code > 0xffff) at++
        continue
      }
      // A number: its length, then its digits, as if it were one character.
      let end = at
      while (end < text.length && isDigit(text.charCodeAt(end))) end++
      while (at < end - 1 && text.charCodeAt(at) === ZERO) {
        at++
        isUnique = false
      }
      keys.push(this.#codeOf(ZERO))
      keys.push(Math.min(end - at, FIRST - 1))
      for (; at < end; at++) keys.push(text.charCodeAt(at))
      at--
    }
    return isUnique
  }

  /**
   * Turns appended keys into ones that can be compared with each other; a stretch of them, when all are appended. A character that comes later changes the places of
   * the others, but not their order.
   */
  settle({ codes, length }: KeyBuffer, from = 0, to = length): void {
    this.#learn()
    const places = this.#places
    for (let at = from; at < to; at++) {
      const code = codes[at] as number
      if (code >= FIRST) codes[at] = places[code] as number
    }
  }

  /** Titles whose keys are equal: by case, accents and width. */
  compareEqual(a: string, b: string): number {
    return this.#collator.compare(a, b)
  }

  #codeOf(character: number): number {
    const known = this.#codes.get(character)
    if (known !== undefined) return known
    const code = Math.min(FIRST + this.#codes.size, LAST)
    this.#codes.set(character, code)
    this.#fresh.add(character)
    return code
  }

  #learn(): void {
    if (this.#fresh.size === 0) return
    const compare = (a: number, b: number) => this.#collator.compare(String.fromCodePoint(a), String.fromCodePoint(b)) || a - b
    // Two runs in order: the engine's sort is a merge and takes them as they are.
    this.#characters = [...this.#characters, ...[...this.#fresh].sort(compare)].sort(compare)
    this.#fresh.clear()
    this.#places = new Uint16Array(LAST + 1)
    for (const [place, character] of this.#characters.entries()) this.#places[this.#codes.get(character) ?? 0] = Math.min(FIRST + place, LAST)
  }
}

/** Keys one after the other in an array that grows. */
export class KeyBuffer {
  codes: Uint16Array
  length = 0

  /** @param capacity codes for which there is room at once */
  constructor(capacity = 1 << 10) {
    this.codes = new Uint16Array(capacity)
  }

  push(code: number): void {
    if (this.length === this.codes.length) {
      const larger = new Uint16Array(this.codes.length * 2)
      larger.set(this.codes)
      this.codes = larger
    }
    this.codes[this.length++] = code
  }
}

/** Compares two stretches of settled keys. */
export const compareKeys = (a: Uint16Array, aFrom: number, aTo: number, b: Uint16Array, bFrom: number, bTo: number): number => {
  const end = Math.min(aTo - aFrom, bTo - bFrom)
  for (let at = 0; at < end; at++) {
    const difference = (a[aFrom + at] as number) - (b[bFrom + at] as number)
    if (difference !== 0) return difference
  }
  return aTo - aFrom - (bTo - bFrom)
}
