/**
 * What somebody was writing and has not saved yet: one draft a material, and one of a material that is not stored yet (`material_id` 'new').
 * No deed of its own, so the journal knows nothing of it; without it every material is whole.
 */
export const draftTables = `
  CREATE TABLE material_drafts (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, material_id TEXT NOT NULL UNIQUE, draft TEXT NOT NULL,
    based_on INTEGER, saved_at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
`
