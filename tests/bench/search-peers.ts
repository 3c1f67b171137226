import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { fold, wordsOf } from '../../src/main/library/search/fold'

/** A way to search that people use instead: the numbers of the first 50 hits, and how many there are. */
export type Peer = { readonly name: string; readonly search: (text: string) => { total: number }; readonly bytes: number; readonly close: () => void }

/** Copies the folded texts of a library into a database that a peer may shape as it likes. */
const copyOfTexts = (library: string, to: string): Sqlite.Database => {
  const source = new Sqlite(join(library, 'library.db'), { readonly: true })
  const database = new Sqlite(to)
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -65536')
  database.exec('CREATE TABLE texts (no INTEGER PRIMARY KEY, title TEXT, body TEXT)')
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?, ?)')
  database.transaction(() => {
    for (const { no, title, body } of source.prepare('SELECT no, title, body FROM materials').iterate() as IterableIterator<{ no: number; title: string; body: string }>) insert.run(no, fold(title), fold(body))
  })()
  source.close()
  return database
}

const like = (words: readonly string[]) => words.map((_, i) => `(title LIKE @w${i} OR body LIKE @w${i})`).join(' AND ')
const likeParameters = (words: readonly string[]) => Object.fromEntries(words.map((word, i) => [`w${i}`, `%${word}%`]))

const byLike = (database: Sqlite.Database, words: readonly string[]): number => {
  database.prepare(`SELECT no, title, body FROM texts WHERE ${like(words)} ORDER BY no DESC LIMIT 50`).all(likeParameters(words))
  return database.prepare(`SELECT count(*) FROM texts WHERE ${like(words)}`).pluck().get(likeParameters(words)) as number
}

/** `LIKE '%…%'`, unranked: what most small programs do. */
export const likePeer = (library: string, folder: string): Peer => {
  const database = copyOfTexts(library, join(folder, 'like.db'))
  return { name: 'LIKE', bytes: 0, search: (text) => ({ total: byLike(database, wordsOf(text)) }), close: () => database.close() }
}

/** FTS5's trigram tokenizer with bm25(), and LIKE for words that are too short for it: what the SQLite manual suggests for substrings. */
export const trigramPeer = (library: string, folder: string): Peer => {
  const database = copyOfTexts(library, join(folder, 'trigram.db'))
  database.exec(`CREATE VIRTUAL TABLE grams USING fts5(title, body, content='texts', content_rowid='no', tokenize='trigram'); INSERT INTO grams (grams) VALUES ('rebuild')`)
  const bytes = database.prepare(`SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'grams%'`).pluck().get() as number
  const page = database.prepare('SELECT rowid, title, body FROM grams WHERE grams MATCH @match ORDER BY bm25(grams, 5, 1) LIMIT 50')
  const count = database.prepare('SELECT count(*) FROM grams WHERE grams MATCH @match').pluck()
  return {
    name: 'FTS5 trigram',
    bytes,
    search: (text) => {
      const words = wordsOf(text)
      if (words.some((word) => Array.from(word).length < 3)) return { total: byLike(database, words) }
      const match = words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
      page.all({ match })
      return { total: count.get({ match }) as number }
    },
    close: () => database.close(),
  }
}
