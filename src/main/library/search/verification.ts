import type { Sql, SqlParameters } from '../sql'
import { score, scoreOf, TITLE_WEIGHT, type WeighedWord } from './bm25f'
import { fold, isOrdinaryWord } from './fold'
import type { QueryPlan } from './query-plan'
import type { SearchState } from './search-state'

type Text = { readonly no: number; readonly title: string; readonly body: string }

const LATIN = /[a-z]/

/** instr() compares bytes, in half the time; LIKE takes capitals for small letters. Ordinary words hold neither of LIKE's wildcards. */
const hasWords = (words: readonly string[]): string =>
  words.map((word, at) => (LATIN.test(word) ? `(title LIKE '%' || :word${at} || '%' OR body LIKE '%' || :word${at} || '%')` : `(instr(body, :word${at}) OR instr(title, :word${at}))`)).join(' AND ')
const wordParameters = (words: readonly string[]): SqlParameters => Object.fromEntries(words.map((word, at) => [`word${at}`, word]))

/** How often a word stands in a column: replace() takes every occurrence out, and what is missing then is counted. lower() knows ASCII alone, which will do here. */
const occurrencesIn = (column: 'title' | 'body', word: string, at: number): string => {
  const text = LATIN.test(word) ? `lower(${column})` : column
  return `(octet_length(${column}) - octet_length(replace(${text}, :word${at}, ''))) / octet_length(:word${at})`
}
const weightsOf = (words: readonly string[]): string => words.map((word, at) => `${TITLE_WEIGHT} * (${occurrencesIn('title', word, at)}) + (${occurrencesIn('body', word, at)}) AS weight${at}`).join(', ')

/** Hot statements; their query plans are asserted in tests. */
export const verificationStatements = {
  texts: 'SELECT no, title, body FROM materials WHERE no IN (SELECT value FROM json_each(:nos))',
  having: (words: readonly string[]) => `SELECT no FROM materials WHERE no IN (SELECT value FROM json_each(:nos)) AND ${hasWords(words)}`,
  /** Of those the weight of every word for BM25F: its occurrences, those in the title five times. */
  weights: (words: readonly string[]) => `SELECT no, ${weightsOf(words)} FROM materials WHERE no IN (SELECT value FROM json_each(:nos)) AND ${hasWords(words)}`,
} as const

/** More words than this are counted in texts that are read: every number of words, with and without Latin letters, is a statement that stays prepared. */
const MOST_COUNTED = 4

/** Looks into texts for words that their grams do not prove. Remembers what it saw while one query is answered. */
export class Verification {
  readonly #seen = new Map<number, number>()
  readonly #weighed: readonly WeighedWord[]
  /** Can SQL count the words in ordinary texts? Latin letters may be capitals there; nothing else of an ordinary word looks different. */
  readonly #countable: boolean

  /** @param weighed all words of the query */
  constructor(
    readonly sql: Sql,
    readonly state: SearchState,
    readonly plan: QueryPlan,
    weighed: readonly WeighedWord[],
  ) {
    this.#weighed = weighed
    this.#countable = weighed.length <= MOST_COUNTED && weighed.every(({ word }) => isOrdinaryWord(word))
  }

  /** The BM25F score of each, 0 for a text without some of the words. Ordinary texts do not leave SQLite: reading one takes three times as long as counting in it. */
  scores(nos: readonly number[]): number[] {
    const counted: number[] = []
    const read: number[] = []
    for (const no of nos) {
      if (this.#seen.has(no)) continue
      const text = this.state.tail.get(no)
      if (text) this.#seen.set(no, score(text.title, text.body, this.#weighed, text.k))
      else if (this.#countable && !this.state.unusual.has(no)) counted.push(no)
      else read.push(no)
    }
    if (counted.length > 0) this.#count(counted)
    if (read.length > 0) this.#read(read)
    return nos.map((no) => this.#seen.get(no) ?? 0)
  }

  /** Those in which every word stands, in their order; cheaper than {@link scores}. */
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

  #count(nos: readonly number[]): void {
    type Counted = { readonly no: number } & Readonly<Record<`weight${number}`, number>>
    const words = this.#weighed.map(({ word }) => word)
    for (const no of nos) this.#seen.set(no, 0)
    for (const row of this.sql.all<Counted>(verificationStatements.weights(words), { nos: JSON.stringify(nos), ...wordParameters(words) })) {
      const weights = words.map((_, at) => row[`weight${at}`] ?? 0)
      this.#seen.set(row.no, scoreOf(weights, this.#weighed, this.state.saturationOf(row.no)))
    }
  }

  #read(nos: readonly number[]): void {
    for (const { no, title, body } of this.sql.all<Text>(verificationStatements.texts, { nos: JSON.stringify(nos) })) {
      this.#seen.set(no, score(fold(title), fold(body), this.#weighed, this.state.saturationOf(no)))
    }
  }
}
