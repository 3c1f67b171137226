import type Sqlite from 'better-sqlite3'
import { SegmentStore } from '../search/segments'
import { Sql } from '../sql'

/**
 * Lists of common grams become dense (see `search/posting-list.ts`), which an earlier Lectern would misread. Segment by segment as it stands, a fraction of the
 * time that making the index anew takes; sparse lists read on as before.
 */
export const makeListsDense = (database: Sqlite.Database): void => {
  const store = new SegmentStore(new Sql(database))
  for (const segment of store.all()) store.rewrite(segment)
}
