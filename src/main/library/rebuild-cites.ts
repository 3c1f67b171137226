import type { Sql } from './sql'

/** Makes `talk_cites` anew from what the talks say. */
export const rebuildCites = (sql: Sql): void =>
  sql.transaction(() => {
    sql.run('DELETE FROM talk_cites')
    sql.run('INSERT INTO talk_cites (material_id, talk_no) SELECT DISTINCT value, talks.no FROM talks, json_each(talks.cites)')
  })
