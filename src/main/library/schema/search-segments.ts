/**
 * The search index in our own posting lists (search.md, design H) in the place of FTS5. All of it is derived:
 *
 * - `search_segments` and `search_blocks`: see `search/segments.ts`. `search_tombstones`: places whose text is gone or was replaced.
 * - `search_tail`: materials that stand in no segment yet. Every material goes there now, so the index fills itself when it is next looked at.
 * - `search_facets` numbers the labels, kinds … that filters ask for.
 * - `search_version` moves on with every change of the index, and back with a rollback: memory then knows that it has to read again.
 */
export const searchSegments = `
  DROP TABLE material_index;
  CREATE TABLE search_segments (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, level INTEGER NOT NULL, nos BLOB NOT NULL, lengths BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
  CREATE TABLE search_blocks (key INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;
  CREATE TABLE search_tombstones (segment INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (segment, place)) WITHOUT ROWID, STRICT;
  CREATE TABLE search_tail (no INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE search_facets (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE search_version (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL) STRICT;
  INSERT INTO search_version (id, version) VALUES (1, 0);
  INSERT INTO search_tail (no) SELECT no FROM materials;
`
