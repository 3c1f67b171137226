import Sqlite from 'better-sqlite3'
import { join } from 'node:path'

/**
 * Everything a library holds but the journal and SQLite's counters: the user's tables, the derived tables, and every term of the search index
 * with its materials. Read through a connection of its own, so that only what is committed counts.
 */
export const dumpOf = (folder: string): unknown => {
  const database = new Sqlite(join(folder, 'library.db'))
  try {
    const rows = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()
    database.exec('CREATE VIRTUAL TABLE temp.index_terms USING fts5vocab(main, material_index, instance)')
    return {
      sources: rows('sources'),
      source_paragraphs: rows('source_paragraphs'),
      materials: rows('materials'),
      talks: rows('talks'),
      material_revisions: rows('material_revisions'),
      case_events: rows('case_events'),
      saved_searches: rows('saved_searches'),
      collections: rows('collections'),
      collection_entries: rows('collection_entries'),
      reading_marks: rows('reading_marks'),
      trash: rows('trash'),
      material_sketches: rows('material_sketches'),
      label_uses: rows('label_uses'),
      talk_cites: rows('talk_cites'),
      unusual_texts: database.prepare('SELECT no FROM unusual_texts ORDER BY no').all(),
      material_index: database.prepare('SELECT term, doc FROM temp.index_terms ORDER BY term, doc').raw().all(),
    }
  } finally {
    database.close()
  }
}
