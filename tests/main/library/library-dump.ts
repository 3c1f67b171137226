import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { facetCode } from '../../../src/main/library/search/grams'
import { eachPosting } from '../../../src/main/library/search/posting-list'
import { SearchState } from '../../../src/main/library/search/search-state'
import { Sql } from '../../../src/main/library/sql'

/** Every term of the search index with its materials and weights, wherever they stand: in segments, or still as texts in the tail. */
const termsOf = (database: Sqlite.Database): unknown => {
  const state = new SearchState(new Sql(database))
  state.loadSegments()
  state.loadTail()
  const facets = new Map(database.prepare('SELECT id, term FROM search_facets').raw().all() as [number, string][])
  const terms = new Set<string>()
  for (const segment of state.segments) {
    for (const [code, list] of state.store.lists(segment)) {
      const term = facets.get(code - facetCode(0)) ?? String(code)
      eachPosting(list, (place, weight) => {
        const no = state.nos[segment.first + place] ?? 0
        if (no !== 0) terms.add(`${term} ${no} ${weight}`)
      })
    }
  }
  return { terms: [...terms].sort(), tail: [...state.tail.values()] }
}

/**
 * Everything a library holds but the journal and SQLite's counters: the user's tables, the derived tables, and every term of the search index
 * with its materials. Read through a connection of its own, so that only what is committed counts.
 */
export const dumpOf = (folder: string): unknown => {
  const database = new Sqlite(join(folder, 'library.db'))
  try {
    const rows = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()
    return {
      sources: rows('sources'),
      source_paragraphs: rows('source_paragraphs'),
      materials: rows('materials'),
      talks: rows('talks'),
      material_revisions: rows('material_revisions'),
      case_events: rows('case_events'),
      saved_searches: rows('saved_searches'),
      formats: rows('formats'),
      audiences: rows('audiences'),
      collections: rows('collections'),
      collection_entries: rows('collection_entries'),
      reading_marks: rows('reading_marks'),
      trash: rows('trash'),
      material_sketches: rows('material_sketches'),
      label_uses: rows('label_uses'),
      talk_cites: rows('talk_cites'),
      unusual_texts: database.prepare('SELECT no FROM unusual_texts ORDER BY no').all(),
      search: termsOf(database),
    }
  } finally {
    database.close()
  }
}
