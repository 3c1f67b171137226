import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brandStatements } from '../../../src/main/library/brands'
import { caseEventStatements } from '../../../src/main/library/case-events'
import { collectionStatements } from '../../../src/main/library/collections'
import { facetStatements, finderStatements } from '../../../src/main/library/finding/finder'
import { freshnessStatements } from '../../../src/main/library/finding/freshness'
import { olderVersionStatements } from '../../../src/main/library/finding/older-versions'
import { titleOrderStatements } from '../../../src/main/library/finding/title-order'
import { narrowingStatements } from '../../../src/main/library/finding/narrowing'
import { localCaseStatements } from '../../../src/main/library/local-cases'
import { materialRow } from '../../../src/main/library/material-rows'
import { draftStatements } from '../../../src/main/library/material-drafts'
import { materialStatements } from '../../../src/main/library/materials'
import { nearDuplicateStatements } from '../../../src/main/library/near-duplicates/near-duplicates'
import { rehearsalStatements } from '../../../src/main/library/rehearsals'
import { revisionStatements } from '../../../src/main/library/revisions'
import { schoolStatements } from '../../../src/main/library/schools'
import { searchStatements } from '../../../src/main/library/search/material-search'
import { segmentStatements } from '../../../src/main/library/search/segments'
import { verificationStatements } from '../../../src/main/library/search/verification'
import { sourceStatements } from '../../../src/main/library/sources'
import { stepMarkStatements } from '../../../src/main/library/step-marks'
import { talkVersionStatements } from '../../../src/main/library/talk-versions'
import { talkUndoStatements } from '../../../src/main/library/talk-undo'
import { talkStatements } from '../../../src/main/library/talks'
import { trashStatements } from '../../../src/main/library/trash'
import { versionStatements } from '../../../src/main/library/version-links'
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
  'finds the block of a gram': segmentStatements.block,
  'reads the blocks of a segment': segmentStatements.blocks,
  'looks for words in texts by number': verificationStatements.having(['教育部', '资源库']),
  'reads texts by number': verificationStatements.texts,
  'lists the newest materials': searchStatements.newest,
  'reads a page of hits by number': searchStatements.hits,
  'reads a material': materialStatements.get,
  'lists a kind': materialStatements.listOfKind,
  'reads a school': schoolStatements.get,
  'finds a school by its name': schoolStatements.named,
  'finds a school by its short name': schoolStatements.shortNamed,
  'reads the brands of a school': brandStatements.ofSchool,
  'reads the cases of a school': localCaseStatements.ofSchool,
  'knows whose name it is': localCaseStatements.called,
  'reads what was chosen for a school': localCaseStatements.pins,
  'reads the brand in use': brandStatements.inUse,
  'reads a source': sourceStatements.get,
  'finds a source by its original': sourceStatements.byOriginal,
  'reads paragraphs of a source': sourceStatements.paragraphs,
  'reads materials of a source': sourceStatements.materials,
  'reads a talk': talkStatements.get,
  'finds a talk by title': talkStatements.byTitle,
  'reads the versions of a talk': talkVersionStatements.ofTalk,
  'finds the newest version of a talk': talkVersionStatements.newest,
  'reads which blocks of a talk are out of step': stepMarkStatements.get,
  'reads the draft of a material': draftStatements.get,
  'reads the stack of undo of a talk': talkUndoStatements.head,
  'finds the oldest step of undo': talkUndoStatements.bottom,
  'reads steps of undo': talkUndoStatements.steps,
  'finds the steps of undo that are cut off': talkUndoStatements.above,
  'finds the steps of undo that are folded away': talkUndoStatements.oldest,
  'reads the rehearsals of a talk': rehearsalStatements.ofTalk,
  'reads the rehearsals of a lecturer': rehearsalStatements.ofLecturer,
  'finds the talks that cite a material': talkStatements.usedIn,
  'reads the row of a material': materialRow,
  'finds the materials of schools': narrowingStatements.ofSchools,
  'finds the materials at stages': narrowingStatements.ofStages,
  'tells what is not fresh on a page': freshnessStatements.ofIds,
  'finds the talks that rest on materials': freshnessStatements.citing,
  'reads revisions of a material': revisionStatements.all,
  'reads one revision': revisionStatements.one,
  'numbers the next revision': revisionStatements.last,
  'reads the steps of a case': caseEventStatements.ofMaterial,
  'reads a collection in order': collectionStatements.entries,
  'counts what readers have read': collectionStatements.progress,
  'finds the collections that hold a material': collectionStatements.holding,
  'reads what is in the trash by id': trashStatements.get,
  'reads the versions of a material': versionStatements.of,
  'ranks the next version': versionStatements.last,
  'finds texts that share a feature': nearDuplicateStatements.sharing,
  'compares texts by number': nearDuplicateStatements.rows,
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

  it.each([segmentStatements.block, segmentStatements.blocks, searchStatements.newest, nearDuplicateStatements.sharing, nearDuplicateStatements.portion, collectionStatements.entries])('takes the order of numbers as it comes: %s', (statement) =>
    withLibrary((_library, folder) => {
      expect(planOf(folder, statement).filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
    }),
  )

  it('looks up what is stale by its last day and through its source, never material by material', () =>
    withLibrary((_library, folder) => {
      // Sources are a hundredth of the materials; those are read whole.
      expect(planOf(folder, freshnessStatements.concernedSources).filter((step) => step.startsWith('SCAN '))).toEqual(['SCAN sources'])
      for (const statement of [freshnessStatements.byOwnDay, freshnessStatements.ofSource]) {
        expect(planOf(folder, statement).filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
        const looksAtMaterials = planOf(folder, statement).filter((step) => step.includes(' materials '))
        expect(looksAtMaterials.length).toBeGreaterThan(0)
        for (const step of looksAtMaterials) expect(step).toContain('USING COVERING INDEX')
      }
    }))

  it.each([titleOrderStatements.portion, searchStatements.count, facetStatements.statuses, facetStatements.stages, facetStatements.schools])('reads an index and no texts: %s', (statement) =>
    withLibrary((_library, folder) => {
      expect(planOf(folder, statement).filter((step) => step.startsWith('SCAN ') && !step.includes('USING COVERING INDEX'))).toEqual([])
    }),
  )

  it('finds older versions and used materials among those that have versions or are cited', () =>
    withLibrary((_library, folder) => {
      expect(planOf(folder, olderVersionStatements.all).filter((step) => step.startsWith('SCAN '))).toEqual([])
      expect(planOf(folder, finderStatements.mostUsed).filter((step) => step.startsWith('SCAN materials'))).toEqual([])
      expect(planOf(folder, narrowingStatements.used).filter((step) => step.startsWith('SCAN materials'))).toEqual([])
    }))
})
