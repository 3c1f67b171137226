import type { SimilarMaterial } from '../../../shared/contract/versions'
import type { MaterialId } from '../../../shared/model/ids'
import { diffText } from '../../../shared/text-diff/diff-text'
import { materialRow, type MaterialRow } from '../material-rows'
import { SpentBytes } from '../../spent-bytes'
import { materialNotFound } from '../not-found'
import type { Sql } from '../sql'
import type { Follower, Row } from '../tables'
import { unwatched, type Watch } from '../watch'
import { leastShared, sketchOf, SKETCH_VERSION } from './sketch'
import { similarityOf, tokensOf, type Wording } from './wording'

/** From here on two wordings are shown side by side; below it they tell of the same thing in other words. */
export const LEAST_SIMILARITY = 0.7
/** Texts that share a feature and are looked at: the newest, and of those the ones with most features in common. Stock phrases stand in thousands. */
export const MOST_SHARING = 300
export const MOST_COMPARED = 12
/** Materials of one portion of the walk over the library: the engine answers nobody else in the meantime. */
const PORTION = 100
/** Materials whose sketches are made in one step, some ten milliseconds. */
const STEP = 40
/** Of the text that a sketch is made of: UTF-16, of itself, of its folded copy and of its tokens. */
const BYTES_A_CHARACTER = 6
/** Bytes of such texts that may lie about. */
const MOST_SKETCHED = 12 * 1024 * 1024

type Near = { readonly row: MaterialRow & { source_title: string | null }; readonly similarity: number }
type Pair = { older: MaterialId; newer: MaterialId; olderTitle: string; newerTitle: string; similarity: number }

export const nearDuplicateStatements = {
  sharing: 'SELECT material_no FROM material_sketches WHERE feature = :feature AND material_no < :before ORDER BY material_no DESC LIMIT :limit',
  rows: `SELECT materials.*, sources.title AS source_title FROM materials LEFT JOIN sources ON sources.id = materials.source_id
    WHERE materials.no IN (SELECT value FROM json_each(:nos))`,
  portion: 'SELECT * FROM materials WHERE no > :after ORDER BY no LIMIT :limit',
} as const

const rowWording = (row: Row): Wording => ({ title: String(row['title']), body: String(row['body']) })

/** Finds materials whose wording is nearly that of another; keeps `material_sketches` in step with `materials`. */
export class NearDuplicates {
  constructor(readonly sql: Sql) {}

  /** Follows a change of `materials` inside its transaction. */
  readonly follow: Follower = (before, after) => {
    const [was, is] = [before[0], after[0]]
    if (before.length === 1 && after.length === 1 && was && is && was['no'] === is['no'] && was['title'] === is['title'] && was['body'] === is['body']) return
    for (const row of before) {
      for (const feature of sketchOf(tokensOf(rowWording(row)))) this.sql.run('DELETE FROM material_sketches WHERE feature = :feature AND material_no = :no', { feature, no: row['no'] ?? null })
    }
    for (const row of after) this.#insert(row)
  }

  /**
   * Throws the sketches of another version away; {@link sketchMore} makes those of this one, from the first material on. A library of 200,000 takes half a minute of work for
   * it, for which nobody should wait in front of a closed door.
   */
  prepare(): void {
    if (this.sql.one<{ value: string }>(`SELECT value FROM meta WHERE name = 'sketch-version'`)?.value === SKETCH_VERSION) return
    this.sql.transaction(() => {
      this.sql.run('DELETE FROM material_sketches')
      this.#setVersion()
      if (this.#last() > 0) this.#setSketchedTo(0)
    })
  }

  /**
   * Makes sketches of some more of the materials that have none since {@link prepare}, and remembers where it stands: after a crash it goes on from there. What is changed
   * meanwhile is followed all the same.
   * @returns how far it has come; null when nothing is left to do
   */
  sketchMore(): { done: number; total: number } | null {
    const after = this.#sketchedTo()
    if (after === null) return null
    return this.sql.transaction(() => {
      const rows = this.sql.all<Row>(nearDuplicateStatements.portion, { after, limit: STEP })
      for (const row of rows) this.#insert(row)
      const done = Number(rows.at(-1)?.['no'] ?? after)
      if (rows.length === STEP) this.#setSketchedTo(done)
      else this.sql.run(`DELETE FROM meta WHERE name = 'sketched-to'`)
      return rows.length === STEP ? { done, total: this.#last() } : null
    })
  }

  /** Makes every sketch anew from the materials. */
  rebuild(watch: Watch = unwatched): void {
    this.sql.transaction(() => {
      this.sql.run('DELETE FROM material_sketches')
      const all = this.sql.value<number>('SELECT count(*) FROM materials')
      const spent = new SpentBytes('major', undefined, MOST_SKETCHED)
      for (let after = 0, seen = 0; ; ) {
        const rows = this.sql.all<Row>(nearDuplicateStatements.portion, { after, limit: PORTION })
        if (rows.length === 0) break
        watch(seen, all)
        seen += rows.length
        for (const row of rows) {
          this.#insert(row)
          const { title, body } = rowWording(row)
          spent.add((title.length + body.length) * BYTES_A_CHARACTER)
        }
        after = Number(rows.at(-1)?.['no'])
      }
      this.#setVersion()
      this.sql.run(`DELETE FROM meta WHERE name = 'sketched-to'`)
    })
  }

  /** Materials whose sketches are missing or belong to none; 0 when they are in step. Those to which {@link sketchMore} has not come yet do not count. */
  strays(): number {
    return this.sql.value<number>(`
      SELECT (SELECT count(DISTINCT material_no) FROM material_sketches WHERE material_no NOT IN (SELECT no FROM materials))
           + (SELECT count(*) FROM materials WHERE title || body GLOB '*[a-z0-9一-龥]*' AND no NOT IN (SELECT material_no FROM material_sketches) AND no <= :sketchedTo)`, { sketchedTo: this.#sketchedTo() ?? Number.MAX_SAFE_INTEGER })
  }

  /** The nearest materials to a wording that need not be stored, nearest first. */
  similarTo(wording: Wording, most: number): SimilarMaterial[] {
    return this.#nearest(tokensOf(wording), LEAST_SIMILARITY, most, () => true).map((near) => similar(near, wording))
  }

  /** As {@link similarTo} of a wording's tokens, without saying how they differ. */
  nearestTo(tokens: readonly string[], most: number): { id: MaterialId; similarity: number }[] {
    return this.#nearest(tokens, LEAST_SIMILARITY, most, () => true).map(({ row: { id }, similarity }) => ({ id, similarity }))
  }

  /** The nearest others to a stored material, its own versions left out. @throws LecternError `material-not-found` */
  similarToMaterial(id: MaterialId, most: number): SimilarMaterial[] {
    const row = this.sql.one<MaterialRow>(materialRow, { id })
    if (!row) throw materialNotFound()
    const isOther = (other: MaterialRow) => other.no !== row.no && (row.version_group === null || other.version_group !== row.version_group)
    return this.#nearest(tokensOf(row), LEAST_SIMILARITY, most, isOther).map((near) => similar(near, row))
  }

  /**
   * Walks the library for pairs, a portion at a time.
   *
   * @param after where the walk stands, 0 to begin
   * @returns the pairs of this portion, nearest first, and where to go on; null at the end
   */
  duplicates(after: number, most: number): { pairs: Pair[]; next: number | null } {
    const pairs: Pair[] = []
    const rows = this.sql.all<MaterialRow>(nearDuplicateStatements.portion, { after, limit: PORTION })
    let next: number | null = rows.length < PORTION ? null : (rows.at(-1)?.no ?? null)
    for (const [index, row] of rows.entries()) {
      const isOlder = (other: MaterialRow) => row.version_group === null || other.version_group !== row.version_group
      for (const near of this.#nearest(tokensOf(row), LEAST_SIMILARITY, 3, isOlder, row.no)) {
        pairs.push({ older: near.row.id, newer: row.id, olderTitle: near.row.title, newerTitle: row.title, similarity: near.similarity })
      }
      if (pairs.length >= most && index < rows.length - 1) {
        next = row.no
        break
      }
    }
    return { pairs: pairs.sort((a, b) => b.similarity - a.similarity), next }
  }

  #nearest(tokens: readonly string[], least: number, most: number, wanted: (row: MaterialRow) => boolean, before = Number.MAX_SAFE_INTEGER): Near[] {
    const features = sketchOf(tokens)
    const sharing = new Map<number, number>()
    for (const feature of features) {
      for (const no of this.sql.column<number>(nearDuplicateStatements.sharing, { feature, before, limit: MOST_SHARING })) sharing.set(no, (sharing.get(no) ?? 0) + 1)
    }
    const enough = leastShared(features)
    const candidates = [...sharing].filter(([, count]) => count >= enough).sort(([a, countA], [b, countB]) => countB - countA || b - a)
    const nos = candidates.slice(0, MOST_COMPARED).map(([no]) => no)
    return this.sql
      .all<Near['row']>(nearDuplicateStatements.rows, { nos: JSON.stringify(nos) })
      .filter(wanted)
      .map((row) => ({ row, similarity: similarityOf(tokensOf(row), tokens, least) }))
      .filter(({ similarity }) => similarity > 0)
      .sort((a, b) => b.similarity - a.similarity || b.row.no - a.row.no)
      .slice(0, most)
  }

  /** The last material that has its sketch; null when all have. */
  #sketchedTo(): number | null {
    const stored = this.sql.one<{ value: string }>(`SELECT value FROM meta WHERE name = 'sketched-to'`)?.value
    return stored === undefined ? null : Number(stored)
  }

  #setSketchedTo(no: number): void {
    this.sql.run(`INSERT INTO meta (name, value) VALUES ('sketched-to', :no) ON CONFLICT DO UPDATE SET value = :no`, { no: String(no) })
  }

  #setVersion(): void {
    this.sql.run(`INSERT INTO meta (name, value) VALUES ('sketch-version', :version) ON CONFLICT DO UPDATE SET value = :version`, { version: SKETCH_VERSION })
  }

  /** Number of the newest material; 0 without any. */
  #last(): number {
    return this.sql.value<number>('SELECT coalesce(max(no), 0) FROM materials')
  }

  #insert(row: Row): void {
    for (const feature of sketchOf(tokensOf(rowWording(row)))) this.sql.run('INSERT OR IGNORE INTO material_sketches (feature, material_no) VALUES (:feature, :no)', { feature, no: row['no'] ?? null })
  }
}

const similar = ({ row, similarity }: Near, wording: Wording): SimilarMaterial => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  source: row.source_title ?? '',
  locator: row.source_title === null ? '' : row.locator,
  updatedAt: row.updated_at,
  similarity,
  title: [...diffText(row.title, wording.title)],
  body: [...diffText(row.body, wording.body)],
})
