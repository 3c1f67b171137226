/** How talks were rehearsed, and the pace of each lecturer. A rehearsal is not part of its talk: without it the text is whole. */
export const rehearsalTables = `
  CREATE TABLE rehearsals (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, talk_id TEXT NOT NULL, lecturer TEXT NOT NULL, audience TEXT NOT NULL, minutes REAL,
    started_at INTEGER NOT NULL, ended_at INTEGER NOT NULL, finished INTEGER NOT NULL, blocks TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX rehearsals_by_talk ON rehearsals (talk_id, started_at);
  CREATE INDEX rehearsals_by_lecturer ON rehearsals (lecturer, started_at);

  CREATE TABLE lecturers (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, pace INTEGER NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
`
