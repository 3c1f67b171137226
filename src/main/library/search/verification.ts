import type { Sql, SqlParameters } from '../sql'
import { score, type WeighedWord } from './bm25f'
import { fold, isOrdinaryWord } from './fold'
import type { QueryPlan } from './query-plan'
import type { SearchState } from './search-state'

type Text = { readonly no: number; readonly title: string; readonly body: string }

const LATIN = /[a-z]/

/** instr() compares bytes, in half the time; LIKE takes capitals for small letters. Ordinary words hold neither of LIKE's wildcards. */
const hasWords = (words: readonly string[]): string =>
  words.map((word, i) => (LATIN.test(word) ? `(title LIKE :word${i} OR body LIKE :word${i})` : `(instr(body, :word${i}) OR instr(title, :word${i}))`)).join(' AND ')
const wordParameters = (words: readonly string[]): SqlParameters => Object.fromEntries(words.map((word, i) => [`word${i}`, LATIN.test(word) ? `%${word}%` : word]))

/** Hot statements; their query plans are asserted in tests. */
export const verificationStatements = {
  texts: 'SELECT no, title, body FROM materials WHERE no IN (SELECT value FROM json_each(:nos))',
  having: (words: readonly string[]) => `SELECT no FROM materials WHERE no IN (SELECT value FROM json_each(:nos)) AND ${hasWords(words)}`,
} as const

/** Texts after which it is known whether candidates are hits more often than not. */
const ENOUGH_READ = 32

/** Looks into texts for words that their grams do not prove. Remembers what it saw while one query is answered. */
export class Verification {
  readonly #seen = new Map<number, number>()
  /** Texts read so far, and how many of them were hits. */
  #read = 0
  #held = 0
  readonly #weighed: readonly WeighedWord[]
  /** Latin letters may be capitals in the text; nothing else of an ordinary word looks different there. */
  readonly #lower: boolean
  readonly #ordinary: boolean

  /** @param weighed all words of the query */
  constructor(
    readonly sql: Sql,
    readonly state: SearchState,
    readonly plan: QueryPlan,
    weighed: readonly WeighedWord[],
  ) {
    this.#weighed = weighed
    this.#lower = weighed.some(({ word }) => LATIN.test(word))
    this.#ordinary = weighed.every(({ word }) => isOrdinaryWord(word))
  }

  /** The BM25F score of each, 0 for a text without some of the words; reads the texts. */
  scores(nos: readonly number[]): number[] {
    const unseen: number[] = []
    for (const no of nos) {
      if (this.#seen.has(no)) continue
      const text = this.state.tail.get(no)
      if (text) this.#seen.set(no, score(text.title, text.body, this.#weighed, text.k))
      else unseen.push(no)
    }
    const promising = this.#promising(unseen)
    for (const text of promising.length === 0 ? [] : this.sql.all<Text>(verificationStatements.texts, { nos: JSON.stringify(promising) })) {
      const points = this.#score(text)
      this.#seen.set(text.no, points)
      this.#read++
      if (points > 0) this.#held++
    }
    return nos.map((no) => this.#seen.get(no) ?? 0)
  }

  /** Those in which every word stands, in their order; cheaper than {@link scores}, because most texts do not leave SQLite. */
  holding(nos: readonly number[]): number[] {
    const { ordinary, unproven } = this.plan
    if (unproven.length === 0) return [...nos]
    const bySql = ordinary ? nos.filter((no) => !this.#seen.has(no) && !this.state.unusual.has(no)) : []
    const found = new Set(this.#having(bySql))
    const asked = new Set(bySql)
    const others = nos.filter((no) => !asked.has(no))
    for (const [index, score] of this.scores(others).entries()) if (score > 0) found.add(others[index] ?? 0)
    return nos.filter((no) => found.has(no))
  }

  #having(nos: readonly number[]): number[] {
    const { unproven } = this.plan
    return nos.length === 0 ? [] : this.sql.column<number>(verificationStatements.having(unproven), { nos: JSON.stringify(nos), ...wordParameters(unproven) })
  }

  /** Of these the ones to be read. Where most of those read so far were in vain, SQL looks first: that takes half the time of reading. */
  #promising(nos: readonly number[]): readonly number[] {
    if (!this.plan.ordinary || this.#read < ENOUGH_READ || this.#held * 2 > this.#read) return nos
    const { unusual } = this.state
    const held = new Set(this.#having(nos.filter((no) => !unusual.has(no))))
    const promising = nos.filter((no) => held.has(no) || unusual.has(no))
    for (const no of nos) if (!held.has(no) && !unusual.has(no)) this.#seen.set(no, 0)
    return promising
  }

  #score({ no, title, body }: Text): number {
    const k = this.state.saturationOf(no)
    if (!this.#ordinary || this.state.unusual.has(no)) return score(fold(title), fold(body), this.#weighed, k)
    return this.#lower ? score(title.toLowerCase(), body.toLowerCase(), this.#weighed, k) : score(title, body, this.#weighed, k)
  }
}
