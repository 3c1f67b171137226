import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { materialStatements } from '../../../src/main/library/materials'
import { candidateStatements } from '../../../src/main/library/search/candidates'
import { searchStatements } from '../../../src/main/library/search/material-search'
import { sourceStatements } from '../../../src/main/library/sources'
import { talkStatements } from '../../../src/main/library/talks'
import { withLibrary } from './a-library'

const planOf = (folder: string, statement: string): string[] => {
  const database = new Sqlite(join(folder, 'library.db'))
  try {
    const parameters = Object.fromEntries([...statement.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]))
    return (database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(parameters) as { detail: string }[]).map(({ detail }) => detail)
  } finally {
    database.close()
  }
}

const hot = {
  'counts by the full-text index': candidateStatements.count,
  'reads the newest matches off the full-text index': candidateStatements.newest,
  'verifies words beside the full-text index': candidateStatements.newestHaving(['教育部', '资源库']),
  'counts verified words': candidateStatements.countHaving(['教育部']),
  'reads texts by number': candidateStatements.texts,
  'lists the newest materials': searchStatements.newest,
  'reads a page of hits by number': searchStatements.hits,
  'reads a material': materialStatements.get,
  'lists a kind': materialStatements.listOfKind,
  'reads a source': sourceStatements.get,
  'finds a source by its original': sourceStatements.byOriginal,
  'reads paragraphs of a source': sourceStatements.paragraphs,
  'reads materials of a source': sourceStatements.materials,
  'reads a talk': talkStatements.get,
  'finds a talk by title': talkStatements.byTitle,
  'finds the talks that cite a material': talkStatements.usedIn,
}

describe('the plan of every hot query', () => {
  it.each(Object.entries(hot))('%s without walking a whole table', (name, statement) =>
    withLibrary((_library, folder) => {
      const plan = planOf(folder, statement)
      // json_each is the list that the caller passed in; the newest list walks the table from its end and stops at its limit.
      const walks = plan.filter((step) => step.startsWith('SCAN ') && !/VIRTUAL TABLE INDEX \d+:[^ ]*[M<>=]/.test(step) && !/json_each/.test(step))
      expect(walks).toEqual(name === 'lists the newest materials' ? ['SCAN materials'] : [])
    }),
  )

  it.each([candidateStatements.newest, candidateStatements.newestHaving(['教育部']), searchStatements.newest])('takes the order of numbers as it comes: %s', (statement) =>
    withLibrary((_library, folder) => {
      expect(planOf(folder, statement).filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
    }),
  )
})
