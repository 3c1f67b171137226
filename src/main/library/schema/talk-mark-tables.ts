/** Which blocks of a talk were changed on one side since slide and script last agreed (`StepMark`, as JSON). A talk without such blocks has no row. */
export const talkMarkTables = `
  CREATE TABLE talk_marks (talk_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, marks TEXT NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID, STRICT;
`
