/**
 * The stack of undo of every talk: `talk_histories` says where it stands, `talk_steps` how to get from state to state. No part of the talk itself:
 * without these tables its text is whole.
 */
export const talkUndoTables = `
  CREATE TABLE talk_histories (
    talk_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, done INTEGER NOT NULL, top INTEGER NOT NULL, size INTEGER NOT NULL, hash TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;

  CREATE TABLE talk_steps (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, talk_id TEXT NOT NULL, position INTEGER NOT NULL,
    delta TEXT NOT NULL, size INTEGER NOT NULL, at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX talk_steps_in_order ON talk_steps (talk_id, position);
`
