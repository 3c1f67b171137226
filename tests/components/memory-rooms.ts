import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { readCase } from '../../src/shared/case-study/read-case'
import type { MaterialId } from '../../src/shared/model/ids'
import type { Material } from '../../src/shared/model/material'
import { LecternError } from '../../src/shared/outcome'

const absent = (): never => {
  throw new LecternError('not-in-memory', { 'zh-CN': '内存里的引擎没有这一项。', en: 'The engine in memory has no such thing.' })
}

/** Histories, versions, collections, freshness and trash of a library in which none of them ever happened. */
export const memoryRooms = (material: (id: MaterialId) => Material) => {
  const server = implement(contract)
  return {
    versions: {
      similarTo: server.versions.similarTo.handler(() => []),
      similarToMaterial: server.versions.similarToMaterial.handler(() => []),
      duplicates: server.versions.duplicates.handler(() => ({ pairs: [], next: null })),
      diff: server.versions.diff.handler(absent),
      link: server.versions.link.handler(absent),
      unlink: server.versions.unlink.handler(absent),
      of: server.versions.of.handler(() => []),
    },
    cases: {
      read: server.cases.read.handler(({ input }) => ({ study: readCase(material(input.id).body), events: [] })),
      writePart: server.cases.writePart.handler(absent),
      addEvent: server.cases.addEvent.handler(absent),
      changeEvent: server.cases.changeEvent.handler(absent),
      removeEvent: server.cases.removeEvent.handler(absent),
    },
    finding: {
      facets: server.finding.facets.handler(() => ({ schools: [], statuses: [], stages: [], freshness: [], used: 0, unused: 0 })),
      whereUsed: server.finding.whereUsed.handler(() => ({ talks: [], collections: [], otherVersions: 0 })),
      savedSearches: server.finding.savedSearches.handler(() => []),
      saveSearch: server.finding.saveSearch.handler(absent),
      changeSearch: server.finding.changeSearch.handler(absent),
      removeSearch: server.finding.removeSearch.handler(absent),
    },
    collections: {
      list: server.collections.list.handler(() => []),
      get: server.collections.get.handler(absent),
      create: server.collections.create.handler(absent),
      update: server.collections.update.handler(absent),
      remove: server.collections.remove.handler(absent),
      add: server.collections.add.handler(absent),
      takeOut: server.collections.takeOut.handler(absent),
      arrange: server.collections.arrange.handler(absent),
      mark: server.collections.mark.handler(absent),
    },
    freshness: {
      report: server.freshness.report.handler(() => ({ materials: [], materialCount: 0, sources: [], talks: [] })),
      ofTalk: server.freshness.ofTalk.handler(() => []),
      ofMaterial: server.freshness.ofMaterial.handler(() => null),
      supersede: server.freshness.supersede.handler(absent),
    },
    revisions: {
      list: server.revisions.list.handler(({ input }) => {
        const { title, updatedAt } = material(input.id)
        return [{ revision: 1, at: updatedAt, by: '', title, current: true, changed: [] }]
      }),
      get: server.revisions.get.handler(({ input }) => material(input.id)),
      diff: server.revisions.diff.handler(absent),
      restore: server.revisions.restore.handler(absent),
    },
    bulk: { edit: server.bulk.edit.handler(() => ({ changed: 0 })) },
    trash: {
      list: server.trash.list.handler(() => ({ entries: [], total: 0 })),
      restore: server.trash.restore.handler(() => ({ restored: 0 })),
      empty: server.trash.empty.handler(() => ({ removed: 0 })),
    },
  }
}
