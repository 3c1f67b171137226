import { strings, type MaterialRow } from '../material-rows'
import type { Sql } from '../sql'
import type { Row } from '../tables'
import { facetTerms } from './facets'
import { fold, isOrdinaryText } from './fold'
import { eachGram } from './grams'
import { marksOf, saturation, TITLE_WEIGHT } from './impact'

/** Everything the index keeps of a material: its grams, the heavy ones again with their marks, and its facets. */
export const indexTerms = (material: MaterialRow): string => {
  const title = fold(material.title)
  const body = fold(material.body)
  const weights = new Map<string, number>()
  const add = (by: number) => (gram: string) => void weights.set(gram, (weights.get(gram) ?? 0) + by)
  eachGram(title, add(TITLE_WEIGHT))
  eachGram(body, add(1))
  const k = saturation(title.length + body.length)
  const terms: string[] = facetTerms({ kind: material.kind, status: material.status, sourceId: material.source_id, tags: strings(material.tags), topics: strings(material.topics), audiences: strings(material.audiences) })
  for (const [gram, weight] of weights) {
    terms.push(gram)
    for (const mark of marksOf(weight, k)) terms.push(gram + mark)
  }
  return terms.join(' ')
}

const indexedColumns = ['no', 'title', 'body', 'kind', 'status', 'source_id', 'tags', 'topics', 'audiences'] as const
const labelColumns = ['tags', 'topics', 'audiences'] as const

const ALL_MATERIALS = 'SELECT * FROM materials ORDER BY no'

/** The write side of search: `material_index`, `unusual_texts` and `label_uses`, kept in step with `materials`. */
export class MaterialIndex {
  /** Moves on with every change: what was remembered of an earlier state no longer holds. */
  generation = 0

  constructor(readonly sql: Sql) {}

  /** Follows a change of `materials` inside its transaction. */
  readonly follow = (before: readonly Row[], after: readonly Row[]): void => {
    const was = before as readonly MaterialRow[]
    const is = after as readonly MaterialRow[]
    this.generation++
    this.#countLabels(was, -1)
    this.#countLabels(is, 1)
    const [old, next] = [was[0], is[0]]
    if (was.length === 1 && is.length === 1 && old && next && indexedColumns.every((column) => old[column] === next[column])) return
    for (const row of was) {
      this.sql.run('DELETE FROM material_index WHERE rowid = :no', { no: row.no })
      this.sql.run('DELETE FROM unusual_texts WHERE no = :no', { no: row.no })
    }
    for (const row of is) this.#insert(row)
  }

  /** Makes the index anew from the tables. */
  rebuild(): void {
    this.generation++
    this.sql.transaction(() => {
      this.sql.run(`INSERT INTO material_index (material_index) VALUES ('delete-all')`)
      this.sql.run('DELETE FROM unusual_texts')
      this.sql.run('DELETE FROM label_uses')
      // In portions: SQLite forbids writing while a statement of the same connection is still reading.
      for (let after = 0; ; ) {
        const rows = this.sql.all<MaterialRow>('SELECT * FROM materials WHERE no > :after ORDER BY no LIMIT 500', { after })
        if (rows.length === 0) break
        for (const row of rows) this.#insert(row)
        this.#countLabels(rows, 1)
        after = rows.at(-1)?.no ?? after
      }
    })
  }

  /** @returns how many materials the index and the table disagree on; 0 when they are in step */
  strays(): number {
    return this.sql.value<number>(`
      SELECT (SELECT count(*) FROM materials WHERE no NOT IN (SELECT id FROM material_index_docsize))
           + (SELECT count(*) FROM material_index_docsize WHERE id NOT IN (SELECT no FROM materials))`)
  }

  /** Labels whose counts differ from what the materials say. */
  miscounted(): number {
    const actual = new Map<string, number>()
    for (const row of this.sql.each<MaterialRow>(ALL_MATERIALS)) {
      for (const column of labelColumns) for (const label of strings(row[column])) actual.set(`${column} ${label}`, (actual.get(`${column} ${label}`) ?? 0) + 1)
    }
    let wrong = 0
    for (const { facet, label, uses } of this.sql.all<{ facet: string; label: string; uses: number }>('SELECT facet, label, uses FROM label_uses')) {
      if (actual.get(`${facet} ${label}`) !== uses) wrong++
      actual.delete(`${facet} ${label}`)
    }
    return wrong + actual.size
  }

  /** FTS5's own check of its structure; throws `library-damaged` when it fails. */
  checkStructure(): void {
    this.sql.run(`INSERT INTO material_index (material_index) VALUES ('integrity-check')`)
  }

  #insert(row: MaterialRow): void {
    this.sql.run('INSERT INTO material_index (rowid, terms) VALUES (:no, :terms)', { no: row.no, terms: indexTerms(row) })
    if (!isOrdinaryText(row.title) || !isOrdinaryText(row.body)) this.sql.run('INSERT INTO unusual_texts (no) VALUES (:no)', { no: row.no })
  }

  #countLabels(rows: readonly MaterialRow[], by: 1 | -1): void {
    for (const row of rows) {
      for (const facet of labelColumns) {
        for (const label of strings(row[facet])) {
          this.sql.run('INSERT INTO label_uses (facet, label, uses) VALUES (:facet, :label, :by) ON CONFLICT DO UPDATE SET uses = uses + :by', { facet, label, by })
          if (by < 0) this.sql.run('DELETE FROM label_uses WHERE facet = :facet AND label = :label AND uses <= 0', { facet, label })
        }
      }
    }
  }
}
