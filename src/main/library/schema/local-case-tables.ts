/** Which case of its own a school tells in a slot of a talk, where somebody chose one; `material_id` null: none. */
export const localCaseTables = `
  CREATE TABLE local_case_pins (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, school_id TEXT NOT NULL, talk_id TEXT NOT NULL, slot TEXT NOT NULL,
    material_id TEXT, at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX local_case_pins_by_slot ON local_case_pins (talk_id, school_id, slot);
  CREATE INDEX local_case_pins_by_school ON local_case_pins (school_id);
`
