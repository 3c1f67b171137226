import type Sqlite from 'better-sqlite3'
import { definitionTables, designTable } from './definition-tables'
import { makeListsDense } from './dense-lists'
import { draftTables } from './draft-tables'
import { fullLibrary } from './full-library'
import { schoolTables } from './school-tables'
import { searchSegments } from './search-segments'
import { localCaseTables } from './local-case-tables'
import { rehearsalTables } from './rehearsal-tables'
import { talkMarkTables } from './talk-mark-tables'
import { talkUndoTables } from './talk-undo-tables'
import { talkVersionTables } from './talk-version-tables'

/** One step of the schema; runs inside its own transaction. */
export type Migration = (database: Sqlite.Database) => void

const sql =
  (text: string): Migration =>
  (database) => {
    database.exec(text)
  }

/**
 * Append only: the schema's version (`user_version`) is the number of migrations that ran. A migration that has been released never changes.
 *
 * Of version 1:
 * - `no` is SQLite's rowid (AUTOINCREMENT: never used twice, since the journal may bring an old row back); `id` is what the world knows.
 * - `hash` covers all other columns of its row, because `integrity_check` does not notice a flipped bit inside a value (reliability.md).
 * - Labels stay with their material as JSON; `label_uses`, `talk_cites`, `material_index` and `unusual_texts` are derived and can be rebuilt.
 * - `unusual_texts` numbers the materials that SQL alone cannot search exactly (see `isOrdinaryText`).
 * - A material keeps `source_id` when its source is removed, so that undo makes the pair whole again; hence no foreign key there.
 * - `material_index` holds terms only: content='' keeps no second copy of the text, detail=none no positions (search.md, design T). Gone with version 3.
 */
export const migrations: readonly Migration[] = [
  sql(`
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

    CREATE TABLE assets (
      hash TEXT PRIMARY KEY, extension TEXT NOT NULL, bytes INTEGER NOT NULL, added_at INTEGER NOT NULL,
      width INTEGER, height INTEGER, mime TEXT
    ) WITHOUT ROWID, STRICT;

    CREATE TABLE sources (
      no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL, file_name TEXT NOT NULL, format TEXT NOT NULL, issuer TEXT NOT NULL, number TEXT NOT NULL, date TEXT NOT NULL,
      original TEXT NOT NULL REFERENCES assets (hash), bytes INTEGER NOT NULL, paragraphs INTEGER NOT NULL, outline TEXT NOT NULL,
      imported_at INTEGER NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sources_by_original ON sources (original);

    CREATE TABLE source_paragraphs (
      source_no INTEGER NOT NULL REFERENCES sources (no) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
      text TEXT NOT NULL, number TEXT NOT NULL, level INTEGER NOT NULL, kind TEXT NOT NULL, hash TEXT NOT NULL,
      PRIMARY KEY (source_no, position)
    ) WITHOUT ROWID, STRICT;

    CREATE TABLE materials (
      no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, tags TEXT NOT NULL, topics TEXT NOT NULL, audiences TEXT NOT NULL,
      status TEXT NOT NULL, stage TEXT, school TEXT NOT NULL,
      source_id TEXT, path TEXT NOT NULL, locator TEXT NOT NULL, first_paragraph INTEGER, last_paragraph INTEGER,
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX materials_by_source ON materials (source_id) WHERE source_id IS NOT NULL;
    CREATE INDEX materials_by_kind ON materials (kind);

    CREATE TABLE talks (
      no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
      markdown TEXT NOT NULL, title TEXT NOT NULL, audience TEXT NOT NULL, format TEXT NOT NULL, minutes REAL, blocks INTEGER NOT NULL,
      cites TEXT NOT NULL, revision INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX talks_by_title ON talks (title);

    CREATE TABLE label_uses (facet TEXT NOT NULL, label TEXT NOT NULL, uses INTEGER NOT NULL, PRIMARY KEY (facet, label)) WITHOUT ROWID, STRICT;
    CREATE TABLE talk_cites (material_id TEXT NOT NULL, talk_no INTEGER NOT NULL, PRIMARY KEY (material_id, talk_no)) WITHOUT ROWID, STRICT;
    CREATE INDEX talk_cites_by_talk ON talk_cites (talk_no);
    CREATE VIRTUAL TABLE material_index USING fts5 (terms, content='', contentless_delete=1, detail=none, tokenize='ascii');

    CREATE TABLE unusual_texts (no INTEGER PRIMARY KEY) STRICT;

    CREATE TABLE deeds (
      no INTEGER PRIMARY KEY AUTOINCREMENT, label_zh TEXT NOT NULL, label_en TEXT NOT NULL, at INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE deed_changes (
      deed_no INTEGER NOT NULL REFERENCES deeds (no) ON DELETE CASCADE, position INTEGER NOT NULL,
      room TEXT NOT NULL, scope ANY NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (deed_no, position)
    ) WITHOUT ROWID, STRICT;
  `),
  sql(fullLibrary),
  sql(searchSegments),
  // The page or slide of a paragraph; null where the format has none, and in what was imported before.
  sql('ALTER TABLE source_paragraphs ADD COLUMN page INTEGER'),
  // For orders and counts that would otherwise read every page of the materials, texts included.
  sql('CREATE INDEX materials_by_title ON materials (title); CREATE INDEX materials_by_status ON materials (status);'),
  sql(talkUndoTables),
  sql(rehearsalTables),
  sql(talkMarkTables),
  sql(definitionTables),
  sql(talkVersionTables),
  sql(draftTables),
  // Where the user put it; null where it was put nowhere.
  sql('ALTER TABLE saved_searches ADD COLUMN position INTEGER'),
  sql(schoolTables),
  sql(localCaseTables),
  makeListsDense,
  // Of a film or a sound: the picture that stands for it.
  sql('ALTER TABLE assets ADD COLUMN poster TEXT'),
  sql(designTable),
]
