import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { MaterialDraft, type Material } from '../../src/shared/model/material'
import type { MaterialId } from '../../src/shared/model/ids'
import { fieldChanges } from '../../src/shared/bulk-changes/field-changes'
import { withBulkChanges } from '../../src/shared/bulk-changes/with-bulk-changes'
import { diffText } from '../../src/shared/text-diff/diff-text'
import { gone } from './memory-gone'
import type { MemoryStore } from './memory-held'

const differing = (before: MaterialDraft, after: MaterialDraft) => Object.keys(after).filter((field) => JSON.stringify(before[field as keyof MaterialDraft]) !== JSON.stringify(after[field as keyof MaterialDraft]))

/** Histories, bulk changes and the trash. */
export function memoryEditing(store: MemoryStore) {
  const server = implement(contract)
  const materialOf = (id: MaterialId) => store.held.materials.find((material) => material.id === id) ?? gone('素材')
  const statesOf = (id: MaterialId): { draft: MaterialDraft; at: number }[] => {
    const material = materialOf(id)
    return [...store.held.revisions.filter((revision) => revision.id === id), { draft: MaterialDraft.parse(material), at: material.updatedAt }]
  }
  const stateOf = (id: MaterialId, revision: number) => statesOf(id)[revision - 1]?.draft ?? gone('历史版本')
  /** Materials changed as one deed, what they were kept. */
  const change = (changed: ReadonlyMap<MaterialId, Partial<MaterialDraft>>, label: { 'zh-CN': string; en: string }) => {
    const { materials, revisions } = store.held
    const kept = materials.filter(({ id }) => changed.has(id)).map((material) => ({ id: material.id, draft: MaterialDraft.parse(material), at: material.updatedAt }))
    store.commit(
      { materials: materials.map((material): Material => (changed.has(material.id) ? { ...material, ...changed.get(material.id), updatedAt: store.tick() } : material)), revisions: [...revisions, ...kept] },
      label,
    )
  }

  return {
    change,
    rooms: {
      revisions: {
        list: server.revisions.list.handler(({ input }) => {
          const states = statesOf(input.id)
          return states
            .map(({ draft, at }, index) => {
              const before = states[index - 1]
              return { revision: index + 1, at, by: store.speaker, title: draft.title, current: index === states.length - 1, changed: before ? differing(before.draft, draft) : [] }
            })
            .toReversed()
        }),
        get: server.revisions.get.handler(({ input }) => stateOf(input.id, input.revision)),
        diff: server.revisions.diff.handler(({ input }) => {
          const before = input.from === 0 ? null : stateOf(input.id, input.from)
          const after = stateOf(input.id, input.to)
          const fields = before === null || before.status === after.status ? [] : [{ field: 'status', from: before.status, to: after.status }]
          return { title: [...diffText(before?.title ?? '', after.title)], body: [...diffText(before?.body ?? '', after.body)], fields }
        }),
        restore: server.revisions.restore.handler(({ input }) => {
          change(new Map([[input.id, stateOf(input.id, input.revision)]]), { 'zh-CN': '恢复历史版本', en: 'Restore a revision' })
          return materialOf(input.id)
        }),
      },
      bulk: {
        preview: server.bulk.preview.handler(({ input: { ids, changes, examples } }) => {
          const changed = ids.map(materialOf).flatMap((material) => {
            const fields = fieldChanges(material, withBulkChanges(MaterialDraft.parse(material), changes))
            return fields.length === 0 ? [] : [{ id: material.id, title: material.title, fields }]
          })
          const counted = Map.groupBy(changed.flatMap(({ fields }) => fields), ({ field }) => field)
          return { changed: changed.length, fields: [...counted].map(([field, all]) => ({ field, count: all.length })), examples: changed.slice(0, examples) }
        }),
        edit: server.bulk.edit.handler(({ input: { ids, changes } }) => {
          const drafts = ids.map(materialOf).map((material): [MaterialId, Partial<MaterialDraft>] => [material.id, withBulkChanges(MaterialDraft.parse(material), changes)])
          change(new Map(drafts), { 'zh-CN': `修改 ${ids.length} 条素材`, en: `Edit ${ids.length} materials` })
          return { changed: ids.length }
        }),
      },
      trash: {
        list: server.trash.list.handler(({ input }) => ({
          entries: store.held.trash.slice(input.offset, input.offset + input.limit).map(({ material, deletedAt }) => ({ id: material.id, kind: 'material' as const, title: material.title, deletedAt })),
          total: store.held.trash.length,
        })),
        restore: server.trash.restore.handler(({ input }) => {
          const back = store.held.trash.filter(({ material }) => input.ids.includes(material.id))
          store.commit({ materials: [...store.held.materials, ...back.map(({ material }) => material)], trash: store.held.trash.filter((entry) => !back.includes(entry)) }, { 'zh-CN': '恢复', en: 'Restore' })
          return { restored: back.length }
        }),
        empty: server.trash.empty.handler(({ input: { ids } }) => {
          const stays = store.held.trash.filter(({ material }) => ids !== undefined && !ids.includes(material.id))
          const removed = store.held.trash.length - stays.length
          store.commit({ trash: stays }, { 'zh-CN': '彻底删除', en: 'Delete for good' })
          return { removed }
        }),
      },
    },
  }
}
