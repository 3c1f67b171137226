/** Formats and audiences of the user's own; `definition` is JSON, `key` what talks name it by. */
export const definitionTables = ['formats', 'audiences']
  .map(
    (table) => `
  CREATE TABLE ${table} (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, definition TEXT NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;`,
  )
  .join('')
