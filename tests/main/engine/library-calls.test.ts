import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/shared/contract/failure'
import type { Contract } from '../../../src/shared/contract/index'
import type { EngineContext } from '../../../src/main/engine/context'
import { LongWorks } from '../../../src/main/engine/long-work/long-works'
import { WriteGate } from '../../../src/main/library/write-gate'
import { router } from '../../../src/main/engine/router'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { aDerived, aDocument, aDraft, aFolder, anEnvironment, aProposal, importInto } from '../library/a-library'

type Client = ContractRouterClient<Contract>

const clause = '各学校要建立数字教育资源常态化应用机制，每学期组织教师开展不少于两次的集体备课与观摩研讨。'

/** Calls of the contract on a library of its own, their answers checked against the contract's schemas. */
const withClient = async (work: (client: Client, library: Library) => Promise<void>): Promise<void> => {
  const folder = aFolder()
  const library = openLibrary(folder.path, anEnvironment())
  const works = new LongWorks({ entry: null, library: () => library, gate: new WriteGate(), newId: () => '', changed: () => undefined })
  // The rooms called here ask for nothing else.
  const client: Client = createRouterClient(router, { context: { library, works } as EngineContext })
  try {
    await work(client, library)
  } finally {
    library.close()
    folder.remove()
  }
}

describe('the calls of the library', () => {
  it('links a proposal as a newer version and shows the difference', () =>
    withClient(async (client, library) => {
      const old = await client.materials.create(aDraft({ title: '常态化应用', body: clause }))
      const wording = { title: '常态化应用', body: clause.replace('两次', '三次') }
      importInto(library, aDocument(), [aProposal(0, { ...wording, versionOf: old.id })])
      const [newest, first] = await client.versions.of({ id: old.id })
      expect([newest?.rank, first?.rank, first?.id]).toEqual([2, 1, old.id])
      expect(await client.versions.similarToMaterial({ id: old.id })).toEqual([])
      const { body, similarity } = await client.versions.diff({ from: old.id, to: newest?.id ?? old.id })
      expect(body.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['两', '三'])
      expect(similarity).toBeGreaterThan(0.9)
      await client.versions.unlink({ id: old.id })
      expect(await client.versions.of({ id: old.id })).toEqual([])
      expect((await client.versions.duplicates({})).pairs).toMatchObject([{ older: old.id, newer: newest?.id }])
      await client.versions.link({ ids: [old.id, newest?.id ?? old.id] })
      expect((await client.materials.get({ id: old.id })).material.version).toMatchObject({ rank: 1, count: 2 })
    }))

  it('tells a case by its parts and steps', () =>
    withClient(async (client) => {
      const { id } = await client.materials.create(aDraft({ kind: 'case', body: '### 背景\n\n山区。\n' }))
      expect((await client.cases.writePart({ id, part: 'action', markdown: '双师课堂' })).body).toBe('### 背景\n\n山区。\n\n### 做法\n\n双师课堂\n')
      const event = await client.cases.addEvent({ id, event: { stage: 'adopted', date: '2026-03-01', note: '' } })
      await client.cases.changeEvent({ id: event.id, changes: { note: '三校采用' } })
      const { study, events } = await client.cases.read({ id })
      expect(study.missing).toEqual(['result', 'lesson'])
      expect(events).toMatchObject([{ stage: 'adopted', note: '三校采用' }])
      await client.cases.removeEvent({ id: event.id })
      expect((await client.cases.read({ id })).events).toEqual([])
    }))

  it('keeps searches and reading lists, and says where a material is used', () =>
    withClient(async (client, library) => {
      const { id } = await client.materials.create(aDraft({ title: '必读', school: '示例一小' }))
      const talk = library.talks.add(aDerived({ cites: [id] }), '# 讲')
      const search = await client.finding.saveSearch({ name: '一小', text: '', filter: { schools: ['示例一小'] } })
      expect((await client.materials.search({ text: search.text, filter: search.filter, order: search.order, limit: 10 })).total).toBe(1)
      await client.finding.changeSearch({ id: search.id, changes: { order: 'title' } })
      expect(await client.finding.savedSearches()).toMatchObject([{ name: '一小', order: 'title', filter: { schools: ['示例一小'] } }])
      await client.finding.removeSearch({ id: search.id })

      const collection = await client.collections.create({ title: '备课', note: '', due: '2026-09-01', materials: [id] })
      await client.collections.mark({ id: collection.id, materialId: id, reader: '李老师', read: true })
      expect(await client.collections.get({ id: collection.id })).toMatchObject({ collection: { materials: 1 }, entries: [{ material: { id }, readBy: ['李老师'] }] })
      expect(await client.finding.whereUsed({ id })).toMatchObject({ talks: [{ id: talk.id }], collections: [{ id: collection.id, title: '备课' }], otherVersions: 0 })
      expect(await client.finding.facets()).toMatchObject({ schools: [{ value: '示例一小', count: 1 }], used: 1, unused: 0 })
    }))

  it('reports what is out of date and what rests on it', () =>
    withClient(async (client, library) => {
      const { source, materials } = importInto(library)
      const { source: newer } = importInto(library, aDocument(['新', '一'], { title: '新规划' }), [])
      const talk = library.talks.add(aDerived({ cites: materials.map(({ id }) => id) }), '# 讲')
      await client.freshness.supersede({ id: source.id, by: newer.id })
      const report = await client.freshness.report()
      expect(report).toMatchObject({ materialCount: 2, sources: [{ supersededByTitle: '新规划', materials: 2 }], talks: [{ id: talk.id }] })
      expect(await client.freshness.ofTalk({ id: talk.id })).toHaveLength(2)
      expect((await client.freshness.ofMaterial({ id: report.materials[0]!.id }))?.reasons).toEqual(['source-superseded'])
      expect(failureOf(await client.freshness.supersede({ id: newer.id, by: source.id }).catch((error: unknown) => error)).code).toBe('source-supersedes-itself')
    }))

  it('edits many, keeps what was, and empties the trash', () =>
    withClient(async (client) => {
      const { id } = await client.materials.create(aDraft({ title: '一' }))
      expect(await client.bulk.edit({ ids: [id], changes: { addTags: ['新'] } })).toEqual({ changed: 1 })
      expect((await client.revisions.list({ id })).map(({ revision, changed }) => [revision, changed])).toEqual([[2, ['tags']], [1, []]])
      expect((await client.revisions.diff({ id, from: 1, to: 2 })).fields).toEqual([{ field: 'tags', from: '', to: '新' }])
      expect((await client.revisions.restore({ id, revision: 1 })).tags).toEqual([])
      expect((await client.revisions.get({ id, revision: 2 })).tags).toEqual(['新'])
      await client.materials.remove({ ids: [id] })
      expect(await client.trash.list()).toMatchObject({ total: 1, entries: [{ id, kind: 'material', title: '一' }] })
      expect(await client.trash.restore({ ids: [id] })).toEqual({ restored: 1 })
      await client.materials.remove({ ids: [id] })
      expect(await client.trash.empty()).toEqual({ removed: 1 })
      expect((await client.app.undo()).undone?.label.en).toBe('Delete 1 item from the trash')
    }))
})
