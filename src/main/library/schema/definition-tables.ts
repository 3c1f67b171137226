const definitionTable = (table: string): string => `
  CREATE TABLE ${table} (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, definition TEXT NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;`

/** Formats and audiences of the user's own; `definition` is JSON, `key` what talks name it by. */
export const definitionTables = ['formats', 'audiences'].map(definitionTable).join('')

/** Designs of the user's own, likewise; their files are assets. */
export const designTable = definitionTable('designs')
