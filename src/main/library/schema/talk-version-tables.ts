/** Whole texts of talks as they stood once. A talk does not need them. */
export const talkVersionTables = `
  CREATE TABLE talk_versions (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, talk_id TEXT NOT NULL, reason TEXT NOT NULL, name TEXT NOT NULL,
    markdown TEXT NOT NULL, blocks INTEGER NOT NULL, seconds INTEGER NOT NULL, at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX talk_versions_by_talk ON talk_versions (talk_id, at);
`
