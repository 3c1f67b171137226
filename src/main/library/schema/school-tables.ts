/**
 * Schools and their brands. Every brand that a school ever had is kept; the one in use is the one that has not retired, and the index lets no school have two.
 * `contacts` is JSON; `primary_colour` and `accent_colour` are `RRGGBB`; logos are assets.
 */
export const schoolTables = `
  CREATE TABLE schools (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, short TEXT NOT NULL, district TEXT NOT NULL, level TEXT,
    contacts TEXT NOT NULL, notes TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX schools_by_name ON schools (name);
  CREATE INDEX schools_by_short ON schools (short) WHERE short <> '';

  CREATE TABLE brands (
    no INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, school_id TEXT NOT NULL, series TEXT NOT NULL, slogan TEXT NOT NULL, motto TEXT NOT NULL,
    primary_colour TEXT, accent_colour TEXT, heading_font TEXT NOT NULL, body_font TEXT NOT NULL, logo TEXT, logo_on_dark TEXT, cover_style TEXT NOT NULL,
    created_at INTEGER NOT NULL, retired_at INTEGER, hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX brands_by_school ON brands (school_id);
  CREATE UNIQUE INDEX brands_in_use ON brands (school_id) WHERE retired_at IS NULL;
`
