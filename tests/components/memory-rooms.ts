import { implement } from '@orpc/server'
import { readCase } from '../../src/shared/case-study/read-case'
import { writeCasePart } from '../../src/shared/case-study/write-case-part'
import { contract } from '../../src/shared/contract'
import type { StaleMaterial } from '../../src/shared/contract/freshness'
import type { MaterialVersion } from '../../src/shared/contract/versions'
import { CaseEventId, type CaseEvent } from '../../src/shared/model/case-study'
import type { MaterialId } from '../../src/shared/model/ids'
import type { Material } from '../../src/shared/model/material'
import { diffText } from '../../src/shared/text-diff/diff-text'
import { memoryCollections } from './memory-collections'
import { memoryEditing } from './memory-editing'
import { memoryFinding, reasonsOf, talksWith } from './memory-finding'
import { memoryPacks, type PacksSeed } from './memory-packs'
import { memoryProposals } from './memory-proposals'
import { memoryFormats } from './memory-formats'
import { memorySchools } from './memory-schools'
import { memorySchoolTables } from './memory-school-tables'
import { gone } from './memory-gone'
import type { MemoryStore } from './memory-held'

const isStale = (one: StaleMaterial | null): one is StaleMaterial => one !== null

/** Histories, versions, cases, collections, freshness and trash of the engine in memory. */
export const memoryRooms = (store: MemoryStore, packs: PacksSeed = {}) => {
  const server = implement(contract)
  const material = (id: MaterialId): Material => store.held.materials.find((one) => one.id === id) ?? gone('素材')
  const editing = memoryEditing(store)
  const edit = (id: MaterialId, changes: Partial<Material>) => editing.change(new Map([[id, changes]]), { 'zh-CN': '修改素材', en: 'Edit material' })

  const stale = (one: Material): StaleMaterial | null => {
    const reasons = reasonsOf(store.held, one)
    return reasons.length === 0 ? null : { id: one.id, title: one.title, reasons, validUntil: one.validUntil ?? '', source: store.held.sources.find(({ id }) => id === one.provenance?.sourceId)?.title ?? '' }
  }
  const versionsOf = (id: MaterialId): MaterialVersion[] =>
    (store.held.versions.find((group) => group.includes(id)) ?? [])
      .map((one, index) => {
        const { title, status, createdAt, updatedAt } = material(one)
        return { id: one, rank: index + 1, title, status, source: '', createdAt, updatedAt }
      })
      .toReversed()
  const eventsOf = (id: MaterialId) => store.held.events.filter(({ materialId }) => materialId === id).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const putEvents = (id: MaterialId, events: readonly CaseEvent[]) => {
    store.commit({ events }, { 'zh-CN': '案例进展', en: 'Case step' })
    const stage = eventsOf(id).at(-1)?.stage ?? null
    store.commit({ materials: store.held.materials.map((one) => (one.id === id ? { ...one, stage } : one)) }, { 'zh-CN': '案例进展', en: 'Case step' })
  }
  const event = (id: CaseEventId) => store.held.events.find((one) => one.id === id) ?? gone('进展')

  return {
    edit,
    rooms: {
      ...editing.rooms,
      collections: memoryCollections(store),
      finding: memoryFinding(store),
      versions: {
        // Near enough for a test: the same title, another text.
        similarToMaterial: server.versions.similarToMaterial.handler(({ input }) => {
          const one = material(input.id)
          return store.held.materials
            .filter((other) => other.id !== one.id && other.title === one.title && !versionsOf(one.id).some(({ id }) => id === other.id))
            .map((other) => ({ id: other.id, kind: other.kind, status: other.status, source: '', locator: '', updatedAt: other.updatedAt, similarity: 0.9, title: [...diffText(other.title, one.title)], body: [...diffText(other.body, one.body)] }))
        }),
        duplicates: server.versions.duplicates.handler(() => ({ pairs: [], next: null })),
        diff: server.versions.diff.handler(({ input }) => ({ similarity: 0.9, title: [...diffText(material(input.from).title, material(input.to).title)], body: [...diffText(material(input.from).body, material(input.to).body)] })),
        link: server.versions.link.handler(({ input }) => {
          const others = store.held.versions.filter((group) => !group.some((id) => input.ids.includes(id)))
          store.commit({ versions: [...others, input.ids] }, { 'zh-CN': '设为版本', en: 'Link versions' })
          return versionsOf(input.ids[0] ?? gone('素材'))
        }),
        unlink: server.versions.unlink.handler(({ input }) =>
          store.commit({ versions: store.held.versions.map((group) => group.filter((id) => id !== input.id)).filter((group) => group.length > 1) }, { 'zh-CN': '取消关联', en: 'Unlink' }),
        ),
        of: server.versions.of.handler(({ input }) => versionsOf(input.id)),
      },
      cases: {
        read: server.cases.read.handler(({ input }) => ({ study: readCase(material(input.id).body), events: eventsOf(input.id) })),
        writePart: server.cases.writePart.handler(({ input }) => {
          edit(input.id, { body: writeCasePart(material(input.id).body, input.part, input.markdown) })
          return material(input.id)
        }),
        addEvent: server.cases.addEvent.handler(({ input }) => {
          const added = { ...input.event, id: CaseEventId.parse(store.newId()), materialId: input.id, recordedAt: store.tick() }
          putEvents(input.id, [...store.held.events, added])
          return added
        }),
        changeEvent: server.cases.changeEvent.handler(({ input }) => {
          const changed = { ...event(input.id), ...input.changes }
          putEvents(changed.materialId, store.held.events.map((other) => (other.id === changed.id ? changed : other)))
          return changed
        }),
        removeEvent: server.cases.removeEvent.handler(({ input }) => putEvents(event(input.id).materialId, store.held.events.filter(({ id }) => id !== input.id))),
      },
      ...memoryFormats(store),
      schools: memorySchools(store),
      packs: memoryPacks(store, packs),
      schoolTables: memorySchoolTables(store),
      proposals: memoryProposals(store),
      freshness: {
        report: server.freshness.report.handler(() => {
          const materials = store.held.materials.map(stale).filter(isStale)
          const talks = store.held.talks
            .map(({ id, title }) => ({ id, title, materials: materials.filter((one) => talksWith(store.held, material(one.id)).some((talk) => talk.id === id)) }))
            .filter((talk) => talk.materials.length > 0)
          return { materials, materialCount: materials.length, sources: [], talks }
        }),
        ofTalk: server.freshness.ofTalk.handler(() => []),
        ofMaterial: server.freshness.ofMaterial.handler(({ input }) => stale(material(input.id))),
        supersede: server.freshness.supersede.handler(({ input }) => {
          const source = { ...(store.held.sources.find(({ id }) => id === input.id) ?? gone('出处')), supersededBy: input.by ?? undefined }
          store.commit({ sources: store.held.sources.map((other) => (other.id === source.id ? source : other)) }, { 'zh-CN': '修改出处', en: 'Edit source' })
          return source
        }),
      },
    },
  }
}
