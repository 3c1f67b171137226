import type { Sql, SqlParameters } from '../sql'
import { fold } from './fold'
import type { QueryPlan } from './query-plan'

type Text = { readonly no: number; readonly title: string; readonly body: string }
/** A half-open stretch of material numbers: after < no < before. */
export type Stretch = { readonly after: number; readonly before: number }

export const everywhere: Stretch = { after: 0, before: Number.MAX_SAFE_INTEGER }

/** Index entries read at a time. */
const BATCH = 200

/** How many texts are verified at most for an exact total; beyond that it is an estimate from the newest of them. */
export type VerificationLimits = { readonly inSql: number; readonly folded: number }

/** About 10 ms and 20 ms: measured 2 µs a text in SQL, 11 µs when it has to be folded. */
const limitsOfAKeystroke: VerificationLimits = { inSql: 5_000, folded: 2_000 }

const hasWords = (words: readonly string[]): string => words.map((_, i) => `(materials.title LIKE :word${i} OR materials.body LIKE :word${i})`).join(' AND ')
/** Ordinary words hold neither of LIKE's wildcards. */
const wordParameters = (words: readonly string[]): SqlParameters => Object.fromEntries(words.map((word, i) => [`word${i}`, `%${word}%`]))

const MATCHING = 'material_index MATCH :match AND material_index.rowid > :after AND material_index.rowid < :before'
const WITH_TEXT = 'material_index JOIN materials ON materials.no = material_index.rowid'
const UNUSUAL = 'materials.no IN (SELECT no FROM unusual_texts)'

/** Hot statements; their query plans are asserted in tests. */
export const candidateStatements = {
  count: `SELECT count(*) FROM material_index WHERE ${MATCHING}`,
  newest: `SELECT rowid FROM material_index WHERE ${MATCHING} ORDER BY rowid DESC LIMIT :limit OFFSET :offset`,
  newestHaving: (words: readonly string[]) =>
    `SELECT material_index.rowid FROM ${WITH_TEXT} WHERE ${MATCHING} AND ((${hasWords(words)}) OR ${UNUSUAL}) ORDER BY material_index.rowid DESC LIMIT :limit`,
  countHaving: (words: readonly string[]) => `SELECT count(*) FROM ${WITH_TEXT} WHERE ${MATCHING} AND ${hasWords(words)} AND NOT ${UNUSUAL}`,
  unusual: `SELECT materials.no, materials.title, materials.body FROM ${WITH_TEXT} WHERE ${MATCHING} AND ${UNUSUAL}`,
  texts: 'SELECT no, title, body FROM materials WHERE no IN (SELECT value FROM json_each(:nos))',
} as const

export type Candidate = { readonly no: number; readonly title: string; readonly body: string }

/** Index entries that meet a query's grams, and the verification of what grams alone do not prove. */
export class Candidates {
  constructor(
    readonly sql: Sql,
    readonly limits: VerificationLimits = limitsOfAKeystroke,
  ) {}

  /** How many texts meet an expression. */
  count(match: string, { after, before }: Stretch = everywhere): number {
    return this.sql.value<number>(candidateStatements.count, { match, after, before })
  }

  newest(match: string, limit: number, offset = 0): number[] {
    return this.sql.column<number>(candidateStatements.newest, { match, ...everywhere, limit, offset })
  }

  /** Batches of material numbers, newest first, that meet `match` and, as far as SQL can tell, contain the ordinary words. */
  *batches(match: string, { ordinary }: Pick<QueryPlan, 'ordinary'>): Generator<number[]> {
    const { after } = everywhere
    for (let { before } = everywhere; ; ) {
      const batch =
        ordinary.length === 0
          ? this.sql.column<number>(candidateStatements.newest, { match, after, before, limit: BATCH, offset: 0 })
          : this.sql.column<number>(candidateStatements.newestHaving(ordinary), { match, after, before, limit: BATCH, ...wordParameters(ordinary) })
      if (batch.length === 0) return
      before = batch.at(-1) ?? 0
      yield batch
    }
  }

  /** The folded texts, in the order of `nos`. */
  texts(nos: readonly number[]): Candidate[] {
    const texts = new Map(this.sql.all<Text>(candidateStatements.texts, { nos: JSON.stringify(nos) }).map((text) => [text.no, text]))
    return nos.flatMap((no) => {
      const text = texts.get(no)
      return text ? [{ no, title: fold(text.title), body: fold(text.body) }] : []
    })
  }

  /** How many texts meet the whole plan; an estimate where too many would have to be looked at. */
  total(match: string, plan: QueryPlan): { total: number; approximate: boolean } {
    const met = this.count(match)
    if (plan.ordinary.length + plan.unusual.length === 0) return { total: met, approximate: false }
    const most = plan.unusual.length > 0 ? this.limits.folded : this.limits.inSql
    if (met <= most) return { total: this.#verified(match, plan, everywhere), approximate: false }
    const [last = 0] = this.newest(match, 1, most - 1)
    const found = this.#verified(match, plan, { ...everywhere, after: last - 1 })
    return { total: Math.round((found * met) / most), approximate: true }
  }

  #verified(match: string, { ordinary, unusual }: QueryPlan, stretch: Stretch): number {
    const words = [...ordinary, ...unusual]
    const holds = ({ title, body }: Omit<Candidate, 'no'>) => words.every((word) => title.includes(word) || body.includes(word))
    let total = 0
    if (unusual.length === 0) {
      total += this.sql.value<number>(candidateStatements.countHaving(ordinary), { match, ...stretch, ...wordParameters(ordinary) })
      for (const text of this.sql.each<Text>(candidateStatements.unusual, { match, ...stretch })) {
        if (holds({ title: fold(text.title), body: fold(text.body) })) total++
      }
      return total
    }
    for (const batch of this.batches(match, { ordinary })) {
      const inside = batch.filter((no) => no > stretch.after)
      total += this.texts(inside).filter(holds).length
      if (inside.length < batch.length) break
    }
    return total
  }
}
