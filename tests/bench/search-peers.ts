import Sqlite from 'better-sqlite3'
import MiniSearch from 'minisearch'
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

/** Every character and every two neighbours as tokens; spaces cut. */
const bigramsOf = (text: string): string[] => {
  const tokens: string[] = []
  let before = ''
  for (const character of text) {
    if (/\s/u.test(character)) {
      before = ''
      continue
    }
    tokens.push(character)
    if (before !== '') tokens.push(before + character)
    before = character
  }
  return tokens
}

/** The bigrams that prove a word, or its only character. */
const tokensOf = (word: string): string[] => (Array.from(word).length < 2 ? [word] : bigramsOf(word).filter((token) => Array.from(token).length === 2))

/** FTS5 over single characters and bigrams as tokens, ranked by bm25(): the better of the usual ways to index Chinese in SQLite. */
export const bigramPeer = (library: string, folder: string): Peer => {
  const database = copyOfTexts(library, join(folder, 'bigram.db'))
  database.exec(`CREATE VIRTUAL TABLE grams USING fts5(title, body, content='', tokenize="unicode61 tokenchars '，。；：-/'")`)
  const insert = database.prepare('INSERT INTO grams (rowid, title, body) VALUES (?, ?, ?)')
  database.transaction(() => {
    // In portions: SQLite forbids writing while a statement of the same connection is still reading.
    for (let after = 0; ; ) {
      const rows = database.prepare('SELECT no, title, body FROM texts WHERE no > ? ORDER BY no LIMIT 1000').all(after) as { no: number; title: string; body: string }[]
      if (rows.length === 0) break
      for (const { no, title, body } of rows) insert.run(no, bigramsOf(title).join(' '), bigramsOf(body).join(' '))
      after = rows.at(-1)?.no ?? after
    }
  })()
  const bytes = database.prepare(`SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'grams%'`).pluck().get() as number
  const page = database.prepare('SELECT rowid FROM grams WHERE grams MATCH @match ORDER BY bm25(grams, 5, 1) LIMIT 50').pluck()
  const texts = database.prepare('SELECT title, body FROM texts WHERE no IN (SELECT value FROM json_each(?))')
  const count = database.prepare('SELECT count(*) FROM grams WHERE grams MATCH @match').pluck()
  return {
    name: 'FTS5 bigrams',
    bytes,
    search: (text) => {
      const match = wordsOf(text).map((word) => `"${tokensOf(word).join(' ').replaceAll('"', '""')}"`).join(' AND ')
      texts.all(JSON.stringify(page.all({ match })))
      return { total: count.get({ match }) as number }
    },
    close: () => database.close(),
  }
}

/** MiniSearch with the same tokens, all in memory: BM25+ over every hit. */
export const miniSearchPeer = (library: string): Peer => {
  const source = new Sqlite(join(library, 'library.db'), { readonly: true })
  const index = new MiniSearch<{ no: number; title: string; body: string }>({ idField: 'no', fields: ['title', 'body'], tokenize: bigramsOf, processTerm: (term) => term })
  const before = process.memoryUsage().rss
  for (const { no, title, body } of source.prepare('SELECT no, title, body FROM materials').iterate() as IterableIterator<{ no: number; title: string; body: string }>) index.add({ no, title: fold(title), body: fold(body) })
  source.close()
  return {
    name: 'MiniSearch',
    bytes: process.memoryUsage().rss - before,
    search: (text) => ({ total: index.search(text, { tokenize: () => wordsOf(text).flatMap(tokensOf), combineWith: 'AND', boost: { title: 5 } }).length }),
    close: () => index.removeAll(),
  }
}
