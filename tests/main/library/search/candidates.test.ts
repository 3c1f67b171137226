import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MaterialFilter } from '../../../../src/shared/contract/library'
import { Candidates } from '../../../../src/main/library/search/candidates'
import { planQuery } from '../../../../src/main/library/search/query-plan'
import { Sql } from '../../../../src/main/library/sql'
import { aDraft, withLibrary } from '../a-library'

/** 200 materials; every second one holds the word, the others only its grams. Every tenth text is one that SQL cannot judge alone. */
const totalOf = (text: string, limits: { inSql: number; folded: number }) =>
  withLibrary((library, folder) => {
    for (let i = 0; i < 200; i++) {
      const body = i % 2 === 0 ? '教育部 v1.2' : '教育与育部 v1. 1.2'
      library.materials.create(aDraft({ title: `第 ${i} 条`, body: i % 10 < 2 ? `${body} ㈱` : body }))
    }
    const database = new Sqlite(join(folder, 'library.db'), { readonly: true })
    try {
      const plan = planQuery(text, MaterialFilter.parse({}))
      return new Candidates(new Sql(database), limits).total(plan.match ?? '', plan)
    } finally {
      database.close()
    }
  })

describe('a total', () => {
  it.each(['教育部', 'v1.2'])('is exact while what has to be looked at stays within the limits: %s', (text) => {
    expect(totalOf(text, { inSql: 200, folded: 200 })).toEqual({ total: 100, approximate: false })
  })

  it.each(['教育部', 'v1.2'])('is an estimate beyond them, and says so: %s', (text) => {
    expect(totalOf(text, { inSql: 40, folded: 40 })).toEqual({ total: 100, approximate: true })
  })

  it('needs no look at any text when the index proves the word', () => {
    expect(totalOf('教育', { inSql: 0, folded: 0 })).toEqual({ total: 200, approximate: false })
  })
})
