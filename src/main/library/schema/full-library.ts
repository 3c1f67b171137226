/**
 * Of version 2: versions, consent and last days of materials; superseded sources; histories, case events, saved searches, collections, trash.
 *
 * - Columns are added empty, and an empty added column is not covered by its row's hash: rows from before stay as they are.
 * - `material_revisions` keeps the states that were superseded; what stands now is in `materials`. It, `case_events`, `collection_entries` and
 *   `reading_marks` name materials by id and keep doing so while one is in the trash.
 * - `trash.contents` holds the deleted rows of the other tables as JSON.
 * - `material_sketches` is derived (see `near-duplicates/sketch.ts`); it is filled when a library is opened that has none.
 */
export const fullLibrary = `
  ALTER TABLE materials ADD COLUMN valid_until TEXT;
  ALTER TABLE materials ADD COLUMN consent TEXT;
  ALTER TABLE materials ADD COLUMN consent_note TEXT;
  ALTER TABLE materials ADD COLUMN version_group TEXT;
  ALTER TABLE materials ADD COLUMN version_rank INTEGER;
  ALTER TABLE materials ADD COLUMN edited_by TEXT;
  CREATE INDEX materials_by_version ON materials (version_group, version_rank) WHERE version_group IS NOT NULL;
  CREATE INDEX materials_by_last_day ON materials (valid_until) WHERE valid_until IS NOT NULL;
  CREATE INDEX materials_by_school ON materials (school) WHERE school <> '';
  CREATE INDEX materials_by_stage ON materials (stage) WHERE stage IS NOT NULL;

  ALTER TABLE sources ADD COLUMN valid_until TEXT;
  ALTER TABLE sources ADD COLUMN superseded_by TEXT;

  CREATE TABLE material_revisions (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    material_id TEXT NOT NULL, revision INTEGER NOT NULL, state TEXT NOT NULL, edited_by TEXT NOT NULL, at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX material_revisions_by_material ON material_revisions (material_id, revision);

  CREATE TABLE case_events (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    material_id TEXT NOT NULL, stage TEXT NOT NULL, date TEXT NOT NULL, note TEXT NOT NULL, recorded_at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX case_events_by_material ON case_events (material_id);

  CREATE TABLE saved_searches (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, query TEXT NOT NULL, created_at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;

  CREATE TABLE collections (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL, note TEXT NOT NULL, due TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE TABLE collection_entries (
    collection_id TEXT NOT NULL, position INTEGER NOT NULL, material_id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (collection_id, position)
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX collection_entries_by_material ON collection_entries (material_id);
  CREATE TABLE reading_marks (
    collection_id TEXT NOT NULL, reader TEXT NOT NULL, material_id TEXT NOT NULL, read_at INTEGER NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (collection_id, reader, material_id)
  ) WITHOUT ROWID, STRICT;

  CREATE TABLE trash (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL, title TEXT NOT NULL, deleted_at INTEGER NOT NULL, contents TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;

  CREATE TABLE material_sketches (feature INTEGER NOT NULL, material_no INTEGER NOT NULL, PRIMARY KEY (feature, material_no)) WITHOUT ROWID, STRICT;
`
